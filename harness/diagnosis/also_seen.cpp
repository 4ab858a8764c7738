#include "harness/diagnosis/also_seen.hpp"

#include "harness/diagnosis/conditions.hpp"
#include "harness/diagnosis/phrases.hpp"
#include "harness/evidence/duration.hpp"

#include <array>

namespace dialbench::diagnosis {
namespace {

constexpr std::size_t quoted_max = 3; // of each kind

void add_overruns(std::vector<std::string>& lines, const Facts& facts) {
  if (!facts.outcome.overrun) return;
  const unsigned count = facts.seen.uart ? facts.seen.uart->overrun : 0;
  lines.push_back("UART overruns (" + std::to_string(count) +
                  "): 710 ERROR_OVERRUN. Characters from the modem were lost; a lower --speed helps.");
}

void add_stale(std::vector<std::string>& lines, const Facts& facts) {
  std::size_t shown = 0;
  for (const auto& saying : facts.seen.stale) {
    if (++shown > quoted_max) return;
    lines.push_back("Stale: " + quoted_text(saying.text) +
                    " belongs to an earlier call and was not counted for this one.");
  }
}

void add_owed(std::vector<std::string>& lines, const Facts& facts) {
  if (facts.seen.finals_owed == 0) return;
  lines.emplace_back(
      "The modem still owes the result of this call; should it come later, it is not counted for another.");
}

void add_slips(std::vector<std::string>& lines, const Facts& facts) {
  if (!facts.seen.result || facts.seen.result->slips == 0) return;
  constexpr std::array all{
      at::Slip::no_line_feed, at::Slip::no_carriage_return, at::Slip::nul,    at::Slip::lower_case,
      at::Slip::unterminated, at::Slip::odd_terminator,     at::Slip::blanks, at::Slip::doubled};
  std::string names;
  for (const auto slip : all) {
    if (at::has(facts.seen.result->slips, slip))
      names += (names.empty() ? "" : ", ") + std::string(at::name(slip));
  }
  lines.push_back("The form of " + quoted_text(facts.seen.result->text) + " was unusual: " + names + '.');
}

void add_numeric(std::vector<std::string>& lines, const Facts& facts) {
  if (!facts.seen.numeric) return;
  lines.emplace_back(told_to_use_words(facts)
                         ? "The modem answers in numbers (V0), although it took V1, which asks for words."
                         : "The modem answers in numbers (V0); ATV1 makes it use words.");
}

void add_dropped(std::vector<std::string>& lines, const Facts& facts) {
  if (facts.seen.dropped == 0) return;
  lines.push_back(std::to_string(facts.seen.dropped) + " more lines came than are kept.");
}

// causes.md, R1.
void add_second_hand(std::vector<std::string>& lines, int code) {
  if (code >= 677 && code <= 680) {
    lines.push_back("Windows shows " + std::to_string(code) +
                    " for this; NT 4.0 before Service Pack 6 showed 676.");
  }
}

} // namespace

std::vector<std::string> also_seen(const Facts& facts, int code) {
  std::vector<std::string> lines;
  add_overruns(lines, facts);
  add_stale(lines, facts);
  add_owed(lines, facts);
  add_slips(lines, facts);
  add_numeric(lines, facts);
  add_dropped(lines, facts);
  add_second_hand(lines, code);
  return lines;
}

} // namespace dialbench::diagnosis
