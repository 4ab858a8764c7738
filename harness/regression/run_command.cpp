#include "harness/regression/run_command.hpp"

#include "harness/emulator/serve/command.hpp"
#include "harness/emulator/serve/private_folder.hpp"
#include "harness/runner/paced_clock.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace dialbench::regression {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr std::size_t output_bytes_max = std::size_t{1} << 16;
constexpr auto mercy = std::chrono::seconds(2);        // between SIGTERM and SIGKILL
constexpr auto line_is_free = std::chrono::seconds(2); // exchange time
constexpr auto more_calls = std::chrono::seconds(10);  // exchange time: so long a program may wait for one
constexpr auto look_again = std::chrono::milliseconds(5);

// Ends a command whose time is up. Handlers that come late find nothing to do.
class Limit : public std::enable_shared_from_this<Limit> {
 public:
  // `reached`: before the command is told to end; what it then does is not its own doing any more.
  Limit(const asio::any_io_executor& executor, serve::Command& command, std::function<void()> reached)
      : timer_(executor)
      , command_(&command)
      , when_reached_(std::move(reached)) {}

  void after(std::chrono::steady_clock::duration time, int signal) {
    timer_.expires_after(time);
    timer_.async_wait([self = shared_from_this(), signal](error_code error) {
      if (error || self->command_ == nullptr) return;
      if (!std::exchange(self->reached_, true)) self->when_reached_();
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
  std::function<void()> when_reached_;
  bool reached_ = false;
};

// Ends a command that waits for more calls than there are, `patience` behind the end of the last.
class Dismissal : public std::enable_shared_from_this<Dismissal> {
 public:
  Dismissal(const asio::any_io_executor& executor, const emulator::CallsSeen& calls, Limit& limit,
            std::chrono::steady_clock::duration patience)
      : timer_(executor)
      , calls_(&calls)
      , limit_(&limit)
      , patience_(patience) {}

  void watch() {
    timer_.expires_after(look_again);
    timer_.async_wait([self = shared_from_this()](error_code error) {
      if (error || self->calls_ == nullptr) return;
      const auto now = std::chrono::steady_clock::now();
      if (self->calls_->over && !self->over_) self->over_ = now;
      if (!self->over_ || now - *self->over_ < self->patience_) return self->watch();
      self->happened_ = true;
      self->limit_->after({}, SIGTERM);
    });
  }
  void lift() {
    calls_ = nullptr;
    timer_.cancel();
  }
  [[nodiscard]] bool happened() const noexcept { return happened_; }

 private:
  asio::steady_timer timer_;
  const emulator::CallsSeen* calls_;
  Limit* limit_;
  std::chrono::steady_clock::duration patience_;
  std::optional<std::chrono::steady_clock::time_point> over_;
  bool happened_ = false;
};

// None: the scenario wants to see how it ends by itself.
std::optional<Duration> patience_of(const Scenario& scenario) {
  if (scenario.calls.empty() || scenario.expect.status || scenario.expect.succeeds) return std::nullopt;
  Duration longest = more_calls;
  for (const auto& called : scenario.calls)
    longest = std::max(longest, called.expect.lets_go_within.value_or(Duration{}) + line_is_free);
  return longest;
}

// {number} and {folder} filled in.
std::string with_slots(const Scenario& scenario) {
  const auto folder = std::filesystem::path(scenario.file).parent_path().string();
  const auto line = serve::with_slot(scenario.command, "{number}", number_dialled(scenario));
  return serve::with_slot(line, "{folder}", folder.empty() ? "." : folder);
}

// What a program says last is what it failed of.
void keep_end_of(const std::string& path, Ran& ran) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return;
  const auto size = static_cast<std::size_t>(std::max<std::streamoff>(0, file.tellg()));
  ran.output_left_out = size - std::min(size, output_bytes_max);
  ran.output.resize(size - ran.output_left_out);
  file.seekg(static_cast<std::streamoff>(ran.output_left_out));
  file.read(ran.output.data(), static_cast<std::streamsize>(ran.output.size()));
  ran.output.resize(static_cast<std::size_t>(file.gcount()));
}

// The port is closed, and the modem knows it: no carrier, and no call that waits for that.
bool is_free(const faults::FaultyDce& dce, const emulator::CallsSeen& calls) {
  const auto is_open = [](const emulator::CallRecord& call) {
    const bool taken = call.answered && !call.on_hook;
    const bool kept = call.connected && call.caller_left && !call.let_go;
    return taken || kept;
  };
  return !dce.lines().dcd && std::ranges::none_of(calls.calls, is_open);
}

} // namespace

asio::awaitable<void> wait_for_a_free_line(asio::any_io_executor executor, const faults::FaultyDce& dce,
                                           const emulator::CallsSeen& calls, double pace) {
  asio::steady_timer timer(executor);
  const auto give_up = std::chrono::steady_clock::now() + runner::PacedClock(pace).real(line_is_free) +
                       std::chrono::seconds(1); // a busy machine
  while (!is_free(dce, calls) && std::chrono::steady_clock::now() < give_up) {
    timer.expires_after(look_again);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await timer.async_wait(token);
  }
}

asio::awaitable<void> run_command(asio::any_io_executor executor, const Scenario& scenario,
                                  const serve::Served& modem, const faults::FaultyDce& dce,
                                  const emulator::CallsSeen& calls, double pace, Ran& ran) {
  const auto folder = serve::PrivateFolder::make();
  if (!folder) {
    ran.problem = folder.error();
    co_return;
  }
  const std::string log = folder->path() + "/output";
  const std::string line = serve::with_port(with_slots(scenario), modem.port());
  auto started = serve::Command::start(executor, "exec </dev/null >" + log + " 2>&1\n" + line, modem.port(),
                                       serve::Group::own);
  if (!started) {
    ran.problem = "the command cannot be started: " + std::string(std::strerror(started.error()));
    co_return;
  }
  const auto limit = std::make_shared<Limit>(executor, **started, [&] { ran.calls = calls; });
  limit->after(scenario.command_timeout, SIGTERM);
  std::shared_ptr<Dismissal> dismissal;
  if (const auto patience = patience_of(scenario)) {
    const auto real = runner::PacedClock(pace).real(*patience);
    dismissal = std::make_shared<Dismissal>(executor, calls, *limit, real);
    dismissal->watch();
  }
  auto waiting = (*started)->wait();
  const int status = co_await std::move(waiting);
  limit->lift();
  if (dismissal) {
    ran.dismissed = dismissal->happened();
    dismissal->lift();
  }
  if (!limit->reached()) ran.status = static_cast<unsigned>(status);
  auto free_line = wait_for_a_free_line(executor, dce, calls, pace);
  co_await std::move(free_line);
  ran.on_line = dce.lines().dcd;
  if (!limit->reached()) ran.calls = calls;
  keep_end_of(log, ran);
}

} // namespace dialbench::regression
