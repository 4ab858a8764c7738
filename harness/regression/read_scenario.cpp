#include "harness/regression/read_scenario.hpp"

#include "harness/exchange/read_tables.hpp"
#include "harness/regression/read_calls.hpp"
#include "harness/regression/read_expectation.hpp"
#include "harness/regression/read_faults.hpp"
#include "harness/regression/read_modem.hpp"
#include "harness/regression/slots.hpp"
#include "harness/script/bounded_file.hpp"
#include "harness/script/quoted.hpp"
#include "harness/script/toml_document.hpp"
#include "harness/transcript/limits.hpp"
#include "harness/transcript/read.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace dialbench::regression {
namespace {

using script::Entry;
using script::Reading;

constexpr unsigned attempts_max = 20;
constexpr double pace_max = 1000;
constexpr script::Place beginning{1, 1};

class ScenarioReader {
 public:
  explicit ScenarioReader(std::string_view file)
      : faults(file) {
    scenario.file = file;
    scenario.exchange = emulator::embedded_exchange();
  }

  void read(const toml::table& document) {
    for (const auto& entry : script::in_order(document)) read_entry(entry);
    if (!document.contains("name"))
      faults.add(beginning, "the scenario has no name", "name = \"what it proves\"");
    else if (scenario.name.empty() && document["name"].is_string())
      faults.add(script::place_of(*document.get("name")), "the name is empty", "what the scenario proves");
    const bool judges_calls =
        std::ranges::any_of(scenario.calls, [](const Called& each) { return each.judged; });
    if (!document.contains("expect") && !judges_calls)
      faults.add(beginning, "the scenario expects nothing", "[expect] with class, code or word");
    check_fit();
  }

  Scenario scenario;
  Faults faults;

 private:
  std::optional<bool> strict;
  std::optional<script::Place> command_timeout_place;
  bool bad_recording = false; // which has been told
  bool bad_command = false;   // this, too

  void read_entry(const Entry& entry) {
    const auto name = entry.name();
    if (name == "name")
      read_value(entry, scenario.name, faults);
    else if (name == "script")
      script_name(entry, scenario.script);
    else if (name == "chat")
      script_name(entry, scenario.chat);
    else if (name == "command")
      command(entry);
    else if (name == "command_timeout")
      command_timeout(entry);
    else if (name == "dialect")
      dialect(entry);
    else if (name == "number")
      variable(entry);
    else if (name == "attempts")
      read_count(entry, 1, attempts_max, scenario.attempts, faults);
    else if (name == "dial_timeout")
      read_value(entry, scenario.dial_timeout, faults);
    else if (name == "pace")
      pace(entry);
    else if (name == "replay")
      recording(entry);
    else if (name == "strict")
      read_value(entry, strict, faults);
    else if (name == "faults")
      read_faults(entry, scenario.faults, faults);
    else if (name == "call")
      read_calls(entry, scenario.calls, faults);
    else
      read_inner(entry);
  }

  // The tables whose entries are read one by one.
  void read_inner(const Entry& entry) {
    const auto name = entry.name();
    if (name == "variables") return each(entry, [this](const Entry& one) { variable(one); });
    if (name == "line") return each(entry, [this](const Entry& one) { line(one); });
    if (name == "modem")
      return each(entry, [this](const Entry& one) { read_modem(one, scenario.habits, faults); });
    if (name == "exchange")
      return each(entry,
                  [this](const Entry& one) { exchange::read_exchange(one, scenario.exchange, faults); });
    if (name == "expect") {
      scenario.expect.place = script::place_of(*entry.key);
      return each(entry, [this](const Entry& one) { read_expectation(one, scenario.expect, faults); });
    }
    unknown_key(
        entry, "a scenario",
        "name number script chat command dialect attempts dial_timeout command_timeout pace variables "
        "modem exchange line replay strict faults call expect",
        faults);
  }

  template <class Each>
  void each(const Entry& entry, const Each& visit) {
    const auto* table = exchange::read_table(entry, faults);
    if (table == nullptr) return;
    for (const auto& one : script::in_order(*table)) visit(one);
  }

