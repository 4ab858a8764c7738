#include "harness/app/typed_number.hpp"

#include "at/dial_string.hpp"
#include "harness/report/plain.hpp"

#include <algorithm>
#include <optional>

namespace dialbench::app {
namespace {

using script::Step;
using script::StepKind;

std::string_view bare(std::string_view dialled) {
  constexpr std::string_view tones = "TtPp";
  while (!dialled.empty() && (dialled.front() == ' ' || tones.find(dialled.front()) != tones.npos))
    dialled.remove_prefix(1);
  while (!dialled.empty() && std::string_view("\r;").find(dialled.back()) != std::string_view::npos)
    dialled.remove_suffix(1);
  return dialled;
}

std::string_view without_cr(std::string_view line) {
  while (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// What a step dials; empty where it does not.
std::string_view dialled_by(const Step& step) {
  if (step.kind == StepKind::dial) return step.text.bytes;
  const bool speaks = step.kind == StepKind::send || step.kind == StepKind::raw;
  return speaks ? at::dial_part(without_cr(step.text.bytes)) : std::string_view();
}

// The numbers of a script as they are met; more than one different one are none that is known.
class Numbers {
 public:
  void add(std::string_view dialled, bool secret) {
    dialled = bare(dialled);
    if (dialled.empty()) return;
    known_ = known_ && !secret && (!number_ || *number_ == dialled);
    number_ = dialled;
  }
  [[nodiscard]] std::string only() const { return known_ ? number_.value_or("") : ""; }

 private:
  bool known_ = true;
  std::optional<std::string> number_;
};

} // namespace

std::string command_in_place_of_number(std::string_view typed) {
  const auto start = std::min(typed.find_first_not_of(' '), typed.size());
  const std::string_view word = typed.substr(start);
  if (word.size() < 2 || (word[0] | 0x20) != 'a' || (word[1] | 0x20) != 't') return {};
  constexpr std::size_t width = 40;
  std::string text = '\'' + report::shortened(report::printable(typed.substr(0, width + 1)), width) +
                     "' is a command line, and a number is expected";
  const std::string_view number = bare(at::dial_part(word));
  const bool needs_no_quotes =
      !number.empty() && number.find_first_not_of("0123456789,-.") == std::string_view::npos;
  return text + (needs_no_quotes && number.size() <= width ? ", without ATD: " + std::string(number) : "");
}

std::string only_number(const script::Script& script) {
  Numbers numbers;
  for (const Step& step : script.steps) {
    numbers.add(dialled_by(step), step.text.secret);
    for (const auto& sub : step.subs) numbers.add(at::dial_part(without_cr(sub.send.bytes)), sub.send.secret);
  }
  return numbers.only();
}

} // namespace dialbench::app
