// Bytes become command lines, as a modem takes them (V.250 5.2.1 to 5.2.4): AT or at, the body, S3; A/
// repeats.
//
// Whatever comes before the prefix is nothing: bare line ends, a line feed behind the last one, C-Kermit's
// +++. Mixed case (At) is no prefix, for a modem finds rate and parity from the two letters together. S5
// takes the last character of the body away and never the prefix. An eighth bit is ignored (5.1): a parity
// that the computer adds by itself does no harm.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dialbench::emulator {

inline constexpr std::size_t command_characters_max = 128; // of the body, unless said otherwise

enum class Typed {
  nothing,  // more is needed
  line,     // body() is complete
  overlong, // complete, and longer than the buffer: ERROR
  repeat    // A/
};

class LineEditor {
 public:
  explicit LineEditor(std::size_t characters_max = command_characters_max)
      : characters_max_(characters_max) {}
  struct Fed {
    std::size_t bytes = 0;  // up to the one that completes something, or all
    std::size_t prefix = 0; // of these, up to AT that begins a body; 0: none does
    Typed typed = Typed::nothing;
  };
  Fed feed(std::string_view bytes, char line_end, char backspace);
  void clear() noexcept;

  [[nodiscard]] const std::string& body() const noexcept { return body_; } // behind the prefix
  [[nodiscard]] bool idle() const noexcept { return state_ == State::hunting; }

 private:
  enum class State { hunting, half, body };
  Typed hunt(char c);
  std::size_t edit(std::string_view bytes, char line_end, char backspace);
  void keep(std::string_view text);

  std::size_t characters_max_;
  State state_ = State::hunting;
  char first_ = 'A';
  bool overlong_ = false;
  std::string body_;
};

} // namespace dialbench::emulator