  // What is judged of our own sessions, and what of a command.
  void check_fit() {
    const auto& expect = scenario.expect;
    const bool is_command = !scenario.command.empty() || bad_command;
    const bool of_a_command = expect.status || expect.succeeds || expect.speaks || !expect.sent.empty();
    const bool of_ours = expect.outcome || expect.first_outcome || expect.code || expect.word ||
                         expect.first_cause || expect.within || expect.not_before || expect.stale;
    if (!is_command && of_a_command)
      faults.add(expect.place, "status, succeeds, speaks or sent is expected, and there is no command",
                 "command = \"a dialer of yours {port} {number}\"");
    if (is_command && of_ours)
      faults.add(expect.place, "a class, a code or a time is expected of a command",
                 "status, succeeds, speaks, sent, dials or hung_up");
    if (is_command && !(scenario.script.empty() && scenario.chat.empty()))
      faults.add(beginning, "a command and a script", "one of them");
    if (!is_command && command_timeout_place)
      faults.add(*command_timeout_place, "command_timeout is said, and there is no command",
                 "command = \"a dialer of yours {port} {number}\"");
    if (scenario.replay.empty() && (expect.kept || strict) && !bad_recording)
      faults.add(expect.kept ? expect.place : beginning, "kept or strict is said, and there is no recording",
                 "replay = \"call.txt\"");
    scenario.strict = strict.value_or(false);
    if (!scenario.calls.empty() && !scenario.replay.empty())
      faults.add(beginning, "a call comes in, and the modem is a recording", "one of them");
  }

  void script_name(const Entry& entry, std::string& into) {
    const bool second = !scenario.script.empty() || !scenario.chat.empty();
    if (!read_value(entry, into, faults)) return;
    scenario.script_place = script::place_of(*entry.node);
    if (second) faults.add(script::place_of(*entry.key), "a script and a chat script", "one of them");
  }
  // A file of the user's stands beside the scenario.
  void dialect(const Entry& entry) {
    std::string named;
    if (!read_value(entry, named, faults)) return;
    auto loaded = dialect::load(named, std::filesystem::path(scenario.file).parent_path());
    if (loaded)
      scenario.dialect = std::move(*loaded);
    else
      faults.add(script::place_of(*entry.node), "dialect cannot be used: " + loaded.error().text, "");
  }
  // A recording of the user's stands beside the scenario.
  void recording(const Entry& entry) {
    std::string named;
    if (!read_value(entry, named, faults)) return;
    const auto file = (std::filesystem::path(scenario.file).parent_path() / named).string();
    const auto unusable = [&](const std::string& why) {
      bad_recording = true;
      faults.add(script::place_of(*entry.node), "replay cannot be used: " + why, "");
    };
    const auto bytes = script::read_bounded(file, transcript::transcript_bytes_max);
    if (!bytes) return unusable(file + ": " + bytes.error().what);
    const auto events = transcript::read(*bytes);
    if (!events) return unusable(transcript::shown(events.error(), file));
    scenario.replay = replay::recording(*events);
  }
  // The shell takes a mistyped {prot} as it is, and the dialer is told of a port that nobody has.
  void command(const Entry& entry) {
    bad_command = !read_value(entry, scenario.command, faults);
    if (!bad_command && scenario.command.empty()) {
      bad_command = true;
      faults.add(script::place_of(*entry.node), "command is empty",
                 "a shell command, such as \"dialer {port} {number}\"");
    }
    const auto stray = stray_slot(scenario.command, {"port", "number", "folder"});
    if (stray.name.empty()) return;
    bad_command = true;
    faults.add(script::place_of(*entry.node),
               "unknown {" + stray.name + "} ({" + stray.meant + "}?) in command",
               "{port}, {number} or {folder}, or a blank behind a { that is the shell's");
  }
  void command_timeout(const Entry& entry) {
    command_timeout_place = script::place_of(*entry.key);
    std::optional<Duration> time;
    if (read_value(entry, time, faults)) scenario.command_timeout = *time;
  }
  void pace(const Entry& entry) {
    const auto value = entry.node->value<double>();
    if (value && *value > 0 && *value <= pace_max)
      scenario.pace = *value;
    else
      faults.not_understood(entry, "exchange seconds per second, more than 0, at most 1000");
  }
  void variable(const Entry& entry) {
    auto value = exchange::scalar(entry, faults);
    if (value) scenario.variables.push_back({std::string(entry.name()), std::move(*value)});
  }
  void line(const Entry& entry) {
    const auto keys = emulator::keys_of(entry.name());
    if (!keys.empty() && !lines_.insert(keys).second)
      faults.add(script::place_of(*entry.key), script::in_quotes(entry.name()) + " is there already",
                 "one table for each number");
    else
      exchange::read_line(entry, scenario.exchange, faults);
  }

  std::set<std::string> lines_;
};

} // namespace

at::Expected<Scenario, std::vector<script::Fault>> read_scenario(std::string_view text,
                                                                 std::string_view file) {
  ScenarioReader reader(file);
  const auto document = reader.faults.take([&](Reading& reading) -> std::optional<toml::table> {
    if (!reading.accept(text, "scenario", "name, and [expect]")) return std::nullopt;
    return script::parse_toml(text, reading);
  });
  if (document) reader.read(*document);
  if (!reader.faults.empty()) return at::Unexpected{std::move(reader.faults).sorted()};
  return std::move(reader.scenario);
}

} // namespace dialbench::regression
