#include "harness/regression/read_scenario.hpp"

#include "harness/evidence/duration.hpp"
#include "harness/exchange/read_tables.hpp"
#include "harness/regression/read_faults.hpp"
#include "harness/script/bounded_file.hpp"
#include "harness/script/quoted.hpp"
#include "harness/script/toml_document.hpp"
#include "harness/transcript/limits.hpp"
#include "harness/transcript/read.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace dialbench::regression {
namespace {

using script::Entry;
using script::Reading;

constexpr unsigned attempts_max = 20;
constexpr double pace_max = 1000;

class ScenarioReader {
 public:
  ScenarioReader(Reading& reading, std::string_view file)
      : reading_(reading) {
    scenario.file = file;
    scenario.exchange = emulator::embedded_exchange();
  }

  bool read(const toml::table& document) {
    for (const auto& entry : script::in_order(document)) {
      if (!read_entry(entry)) return false;
    }
    if (scenario.name.empty())
      return reading_.fail({1, 1}, "the scenario has no name", "name = \"what it proves\"");
    if (scenario.expect.place.line == 0) {
      return reading_.fail({1, 1}, "the scenario expects nothing", "[expect] with class, code or word");
    }
    return fits_together();
  }

  Scenario scenario;

 private:
  bool read_entry(const Entry& entry) {
    const auto name = entry.name();
    if (name == "name") return text(entry, scenario.name);
    if (name == "script") return text(entry, scenario.script);
    if (name == "chat") return text(entry, scenario.chat);
    if (name == "command") return text(entry, scenario.command);
    if (name == "command_timeout") return command_timeout(entry);
    if (name == "dialect") return read_dialect(entry);
    if (name == "number") return variable(entry);
    if (name == "line") return table(entry, &ScenarioReader::line);
    if (name == "attempts") return count(entry, 1, attempts_max, scenario.attempts);
    if (name == "dial_timeout") return duration(entry, scenario.dial_timeout);
    if (name == "pace") return pace(entry);
    if (name == "variables") return table(entry, &ScenarioReader::variable);
    if (name == "modem") return table(entry, &ScenarioReader::habit);
    if (name == "exchange") return table(entry, &ScenarioReader::exchange);
    if (name == "replay") return read_replay(entry);
    if (name == "faults") return read_faults(entry, scenario.faults, reading_);
    if (name == "expect") {
      scenario.expect.place = script::place_of(*entry.key);
      return table(entry, &ScenarioReader::expectation);
    }
    return script::unknown_key(
        entry, "a scenario",
        "name number script chat command dialect attempts dial_timeout command_timeout pace variables "
        "modem exchange line replay faults expect",
        reading_);
  }

  // What is judged of our own sessions, and what of a command.
  bool fits_together() {
    const auto& expect = scenario.expect;
    const bool of_a_command = expect.status || expect.succeeds || !expect.sent.empty();
    const bool of_ours = expect.outcome || expect.first_outcome || expect.code || expect.word ||
                         expect.first_cause || expect.within || expect.not_before || expect.stale;
    if (scenario.command.empty() && of_a_command)
      return reading_.fail(expect.place, "status, succeeds or sent is expected, and there is no command",
                           "command = \"a dialer of yours {port} {number}\"");
    if (!scenario.command.empty() && of_ours)
      return reading_.fail(expect.place, "a class, a code or a time is expected of a command",
                           "status, succeeds, sent, dials or hung_up");
    if (!scenario.command.empty() && !(scenario.script.empty() && scenario.chat.empty()))
      return reading_.fail({1, 1}, "a command and a script", "one of them");
    return true;
  }

  bool table(const Entry& entry, bool (ScenarioReader::*each)(const Entry&)) {
    const auto* inner = entry.node->as_table();
    if (inner == nullptr) return script::wrong_type(entry, "a table", reading_);
    const auto entries = script::in_order(*inner);
    return std::ranges::all_of(entries, [&](const Entry& one) { return (this->*each)(one); });
  }

