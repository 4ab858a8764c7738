// What holds for every script that is read, chat(8) or TOML.
#pragma once

#include "harness/script/read.hpp"
#include "tests/fuzz/rule.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace dialbench::fuzz {

// Whether a place lies in the text: on a line that there is, at most two bytes behind its end; toml++ gives
// the byte behind the line feed where the text is at its end.
inline bool lies_in(std::string_view text, script::Place place) {
  if (place.line == 0) return true;
  for (unsigned line = 1; line < place.line; ++line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + 1);
  }
  return place.column <= text.substr(0, text.find('\n')).size() + 2;
}

inline void check_script(std::string_view text, const at::Expected<script::Script, script::Fault>& read) {
  if (!read) {
    const script::Fault& fault = read.error();
    rule(!fault.found.empty() && printable(script::shown(fault)), "a fault says in one line what was found");
    rule(lies_in(text, fault.place), "a fault has its place in the text");
    return;
  }
  const auto& steps = read.value().steps;
  rule(steps.size() <= script::steps_max, "the number of steps is bounded");
  for (const script::Step& step : steps) {
    rule(step.place.line > 0 && lies_in(text, step.place), "a step has its place in the text");
    rule(step.text.bytes.size() <= script::text_bytes_max, "a step's text is bounded");
    rule(step.tries >= 1 && step.tries <= script::tries_max, "tries are bounded");
    rule(step.duration >= Duration{0} && step.timeout.value_or(Duration{0}) >= Duration{0},
         "no time is negative");
    for (const script::Branch& branch : step.on)
      rule(branch.times <= script::times_max, "branches are bounded");
  }
}

} // namespace dialbench::fuzz
