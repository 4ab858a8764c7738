#include "harness/emulator/report_words.hpp"

#include <algorithm>
#include <array>

namespace dialbench::emulator {
namespace {

using at::CallEnd;

struct ReasonWords {
  CallEnd end;
  std::string_view usr, zyxel, conexant, lucent;
};
// OTHER is the last row, under an end that is none.
constexpr auto reason_words = std::to_array<ReasonWords>({
#define REASON(end, usr, zyxel, conexant, lucent) {CallEnd::end, usr, zyxel, conexant, lucent},
#define OTHER(usr, zyxel, conexant, lucent) {CallEnd::unidentified, usr, zyxel, conexant, lucent},
#include "harness/emulator/report_reasons.def"
});

const ReasonWords& row_of(CallEnd end) noexcept {
  const auto row = std::ranges::find(reason_words, end, &ReasonWords::end);
  return row == reason_words.end() ? reason_words.back() : *row;
}

} // namespace

std::string_view usr_reason(CallEnd end) noexcept { return row_of(end).usr; }
std::string_view zyxel_reason(CallEnd end) noexcept { return row_of(end).zyxel; }
std::string_view conexant_reason(CallEnd end) noexcept { return row_of(end).conexant; }
std::string lucent_cause(const CallLog& log) {
  return std::string(log.any() ? row_of(log.why()).lucent : std::string_view("NA"));
}

} // namespace dialbench::emulator
