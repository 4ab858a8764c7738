#include "harness/script/toml_branch.hpp"

#include "harness/evidence/duration.hpp"
#include "harness/script/quoted.hpp"
#include "harness/script/result_word.hpp"

#include <algorithm>

namespace dialbench::script {
namespace {

using evidence::OutcomeClass;

// What ends the run before or beside the modem's work; no branch can go on from there.
bool ends_the_run(OutcomeClass outcome) {
  switch (outcome) {
  case OutcomeClass::script_fault:
  case OutcomeClass::number_too_long:
  case OutcomeClass::number_malformed:
  case OutcomeClass::refused_emergency:
  case OutcomeClass::refused_redial:
  case OutcomeClass::stopped:
  case OutcomeClass::completed: return true;
  default: return false;
  }
}

std::optional<Pattern> pattern_of(std::string_view key) {
  Pattern pattern;
  pattern.text = key;
  if (key == "timeout" || key == "any") {
    pattern.kind = key == "any" ? Pattern::Kind::any : Pattern::Kind::timeout;
  } else if (const auto outcome = evidence::outcome_named(key); outcome && !ends_the_run(*outcome)) {
    pattern.kind = Pattern::Kind::outcome;
    pattern.outcome = *outcome;
  } else if (const auto meaning = final_word(key)) {
    pattern.kind = Pattern::Kind::meaning;
    pattern.meaning = *meaning;
  } else {
    return std::nullopt;
  }
  return pattern;
}

bool same(const Pattern& a, const Pattern& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == Pattern::Kind::meaning) return a.meaning == b.meaning;
  return a.kind != Pattern::Kind::outcome || a.outcome == b.outcome;
}

bool read_target(const Entry& entry, Reading& reading, Branch& branch, std::vector<Jump>& jumps) {
  const auto* target = entry.node->as_string();
  if (target == nullptr) return wrong_type(entry, "a label, next, end or fail", reading);
  branch.target = target->get();
  jumps.push_back({branch.target, place_of(*entry.node)});
  return true;
}

bool read_jump_table(const Entry& branch_entry, Variables& variables, Reading& reading, Branch& branch,
                     std::vector<Jump>& jumps) {
  for (const auto& entry : in_order(*branch_entry.node->as_table())) {
    if (entry.name() == "goto") {
      if (!read_target(entry, reading, branch, jumps)) return false;
    } else if (entry.name() == "times") {
      const auto times = count_in(entry, 1, times_max, reading);
      if (!times) return false;
      branch.times = *times;
    } else if (entry.name() == "after") {
      const auto after = duration_in(entry, true, variables, reading);
      if (!after) return false;
      branch.after = *after;
    } else {
      return unknown_key(entry, "a branch", "goto times after", reading);
    }
  }
  if (branch.target.empty())
    return reading.fail(place_of(*branch_entry.node), "a branch without goto",
                        "goto = a label, next, end or fail");
  return true;
}

} // namespace

bool is_label(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto other = [](char c) { return (c >= '0' && c <= '9') || c == '_' || c == '-'; };
  return !text.empty() && letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || other(c); });
}

bool is_reserved(std::string_view text) { return text == "next" || text == "end" || text == "fail"; }

std::optional<Duration> duration_in(const Entry& entry, bool zero_allowed, Variables& variables,
                                    Reading& reading) {
  const std::string expected = "a duration such as 300ms, 1.5s or 2m, at most 24h";
  Text text;
  if (const auto* number = entry.node->as_integer()) {
    text.bytes = std::to_string(number->get());
  } else if (const auto* written = entry.node->as_string()) {
    auto filled = variables.fill(written->get(), place_of(*entry.node), reading);
    if (!filled) return std::nullopt;
    text = std::move(*filled);
  } else {
    wrong_type(entry, expected, reading);
    return std::nullopt;
  }
  const auto duration = evidence::parse_duration(text.bytes);
  const std::string shown_text = text.secret ? "a secret" : in_quotes(text.bytes);
  if (!duration) {
    reading.fail(place_of(*entry.node), printable(entry.name()) + " is " + shown_text, expected);
    return std::nullopt;
  }
  if (*duration == Duration::zero() && !zero_allowed) {
    reading.fail(place_of(*entry.node), printable(entry.name()) + " is " + shown_text, "more than nothing");
    return std::nullopt;
  }
  return duration;
}

bool read_branches(const Entry& on, Variables& variables, Reading& reading, std::vector<Branch>& branches,
                   std::vector<Jump>& jumps) {
  const auto* table = on.node->as_table();
  if (table == nullptr) return wrong_type(on, "a table: on = { BUSY = \"again\" }", reading);
  for (const auto& entry : in_order(*table)) {
    const auto pattern = pattern_of(entry.name());
    if (!pattern)
      return reading.fail(
          place_of(*entry.key), "no branch can be made on " + in_quotes(entry.name()),
          "a final result (BUSY, \"NO CARRIER\"), an outcome class (no_answer), timeout or any");
    const auto twin = [&](const Branch& other) { return same(other.when, *pattern); };
    if (std::any_of(branches.begin(), branches.end(), twin))
      return reading.fail(place_of(*entry.key), "a second branch on " + in_quotes(entry.name()),
                          "one for each result");
    Branch branch;
    branch.when = *pattern;
    const bool good = entry.node->is_table() ? read_jump_table(entry, variables, reading, branch, jumps)
                                             : read_target(entry, reading, branch, jumps);
    if (!good) return false;
    branches.push_back(std::move(branch));
  }
  return true;
}

} // namespace dialbench::script
