// dialbench emulate: an emulated modem for software that dials.
#include "harness/app/commands.hpp"
#include "harness/app/log.hpp"
#include "harness/app/signals.hpp"
#include "harness/app/terminal.hpp"
#include "harness/emulator/serve/command.hpp"
#include "harness/emulator/serve/serve.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <csignal>
#include <cstring>
#include <exception>
#include <memory>
#include <optional>
#include <unistd.h>

namespace dialbench::app {
namespace {

serve::ServedOr served(const EmulateOptions& options, const boost::asio::any_io_executor& executor) {
  serve::Serving serving;
  serving.pace = options.pace;
  const auto& exchange = emulator::embedded_exchange();
  switch (*options.carrier) {
  case EmulateOptions::Carrier::pty:
    return serve::on_pty(executor, exchange, {}, options.link, std::move(serving));
  case EmulateOptions::Carrier::socat:
    return serve::on_socat(executor, exchange, {}, options.link, std::move(serving));
  case EmulateOptions::Carrier::stdio: break;
  }
  return serve::on_stdio(executor, exchange, {}, std::move(serving));
}

// One line, so that a script can wait for it and read the name from it.
void say_ready(const EmulateOptions& options, const serve::Served& modem) {
  const std::string pid = " pid=" + std::to_string(getpid()) + '\n';
  if (options.carrier == EmulateOptions::Carrier::stdio) {
    print_error("ready stdio" + pid); // standard output is the modem's
  } else {
    print("ready pty=" + modem.port() + pid);
  }
}

// Serves for as long as the modem is there, or the command runs.
class Emulation {
 public:
  Emulation(boost::asio::io_context& context, serve::Served& modem)
      : context_(context)
      , modem_(modem)
      , signals_(context.get_executor(), [this] { asked_to_stop(); }) {}

  // The error: why the command could not be started.
  std::string start(const std::string& command) {
    auto started = serve::Command::start(context_.get_executor(), serve::with_port(command, modem_.port()),
                                         modem_.port());
    if (!started)
      return "emulate: the command cannot be started: " + std::string(std::strerror(started.error()));
    command_ = std::move(*started);
    boost::asio::co_spawn(context_, command_->wait(), [this](const std::exception_ptr& failed, int status) {
      if (failed) thrown_ = failed;
      status_ = status;
      end();
    });
    return {};
  }

  void run() {
    boost::asio::co_spawn(context_, modem_.run(), [this](const std::exception_ptr& failed) {
      if (failed) thrown_ = failed;
      served_ = true;
      // A command whose modem is gone finds that out by itself, and its end is what is waited for.
      if (!command_) signals_.ignore();
    });
    context_.run();
    if (thrown_) std::rethrow_exception(thrown_);
  }

  [[nodiscard]] bool stopped() const noexcept { return stopped_; }
  [[nodiscard]] std::optional<int> status() const noexcept { return status_; } // of the command

 private:
  void end() {
    stopped_ = true;
    signals_.ignore();
    if (!served_) modem_.stop();
  }

  void asked_to_stop() {
    if (!command_) return end();
    // What the terminal sent, it has sent to the command, too: twice would make a dialer leave without
    // hanging up.
    if (signals_.number() != SIGINT || isatty(STDIN_FILENO) == 0) command_->signal(signals_.number());
  }

  boost::asio::io_context& context_;
  serve::Served& modem_;
  std::unique_ptr<serve::Command> command_;
  std::optional<int> status_;
  std::exception_ptr thrown_;
  bool stopped_ = false;
  bool served_ = false;
  Signals signals_;
};

std::string what_is_wrong_with(const EmulateOptions& options) {
  if (!options.carrier) return "emulate: where? --pty LINK, --socat LINK or --stdio";
  if (*options.carrier != EmulateOptions::Carrier::stdio && options.link.empty() && options.command.empty())
    return "emulate: a name for the link is expected, such as /tmp/modem";
  return {};
}

} // namespace

int emulate(const EmulateOptions& options) {
  if (const auto wrong = what_is_wrong_with(options); !wrong.empty()) return usage_error(wrong);
  if (const auto wrong = start_log("", 0); !wrong.empty()) return failure(wrong);
  boost::asio::io_context context{1};
  auto modem = served(options, context.get_executor());
  if (!modem) return failure("emulate: " + modem.error());
  Emulation emulation(context, **modem);
  if (!options.command.empty()) {
    // Standard output is the command's.
    if (const auto wrong = emulation.start(options.command); !wrong.empty()) return failure(wrong);
  } else {
    say_ready(options, **modem);
    if (output_is_lost()) return failure_status; // whoever waits for that line would wait for ever
  }
  emulation.run();
  if (emulation.status()) return *emulation.status();
  if (emulation.stopped() || options.carrier == EmulateOptions::Carrier::stdio) return 0;
  return failure(
      "emulate: " + (*modem)->port() + " is gone: " +
      (options.carrier == EmulateOptions::Carrier::socat ? "socat has ended." : "the pty was closed."));
}

} // namespace dialbench::app
