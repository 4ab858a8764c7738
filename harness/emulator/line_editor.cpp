#include "harness/emulator/line_editor.hpp"

namespace dialbench::emulator {

void LineEditor::clear() noexcept {
  state_ = State::hunting;
  overlong_ = false;
  body_.clear();
}

Typed LineEditor::feed(char c, char line_end, char backspace) {
  if (state_ != State::body) return hunt(c);
  if (c != line_end) {
    edit(c, backspace);
    return Typed::nothing;
  }
  state_ = State::hunting;
  return overlong_ ? Typed::overlong : Typed::line;
}

Typed LineEditor::hunt(char c) {
  if (state_ == State::half) {
    if (c == '/') {
      state_ = State::hunting;
      return Typed::repeat;
    }
    if (c == (first_ == 'A' ? 'T' : 't')) {
      clear();
      state_ = State::body;
      return Typed::nothing;
    }
  }
  first_ = c;
  state_ = c == 'A' || c == 'a' ? State::half : State::hunting;
  return Typed::nothing;
}

void LineEditor::edit(char c, char backspace) {
  constexpr unsigned char delete_character = 127;
  const auto code = static_cast<unsigned char>(c);
  if (c == backspace && code < 128) {
    if (!body_.empty()) body_.pop_back();
    return;
  }
  if (code < ' ' || code == delete_character) return;
  if (body_.size() < characters_max_)
    body_ += c;
  else
    overlong_ = true;
}

} // namespace dialbench::emulator
