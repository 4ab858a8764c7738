#include "harness/emulator/replay/loosely.hpp"

namespace dialbench::replay {
namespace {

bool line_end(char c) noexcept { return c == '\r' || c == '\n'; }

// Behind blanks and at least one line end, where there are such; else where it was.
std::size_t behind_line_end(std::string_view text, std::size_t at) noexcept {
  auto next = at;
  while (next < text.size() && text[next] == ' ') ++next;
  if (next == text.size() || !line_end(text[next])) return at;
  while (next < text.size() && line_end(text[next])) ++next;
  return next;
}

bool only_blanks(std::string_view text, std::size_t at) noexcept {
  return text.find_first_not_of(' ', at) == std::string_view::npos;
}

} // namespace

Loosely compared_loosely(std::string_view recorded, std::string_view heard) noexcept {
  using Result = Loosely::Result;
  std::size_t there = 0;
  std::size_t here = 0;
  while (there < recorded.size()) {
    if (here == heard.size()) return {Result::needs_more, here};
    if (const auto end = behind_line_end(recorded, there); end != there) {
      const auto end_here = behind_line_end(heard, here);
      if (end_here == here) return {only_blanks(heard, here) ? Result::needs_more : Result::differs, here};
      there = end;
      here = end_here;
    } else if (recorded[there] != heard[here]) {
      return {Result::differs, here};
    } else {
      ++there;
      ++here;
    }
  }
  return {Result::same, here};
}

} // namespace dialbench::replay
