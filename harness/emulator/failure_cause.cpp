// The register that names how the last call ended, by the table that at/last_call reads it with.
#include "harness/emulator/reports.hpp"

#include <algorithm>
#include <array>

namespace dialbench::emulator {
namespace {

using at::CallEnd;

struct S86Value {
  std::uint8_t number;
  CallEnd end;
};
constexpr auto s86_values = std::to_array<S86Value>({
#define S86(number, end) {number, CallEnd::end},
#include "at/last_call/s86.def"
});

// The nearest end that has a number.
CallEnd nearest(CallEnd end) noexcept {
  switch (end) {
  case CallEnd::no_call:
  case CallEnd::in_progress: return CallEnd::previous_cleared;
  case CallEnd::local_hangup:
  case CallEnd::local_reset:
  case CallEnd::escape_code: return CallEnd::normal;
  case CallEnd::no_common_modulation: return CallEnd::speed_unsupported;
  case CallEnd::retrain_failed: return CallEnd::retrain_limit;
  default: return CallEnd::no_connection;
  }
}

} // namespace

std::uint8_t s86_of(const CallLog& log) noexcept {
  auto row = std::ranges::find(s86_values, log.why(), &S86Value::end);
  if (row == s86_values.end()) row = std::ranges::find(s86_values, nearest(log.why()), &S86Value::end);
  return row == s86_values.end() ? std::uint8_t{0} : row->number;
}

} // namespace dialbench::emulator
