// The interpreter: reader, classify() and the beginning of data in one. Any cuts give the same events, data
// put together; each line's event says what classify() says of it. The first two bytes of an input choose the
// cuts, the third the settings.
#include "at/interpreter.hpp"
#include "at/dialect.hpp"
#include "tests/fuzz/rule.hpp"

#include <string>
#include <vector>

using namespace dialbench;
using fuzz::rule;

namespace {

using Kind = at::Event::Kind;

struct Settings {
  at::Context context;
  bool stay = false; // in command mode, whatever CONNECT says
};

struct Event {
  Kind kind;
  at::Meaning meaning;
  at::Damage damage;
  at::Slips slips;
  std::string bytes;
  friend bool operator==(const Event&, const Event&) = default;
};

bool is_line(Kind kind) { return kind != Kind::echo && kind != Kind::data && kind != Kind::overflow; }

// What stood around the line decides whether a mark beside a word may be a line end; an event does not say
// it.
at::Result as_read(const at::Event& event, at::Context context) {
  const at::Result result = at::classify(event.bytes, context);
  context.own_line_end = true;
  const bool same = event.meaning == result.meaning && event.damage == result.damage;
  return same ? result : at::classify(event.bytes, context);
}

void check_line(const at::Event& event, const at::Context& context) {
  const at::Result result = as_read(event, context);
  rule(event.meaning == result.meaning && event.damage == result.damage,
       "an event means what classify() says");
  rule((event.slips & result.slips) == result.slips, "the slips of the word are among the event's");
  rule(event.kind != Kind::damage || event.damage != at::Damage::none, "damage has its kind");
  rule(event.kind != Kind::final || at::role(event.meaning) == at::Role::final,
       "a final event has a final meaning");
  const at::Result full = event.result();
  rule(full.meaning == result.meaning && full.word == result.word && full.number == result.number &&
           full.row == result.row && full.resembles == result.resembles &&
           full.confidence == result.confidence && full.ambiguous == result.ambiguous &&
           full.verbose == result.verbose,
       "all that is known is what classify() knows");
}

// Events in which data stands together, however it was cut.
template <class Size>
std::vector<Event> events_of(std::string_view bytes, const Settings& settings, Size&& next_size) {
  at::Interpreter modem;
  modem.set_dialect(settings.context.dialect);
  modem.set_digits(settings.context.digits);
  modem.stay_in_command_mode(settings.stay);
  modem.expect_echo("ATDT5550100");
  std::vector<Event> events;
  const auto sink = [&](const at::Event& event) {
    if (is_line(event.kind)) check_line(event, settings.context);
    rule(event.kind != Kind::data || !settings.stay, "no data where it was turned off");
    rule(!event.bytes.empty(), "no event is empty");
    if (event.kind == Kind::data && !events.empty() && events.back().kind == Kind::data)
      events.back().bytes += event.bytes;
    else
      events.push_back({event.kind, event.meaning, event.damage, event.slips, std::string(event.bytes)});
  };
  while (!bytes.empty()) {
    const std::string_view chunk = bytes.substr(0, next_size());
    modem.feed(chunk, sink);
    bytes.remove_prefix(chunk.size());
  }
  modem.flush(sink);
  return events;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  const auto dialects = at::dialects();
  const std::size_t choice = (data[2] >> 2U) % (dialects.size() + 1);
  Settings settings;
  if (choice < dialects.size()) settings.context.dialect = dialects[choice];
  settings.context.digits = (data[2] & 1U) != 0 ? at::Digits::result : at::Digits::text;
  settings.stay = (data[2] & 2U) != 0;

  const std::string_view bytes = fuzz::text(data + 3, size - 3);
  const auto whole = events_of(bytes, settings, [&] { return bytes.size(); });
  fuzz::Cuts cuts(data[0] * 256U + data[1]);
  rule(events_of(bytes, settings, [&] { return cuts.next(); }) == whole, "any cuts give the same events");
  return 0;
}