  bool text(const Entry& entry, std::string& into) {
    auto value = script::string_in(entry, reading_);
    if (!value) return false;
    into = std::move(*value);
    return true;
  }
  bool text(const Entry& entry, std::optional<std::string>& into) { return text(entry, into.emplace()); }
  // A file of the user's stands beside the scenario.
  bool read_dialect(const Entry& entry) {
    const auto named = script::string_in(entry, reading_);
    if (!named) return false;
    auto loaded = dialect::load(*named, std::filesystem::path(scenario.file).parent_path());
    if (!loaded)
      return reading_.fail(script::place_of(*entry.node), "dialect cannot be used: " + loaded.error().text,
                           "");
    scenario.dialect = std::move(*loaded);
    return true;
  }
  // A recording of the user's stands beside the scenario.
  bool read_replay(const Entry& entry) {
    const auto named = script::string_in(entry, reading_);
    if (!named) return false;
    const auto file = (std::filesystem::path(scenario.file).parent_path() / *named).string();
    const auto unusable = [&](const std::string& why) {
      return reading_.fail(script::place_of(*entry.node), "replay cannot be used: " + why, "");
    };
    const auto bytes = script::read_bounded(file, transcript::transcript_bytes_max);
    if (!bytes) return unusable(file + ": " + bytes.error().what);
    const auto events = transcript::read(*bytes);
    if (!events) return unusable(transcript::shown(events.error(), file));
    scenario.replay = replay::recording(*events);
    return true;
  }
  bool count(const Entry& entry, unsigned least, unsigned most, unsigned& into) {
    const auto value = script::count_in(entry, least, most, reading_);
    if (value) into = *value;
    return value.has_value();
  }
  bool duration(const Entry& entry, std::optional<Duration>& into) {
    const auto value = script::string_in(entry, reading_);
    if (!value) return false;
    into = evidence::parse_duration(*value);
    return into || fault(entry, "a duration: 8s, 300ms, 1m30s");
  }
  bool command_timeout(const Entry& entry) {
    std::optional<Duration> time;
    if (!duration(entry, time)) return false;
    scenario.command_timeout = *time;
    return true;
  }
  bool strings(const Entry& entry, std::vector<std::string>& into) {
    const auto* array = entry.node->as_array();
    if (array == nullptr) return script::wrong_type(entry, "an array of strings", reading_);
    for (const auto& each : *array) {
      const auto value = each.value<std::string>();
      if (!value) return script::wrong_type(entry, "an array of strings", reading_);
      into.push_back(*value);
    }
    return true;
  }
  bool outcome(const Entry& entry, std::optional<evidence::OutcomeClass>& into) {
    const auto value = script::string_in(entry, reading_);
    if (!value) return false;
    into = evidence::outcome_named(*value);
    if (into) return true;
    std::string known;
    for (const auto& row : evidence::outcome_rows())
      known += (known.empty() ? "" : " ") + std::string(row.name);
    return fault(entry, "an outcome class: " + known);
  }
  bool pace(const Entry& entry) {
    const auto value = entry.node->value<double>();
    if (!value || *value <= 0 || *value > pace_max)
      return fault(entry, "exchange seconds per second, more than 0, at most 1000");
    scenario.pace = *value;
    return true;
  }

  bool variable(const Entry& entry) {
    return shared([&](auto& faults) {
      auto value = dialbench::exchange::scalar(entry, faults);
      if (value) scenario.variables.push_back({std::string(entry.name()), std::move(*value)});
    });
  }
  // The tables that an exchange file has, too; of their faults the first is told.
  template <class Read>
  bool shared(const Read& read) {
    dialbench::exchange::Faults faults(scenario.file);
    read(faults);
    if (faults.empty()) return true;
    const auto first = std::move(faults).sorted().front();
    return reading_.fail(first.place, first.found, first.expected);
  }
  bool habit(const Entry& entry) {
    return shared([&](auto& faults) { dialbench::exchange::read_habit(entry, scenario.habits, faults); });
  }
  bool exchange(const Entry& entry) {
    return shared(
        [&](auto& faults) { dialbench::exchange::read_exchange(entry, scenario.exchange, faults); });
  }
  bool line(const Entry& entry) {
    return shared([&](auto& faults) { dialbench::exchange::read_line(entry, scenario.exchange, faults); });
  }

  bool expectation(const Entry& entry) {
    auto& expect = scenario.expect;
    const auto name = entry.name();
    if (name == "class") return outcome(entry, expect.outcome);
    if (name == "first_class") return outcome(entry, expect.first_outcome);
    if (name == "code") return code(entry);
    if (name == "word") return text(entry, expect.word);
    if (name == "first_cause") return text(entry, expect.first_cause);
    if (name == "within") return duration(entry, expect.within);
    if (name == "not_before") return duration(entry, expect.not_before);
    if (name == "dials") return count(entry, 0, 1000, expect.dials.emplace());
    if (name == "stale") return count(entry, 0, 1000, expect.stale.emplace());
    if (name == "status") return count(entry, 0, 255, expect.status.emplace());
    if (name == "sent") return strings(entry, expect.sent);
    if (name == "succeeds") {
      expect.succeeds = script::bool_in(entry, reading_);
      return expect.succeeds.has_value();
    }
    if (name == "hung_up") {
      expect.hung_up = script::bool_in(entry, reading_);
      return expect.hung_up.has_value();
    }
    return script::unknown_key(entry, "[expect]",
                               "class first_class code word first_cause within not_before dials stale "
                               "hung_up; with a command status "
                               "succeeds sent dials hung_up",
                               reading_);
  }
  bool code(const Entry& entry) {
    unsigned value = 0;
    if (!count(entry, 0, 999, value)) return false;
    scenario.expect.code = static_cast<int>(value);
    return true;
  }

  bool fault(const Entry& entry, std::string expected) {
    return reading_.fail(script::place_of(*entry.node),
                         script::printable(entry.name()) + " is not understood", std::move(expected));
  }

  Reading& reading_;
};

} // namespace

at::Expected<Scenario, script::Fault> read_scenario(std::string_view text, std::string_view file) {
  const script::NumberRules rules;
  Reading reading(file, rules);
  if (!reading.accept(text)) return reading.fault();
  const auto document = script::parse_toml(text, reading);
  if (!document) return reading.fault();
  ScenarioReader reader(reading, file);
  if (!reader.read(*document)) return reading.fault();
  return std::move(reader.scenario);
}

} // namespace dialbench::regression
