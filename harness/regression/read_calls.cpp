#include "harness/regression/read_calls.hpp"

#include "harness/exchange/read_tables.hpp"
#include "harness/script/quoted.hpp"

#include <algorithm>
#include <array>

namespace dialbench::regression {
namespace {

using script::Entry;
using Answer = emulator::CallRecord::Answer;

constexpr std::array<std::string_view, 3> answer_names = {"no", "ATA", "S0"};
constexpr std::array<std::string_view, 5> hung_up_names = {"ATH", "ATZ", "DTR", "program", "caller"};

template <class Enum, std::size_t n>
bool read_choice(const Entry& entry, const std::array<std::string_view, n>& names, std::optional<Enum>& into,
                 Faults& faults) {
  std::string value;
  if (!read_value(entry, value, faults)) return false;
  const auto found = std::ranges::find(names, value);
  if (found != names.end()) {
    into = static_cast<Enum>(found - names.begin());
    return true;
  }
  std::string expected = "one of";
  for (const auto each : names) expected += (expected == "one of" ? " " : ", ") + std::string(each);
  return faults.not_understood(entry, std::move(expected));
}

bool read_expectation(const Entry& entry, CallExpectation& expect, Faults& faults) {
  constexpr unsigned rings_max = emulator::incoming_rings_max;
  const auto name = entry.name();
  if (name == "answered") return read_choice(entry, answer_names, expect.answered, faults);
  if (name == "from_ring") return read_count(entry, 1, rings_max, expect.from_ring, faults);
  if (name == "by_ring") return read_count(entry, 1, rings_max, expect.by_ring, faults);
  if (name == "connected") return read_value(entry, expect.connected, faults);
  if (name == "received") return read_value(entry, expect.received, faults);
  if (name == "hung_up_by") return read_choice(entry, hung_up_names, expect.hung_up_by, faults);
  if (name == "hangs_up_within") return read_value(entry, expect.hangs_up_within, faults);
  if (name == "lets_go_within") return read_value(entry, expect.lets_go_within, faults);
  return unknown_key(
      entry, "[call.expect]",
      "answered from_ring by_ring connected received hung_up_by hangs_up_within lets_go_within", faults);
}

bool read_expectations(const Entry& entry, CallExpectation& expect, Faults& faults) {
  const auto* table = exchange::read_table(entry, faults);
  if (table == nullptr) return false;
  bool right = true;
  for (const auto& each : script::in_order(*table)) right = read_expectation(each, expect, faults) && right;
  if (expect.from_ring && expect.by_ring && *expect.from_ring > *expect.by_ring)
    right = faults.add(script::place_of(*entry.key), "by_ring comes before from_ring", "the other way");
  const bool not_answered = expect.answered == Answer::none;
  const bool of_a_call = expect.connected.value_or(false) || !expect.received.empty() || expect.hung_up_by ||
                         expect.hangs_up_within || expect.lets_go_within || expect.from_ring ||
                         expect.by_ring;
  if (not_answered && of_a_call)
    right = faults.add(script::place_of(*entry.key), "answered is \"no\", and an answer is expected",
                       "one of them");
  return right;
}

bool read_turn(const Entry& item, std::vector<emulator::IncomingCall::Turn>& talk, Faults& faults) {
  const auto* table = item.node->as_table();
  if (table == nullptr) return faults.wrong_type(item, "a table: [[call.talk]]");
  auto& turn = talk.emplace_back();
  bool right = true;
  for (const auto& entry : script::in_order(*table)) {
    const auto set = [&](const std::string& value) { return emulator::set_turn(turn, entry.name(), value); };
    const bool on_the_line = entry.name() == "says" || entry.name() == "expects";
    right =
        (on_the_line ? exchange::set_bytes(entry, faults, set) : exchange::set_scalar(entry, faults, set)) &&
        right;
  }
  if (right && turn.says.empty() && turn.expects.empty())
    return faults.add(script::place_of(*table), "a turn in which nothing is said or expected",
                      "expects = \"login: \" or says = \"guest\\r\"");
  return right;
}

bool read_talk(const Entry& entry, emulator::IncomingCall& call, Faults& faults) {
  const auto* list = entry.node->as_array();
  if (list == nullptr) return faults.wrong_type(entry, "a list of tables: [[call.talk]]");
  if (list->size() > turns_max)
    return faults.add(script::place_of(*entry.key), "too many turns", "at most " + std::to_string(turns_max));
  bool right = true;
  for (const auto& node : *list) right = read_turn({entry.key, &node}, call.talk, faults) && right;
  return right;
}

bool read_call_entry(const Entry& entry, Called& called, Faults& faults) {
  if (entry.name() == "expect") return read_expectations(entry, called.expect, faults);
  if (entry.name() == "talk") return read_talk(entry, called.call, faults);
  return exchange::set_scalar(entry, faults, [&](const std::string& value) {
    return emulator::set_incoming(called.call, entry.name(), value);
  });
}

bool read_call(const Entry& item, std::vector<Called>& calls, Faults& faults) {
  const auto* table = item.node->as_table();
  if (table == nullptr) return faults.wrong_type(item, "a table: [[call]]");
  auto& called = calls.emplace_back();
  bool right = true;
  for (const auto& entry : script::in_order(*table)) right = read_call_entry(entry, called, faults) && right;
  const auto awaited = [](const emulator::IncomingCall::Turn& turn) { return !turn.expects.empty(); };
  called.judged = table->contains("expect") || std::ranges::any_of(called.call.talk, awaited);
  if (right && called.expect.answered == Answer::none && !called.call.talk.empty())
    right = faults.add(script::place_of(*table), "answered is \"no\", and the caller has something to say",
                       "one of them");
  return right;
}

} // namespace

std::string_view name(Answer answer) noexcept { return answer_names[static_cast<std::size_t>(answer)]; }
std::string_view name(HungUpBy by) noexcept { return hung_up_names[static_cast<std::size_t>(by)]; }

bool read_calls(const Entry& entry, std::vector<Called>& calls, Faults& faults) {
  const auto* list = entry.node->as_array();
  if (list == nullptr) return faults.wrong_type(entry, "a list of tables: [[call]]");
  if (list->size() > calls_max)
    return faults.add(script::place_of(*entry.key), "too many calls", "at most " + std::to_string(calls_max));
  bool right = true;
  for (const auto& node : *list) right = read_call({entry.key, &node}, calls, faults) && right;
  return right;
}

} // namespace dialbench::regression
