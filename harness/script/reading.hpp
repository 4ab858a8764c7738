// What both readers share: the first fault, the file's name for it, the number rules, and what no script may
// be.
#pragma once

#include "harness/script/number_rules.hpp"
#include "harness/script/script.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::script {

// Every reading function gives nothing, or false, after it has left a fault here. Only the first one is kept:
// what follows from it would mislead.
class Reading {
 public:
  Reading(std::string_view file, const NumberRules& number_rules)
      : rules(number_rules)
      , file_(file) {}

  // Always false, so that a check can end with `return reading.fail(...)`.
  bool fail(Place place, std::string found, std::string expected,
            evidence::OutcomeClass outcome = evidence::OutcomeClass::script_fault);
  // The file is right, and what was given with it is not: Fault::of_what_was_given.
  bool fail_given(Place place, std::string found, std::string expected);
  // A number that may not be dialled, found at `place`. A secret number is not shown.
  bool fail(Place place, const NumberRefusal& refusal, bool secret);

  [[nodiscard]] bool failed() const noexcept { return fault_.has_value(); }
  [[nodiscard]] at::Unexpected<Fault> fault() const { return {*fault_}; }

  // False, with a fault, where the text is empty, too large, or holds a NUL. `what` it is, and the `least`
  // that stands in one.
  bool accept(std::string_view text, std::string_view what = "script",
              std::string_view least = "at least one step");

  const NumberRules& rules;

 private:
  std::string file_;
  std::optional<Fault> fault_;
};

// Line and column of a byte; columns count bytes.
Place place_of(std::string_view text, std::size_t offset) noexcept;

} // namespace dialbench::script
