// The echo of a command that an unsolicited line has cut in two, from a modem that leaves out the line ends
// around it: AT, RINGDP5550120 (facts: quirks 2 and 5).
//
// The reader knows echo by its lines, and knows no words. Here a line is taken apart that is a piece of the
// echo, an unsolicited line and the rest of the echo, either piece of which may be missing. The pieces are
// the very bytes that were sent and have not come back, so that nothing is guessed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::session {

class AwaitedEcho {
 public:
  // A command was sent, without its terminator.
  void expect(std::string_view command);
  // The reader took this line for echo.
  void heard(std::string_view line) noexcept;

  // What stands in `line` beside pieces of the awaited echo, which then have come: nothing at all, or text
  // that is_unsolicited(std::string_view) takes for a line of its own. nullopt: the line is not made of that.
  template <class IsUnsolicited>
  std::optional<std::string_view> inside(std::string_view line, IsUnsolicited is_unsolicited) {
    if (rest().empty()) return std::nullopt;
    if (line == rest()) return come(rest().size()), std::string_view();
    for (std::size_t front = common(line) + 1; front-- > 0;) {
      const std::string_view text = line.substr(front);
      const std::string_view behind = rest().substr(front);
      if (is_unsolicited(text)) return come(front), text;
      if (behind.empty() || !text.ends_with(behind)) continue;
      const std::string_view amid = text.substr(0, text.size() - behind.size());
      if (is_unsolicited(amid)) return come(rest().size()), amid;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view rest() const noexcept { return std::string_view(echo_).substr(come_); }
  [[nodiscard]] std::size_t common(std::string_view line) const noexcept;
  void come(std::size_t bytes) noexcept { come_ += bytes; }

  std::string echo_;
  std::size_t come_ = 0;
};

} // namespace dialbench::session
