#include "harness/session/awaited_echo.hpp"

#include <algorithm>

namespace dialbench::session {

void AwaitedEcho::expect(std::string_view command) {
  echo_.assign(command);
  come_ = 0;
}

void AwaitedEcho::heard(std::string_view line) noexcept {
  // An echo with its corrections in it is longer than what was sent, and whole.
  come(rest().starts_with(line) ? line.size() : rest().size());
}

std::size_t AwaitedEcho::common(std::string_view line) const noexcept {
  const auto differ = std::ranges::mismatch(line, rest()).in1;
  return static_cast<std::size_t>(differ - line.begin());
}

} // namespace dialbench::session
