#include "harness/regression/run_command.hpp"

#include "harness/emulator/serve/command.hpp"
#include "harness/emulator/serve/private_folder.hpp"
#include "harness/runner/paced_clock.hpp"
#include "harness/script/bounded_file.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <csignal>
#include <cstring>
#include <memory>
#include <utility>

namespace dialbench::regression {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr std::size_t output_bytes_max = std::size_t{1} << 16;
constexpr auto mercy = std::chrono::seconds(2);        // between SIGTERM and SIGKILL
constexpr auto line_is_free = std::chrono::seconds(2); // exchange time
constexpr auto look_again = std::chrono::milliseconds(5);

// Ends a command whose time is up. Handlers that come late find nothing to do.
class Limit : public std::enable_shared_from_this<Limit> {
 public:
  Limit(const asio::any_io_executor& executor, serve::Command& command)
      : timer_(executor)
      , command_(&command) {}

  void after(std::chrono::steady_clock::duration time, int signal) {
    timer_.expires_after(time);
    timer_.async_wait([self = shared_from_this(), signal](error_code error) {
      if (error || self->command_ == nullptr) return;
      self->reached_ = true;
      self->command_->signal(signal);
      if (signal == SIGTERM) self->after(mercy, SIGKILL);
    });
  }
  void lift() {
    command_ = nullptr;
    timer_.cancel();
  }
  [[nodiscard]] bool reached() const noexcept { return reached_; }

 private:
  asio::steady_timer timer_;
  serve::Command* command_;
  bool reached_ = false;
};

std::string with_number(const Scenario& scenario) {
  std::string number;
  for (const auto& each : scenario.variables)
    if (each.name == "number") number = each.value;
  return serve::with_slot(scenario.command, "{number}", number);
}

asio::awaitable<void> wait_for_a_free_line(asio::any_io_executor executor, const faults::FaultyDce& dce,
                                           double pace) {
  asio::steady_timer timer(executor);
  const auto give_up = std::chrono::steady_clock::now() + runner::PacedClock(pace).real(line_is_free) +
                       std::chrono::seconds(1); // a busy machine
  while (dce.lines().dcd && std::chrono::steady_clock::now() < give_up) {
    timer.expires_after(look_again);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await timer.async_wait(token);
  }
}

} // namespace

asio::awaitable<void> run_command(asio::any_io_executor executor, const Scenario& scenario,
                                  const serve::Served& modem, const faults::FaultyDce& dce, double pace,
                                  Ran& ran) {
  const auto folder = serve::PrivateFolder::make();
  if (!folder) {
    ran.problem = folder.error();
    co_return;
  }
  const std::string log = folder->path() + "/output";
  const std::string line = serve::with_port(with_number(scenario), modem.port());
  auto started = serve::Command::start(executor, "exec </dev/null >" + log + " 2>&1\n" + line, modem.port(),
                                       serve::Group::own);
  if (!started) {
    ran.problem = "the command cannot be started: " + std::string(std::strerror(started.error()));
    co_return;
  }
  const auto limit = std::make_shared<Limit>(executor, **started);
  limit->after(scenario.command_timeout, SIGTERM);
  auto waiting = (*started)->wait();
  const int status = co_await std::move(waiting);
  limit->lift();
  if (!limit->reached()) ran.status = static_cast<unsigned>(status);
  auto free_line = wait_for_a_free_line(executor, dce, pace);
  co_await std::move(free_line);
  ran.on_line = dce.lines().dcd;
  if (auto output = script::read_bounded(log, output_bytes_max)) ran.output = std::move(*output);
}

} // namespace dialbench::regression
