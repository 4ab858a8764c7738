// dialbench replay: a recording as a modem, and whether the dialer kept to it.
#include "harness/app/replay_options.hpp"

#include "harness/app/emulation.hpp"
#include "harness/app/emulation_places.hpp"
#include "harness/app/log.hpp"
#include "harness/app/replay_report.hpp"
#include "harness/app/terminal.hpp"
#include "harness/emulator/replay/replay.hpp"
#include "harness/emulator/serve/fleet.hpp"
#include "harness/script/bounded_file.hpp"
#include "harness/transcript/limits.hpp"

#include <boost/asio/io_context.hpp>

#include <memory>
#include <optional>
#include <utility>

namespace dialbench::app {
namespace {

using Carrier = ReplayOptions::Carrier;

Places::Choice choice_of(const ReplayOptions& options) {
  return {options.carrier, options.link, options.command.empty()};
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

} // namespace

int replay(const ReplayOptions& options) {
  if (const auto wrong = Places::problem(choice_of(options)); !wrong.empty())
    return usage_error("replay: " + wrong);
  if (const auto wrong = Emulation::problem(options.command, 1); !wrong.empty())
    return usage_error("replay: " + wrong);
  if (const auto wrong = start_log("", 0); !wrong.empty()) return failure(wrong);
  auto recording = read_recording(options);
  if (!recording) return failure(recording.error());
  dialbench::replay::Options how;
  how.strict = options.strict;
  how.wait_for_dtr = *options.carrier != Carrier::stdio;
  how.once = options.once;
  boost::asio::io_context context{1};
  const Places places(choice_of(options), context.get_executor(), 1);
  const emulator::Exchange nowhere;
  serve::Fleet fleet(context.get_executor(), nowhere, options.speed,
                     [&](unsigned n, std::unique_ptr<emulator::Dce> modem, serve::Serving serving) {
                       return places.put(n, std::move(modem), std::move(serving));
                     });
  const dialbench::replay::Replay* modem = nullptr; // while it is served
  const auto wrong = fleet.add([&] {
    auto made = std::make_unique<dialbench::replay::Replay>(*recording, how);
    modem = made.get();
    return made;
  });
  if (!wrong.empty()) return failure("replay: " + wrong);
  Emulation emulation(context, fleet, "replay");
  if (!options.command.empty()) {
    if (const auto unable = emulation.start(options.command); !unable.empty()) return failure(unable);
  } else {
    places.say_ready(fleet);
    if (output_is_lost()) return failure_status; // whoever waits for that line would wait for ever
  }
  std::optional<dialbench::replay::Comparison> at_end;
  emulation.run([&](unsigned) {
    at_end = modem->comparison();
    if (*options.carrier == Carrier::stdio) write_what_is_left(*modem);
  });
  const auto comparison = at_end ? *at_end : modem->comparison();
  const ReplayRun run{options.file, options.strict, emulation.status()};
  const auto report = options.json ? replay_json(comparison, run) : replay_text(comparison, run);
  // Standard output is the modem's or the command's, where there is one.
  const bool theirs = *options.carrier == Carrier::stdio || !options.command.empty();
  theirs ? print_error(report) : print(report);
  return comparison.kept() ? printed_status() : failure_status;
}

} // namespace dialbench::app
