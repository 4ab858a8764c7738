#include "harness/app/emulation.hpp"

#include "harness/regression/slots.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include <csignal>
#include <cstring>
#include <unistd.h>
#include <utility>

namespace dialbench::app {

Emulation::Emulation(boost::asio::io_context& context, serve::Fleet& fleet, std::string_view name)
    : context_(context)
    , fleet_(fleet)
    , name_(name)
    , signals_(context.get_executor(), [this] { asked_to_stop(); }) {}

std::string Emulation::problem(const std::string& command, unsigned modems) {
  const auto stray = regression::stray_slot(command, regression::port_slots(modems));
  if (stray.name.empty()) return {};
  return "--exec: unknown {" + stray.name + "} ({" + stray.meant + "}?) in the command; expected " +
         regression::port_slots_text(modems) + ", or a blank behind a { that is the shell's";
}

std::string Emulation::start(const std::string& command) {
  std::vector<std::string> ports;
  for (unsigned n = 1; n <= fleet_.size(); ++n) ports.push_back(fleet_.port(n));
  auto started =
      serve::Command::start(context_.get_executor(), serve::with_ports(command, ports), ports.front());
  if (!started)
    return std::string(name_) + ": the command cannot be started: " + std::strerror(started.error());
  command_ = std::move(*started);
  boost::asio::co_spawn(context_, command_->wait(), [this](const std::exception_ptr& failed, int status) {
    if (failed) thrown_ = failed;
    status_ = status;
    end();
  });
  return {};
}

void Emulation::run(std::function<void(unsigned n)> gone) {
  fleet_.run([this, gone = std::move(gone)](unsigned n, const std::exception_ptr& failed) {
    if (failed) {
      thrown_ = failed;
      return end();
    }
    gone(n);
    // A command whose modem is gone finds that out by itself, and its end is what is waited for.
    if (can_be_plugged || ++gone_ < fleet_.size() || command_) return;
    signals_.ignore();
    if (at_end) at_end();
  });
  context_.run();
  if (thrown_) std::rethrow_exception(thrown_);
}

void Emulation::end() {
  stopped_ = true;
  // Behind this handler: one that is called for a signal waits for the next one when it returns.
  boost::asio::post(context_, [this] { signals_.ignore(); });
  fleet_.stop();
  if (at_end) at_end();
}

void Emulation::asked_to_stop() {
  if (!command_) return end();
  // What the terminal sent, it has sent to the command, too: twice would make a dialer leave without hanging
  // up.
  if (signals_.number() != SIGINT || isatty(STDIN_FILENO) == 0) command_->signal(signals_.number());
}

} // namespace dialbench::app
