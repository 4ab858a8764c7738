// dialbench replay: a recording as a modem, and whether the dialer kept to it.
#include "harness/app/replay_options.hpp"

#include "harness/app/log.hpp"
#include "harness/app/replay_report.hpp"
#include "harness/app/signals.hpp"
#include "harness/app/terminal.hpp"
#include "harness/emulator/replay/replay.hpp"
#include "harness/emulator/serve/command.hpp"
#include "harness/emulator/serve/serve.hpp"
#include "harness/script/bounded_file.hpp"
#include "harness/transcript/limits.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <csignal>
#include <cstring>
#include <exception>
#include <memory>
#include <unistd.h>

namespace dialbench::app {
namespace {

using Carrier = ReplayOptions::Carrier;

std::string what_is_wrong_with(const ReplayOptions& options) {
  if (!options.carrier) return "replay: where? --pty LINK, --socat LINK or --stdio";
  if (*options.carrier != Carrier::stdio && options.link.empty() && options.command.empty())
    return "replay: a name for the link is expected, such as /tmp/modem";
  return {};
}

// The error: one line for a person, with the file's name.
at::Expected<replay::Recording, std::string> read_recording(const ReplayOptions& options) {
  const auto bytes = script::read_bounded(options.file, transcript::transcript_bytes_max);
  if (!bytes) return at::Unexpected{options.file + ": " + bytes.error().what};
  const auto events = options.input ? transcript::read(*bytes, *options.input) : transcript::read(*bytes);
  if (!events) return at::Unexpected{transcript::shown(events.error(), options.file)};
  auto recording = replay::recording(*events);
  if (recording.size() == 1 && recording.front().answer.empty())
    return at::Unexpected{options.file + ": a recording is expected; neither a computer nor a modem says "
                                         "anything in it"};
  return recording;
}

serve::ServedOr served(const ReplayOptions& options, const boost::asio::any_io_executor& executor,
                       std::unique_ptr<emulator::Dce> modem) {
  serve::Serving serving;
  serving.pace = options.speed;
  switch (*options.carrier) {
  case Carrier::pty: return serve::on_pty(executor, std::move(modem), options.link, std::move(serving));
  case Carrier::socat: return serve::on_socat(executor, std::move(modem), options.link, std::move(serving));
  case Carrier::stdio: break;
  }
  return serve::on_stdio(executor, std::move(modem), std::move(serving));
}

// One line, so that a script can wait for it and read the name from it.
void say_ready(const ReplayOptions& options, const serve::Served& modem) {
  const std::string pid = " pid=" + std::to_string(getpid()) + '\n';
  if (*options.carrier == Carrier::stdio) {
    print_error("ready stdio" + pid); // standard output is the modem's
  } else {
    print("ready pty=" + modem.port() + pid);
  }
}

// Serves until the modem is gone, a signal comes, or the command has ended.
class Replaying {
 public:
  Replaying(boost::asio::io_context& context, serve::Served& modem)
      : context_(context)
      , modem_(modem)
      , signals_(context.get_executor(), [this] { asked_to_stop(); }) {}

  // The error: why the command could not be started.
  std::string start(const std::string& command) {
    auto started = serve::Command::start(context_.get_executor(), serve::with_port(command, modem_.port()),
                                         modem_.port());
    if (!started)
      return "replay: the command cannot be started: " + std::string(std::strerror(started.error()));
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
      if (!command_) signals_.ignore(); // the command's end is what is waited for
    });
    context_.run();
    if (thrown_) std::rethrow_exception(thrown_);
  }

  [[nodiscard]] std::optional<int> status() const noexcept { return status_; } // of the command

 private:
  void end() {
    signals_.ignore();
    if (!served_) modem_.stop();
  }

  void asked_to_stop() {
    if (!command_) return end();
    // What the terminal sent, it has sent to the command, too.
    if (signals_.number() != SIGINT || isatty(STDIN_FILENO) == 0) command_->signal(signals_.number());
  }

  boost::asio::io_context& context_;
  serve::Served& modem_;
  std::unique_ptr<serve::Command> command_;
  std::optional<int> status_;
  std::exception_ptr thrown_;
  bool served_ = false;
  Signals signals_;
};

} // namespace

int replay(const ReplayOptions& options) {
  if (const auto wrong = what_is_wrong_with(options); !wrong.empty()) return usage_error(wrong);
  if (const auto wrong = start_log("", 0); !wrong.empty()) return failure(wrong);
  auto recording = read_recording(options);
  if (!recording) return failure(recording.error());
  dialbench::replay::Options how;
  how.strict = options.strict;
  how.wait_for_dtr = *options.carrier != Carrier::stdio;
  how.once = options.once;
  auto made = std::make_unique<dialbench::replay::Replay>(std::move(*recording), how);
  const auto& modem = *made; // lives as long as what serves it
  boost::asio::io_context context{1};
  auto served_modem = served(options, context.get_executor(), std::move(made));
  if (!served_modem) return failure("replay: " + served_modem.error());
  Replaying replaying(context, **served_modem);
  if (!options.command.empty()) {
    if (const auto wrong = replaying.start(options.command); !wrong.empty()) return failure(wrong);
  } else {
    say_ready(options, **served_modem);
    if (output_is_lost()) return failure_status; // whoever waits for that line would wait for ever
  }
  replaying.run();
  const auto comparison = modem.comparison();
  const ReplayRun run{options.file, options.strict, replaying.status()};
  const auto report = options.json ? replay_json(comparison, run) : replay_text(comparison, run);
  // Standard output is the modem's or the command's, where there is one.
  const bool theirs = *options.carrier == Carrier::stdio || !options.command.empty();
  theirs ? print_error(report) : print(report);
  return comparison.kept() ? printed_status() : failure_status;
}

} // namespace dialbench::app
