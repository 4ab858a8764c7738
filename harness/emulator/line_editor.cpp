#include "harness/emulator/line_editor.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

// Of seven bits, and no control character.
bool is_plain(char c) {
  const auto code = static_cast<unsigned char>(c);
  return code >= ' ' && code <= '~';
}
constexpr char seven_bits = 0x7f;

} // namespace

void LineEditor::clear() noexcept {
  state_ = State::hunting;
  overlong_ = false;
  body_.clear();
}

LineEditor::Fed LineEditor::feed(std::string_view bytes, char line_end, char backspace) {
  Fed fed;
  while (state_ != State::body && fed.bytes < bytes.size()) {
    fed.typed = hunt(static_cast<char>(bytes[fed.bytes++] & seven_bits));
    if (fed.typed != Typed::nothing) return fed;
    if (state_ == State::body) fed.prefix = fed.bytes;
  }
  fed.bytes += edit(bytes.substr(fed.bytes), line_end, backspace);
  if (fed.bytes == bytes.size()) return fed;
  ++fed.bytes;
  state_ = State::hunting;
  fed.typed = overlong_ ? Typed::overlong : Typed::line;
  return fed;
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

// Everything in front of the line end, or all. S5 above 127 is no character.
std::size_t LineEditor::edit(std::string_view bytes, char line_end, char backspace) {
  const auto body = bytes.substr(0, bytes.find(line_end));
  for (auto rest = body; !rest.empty();) {
    const auto is_text = [&](char c) { return is_plain(c) && c != backspace; };
    const auto text = std::ranges::find_if_not(rest, is_text) - rest.begin();
    keep(rest.substr(0, static_cast<std::size_t>(text)));
    rest.remove_prefix(static_cast<std::size_t>(text));
    if (rest.empty()) break;
    const char c = static_cast<char>(rest.front() & seven_bits);
    if (c == line_end) return body.size() - rest.size();
    if (c == backspace && !body_.empty()) body_.pop_back();
    if (c != backspace && is_plain(c)) keep({&c, 1});
    rest.remove_prefix(1);
  }
  return body.size();
}

void LineEditor::keep(std::string_view text) {
  const auto room = characters_max_ - body_.size();
  overlong_ = overlong_ || text.size() > room;
  body_ += text.substr(0, room);
}

} // namespace dialbench::emulator
