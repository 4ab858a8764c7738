#include "harness/app/classify_input.hpp"

#include <algorithm>

namespace dialbench::app {
namespace {

int digit_of(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 16;
}

// What an escape or a notation stands for, and how many characters it is long; 0: it is none.
struct Read {
  char byte = 0;
  std::size_t size = 0;
};

Read number(std::string_view digits, int base, std::size_t digits_max, std::size_t before) noexcept {
  int value = 0;
  std::size_t count = 0;
  for (; count < digits_max && count < digits.size() && digit_of(digits[count]) < base; ++count)
    value = value * base + digit_of(digits[count]);
  if (count == 0 || value > 0xFF) return {};
  return {static_cast<char>(static_cast<unsigned char>(value)), before + count};
}

Read c_escape(std::string_view text) noexcept {
  if (text.size() < 2) return {};
  switch (text[1]) {
  case 'n': return {'\n', 2};
  case 'r': return {'\r', 2};
  case 't': return {'\t', 2};
  case 'a': return {'\a', 2};
  case 'b': return {'\b', 2};
  case 'e': return {'\x1b', 2};
  case 'f': return {'\f', 2};
  case 'v': return {'\v', 2};
  case '\\':
  case '"':
  case '\'':
  case '?': return {text[1], 2};
  case 'x': return number(text.substr(2), 16, 2, 2);
  default: return number(text.substr(1), 8, 3, 1);
  }
}

bool is_word(std::string_view text, std::string_view word) noexcept {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b);
         });
}

// Some lists have lost the last bracket of a line: <cr><lf
Read inf_notation(std::string_view text) noexcept {
  const auto closed = [&](char byte, std::size_t size) {
    if (text.size() == size) return Read{byte, size};
    return text[size] == '>' ? Read{byte, size + 1} : Read{};
  };
  if (is_word(text, "<cr")) return closed('\r', 3);
  if (is_word(text, "<lf")) return closed('\n', 3);
  if (!is_word(text, "<h") || text.size() < 5 || text[4] != '>') return {};
  const Read hex = number(text.substr(2), 16, 2, 2);
  return hex.size == 4 ? Read{hex.byte, 5} : Read{};
}

std::string_view without_quotes(std::string_view line) noexcept {
  if (line.size() < 2 || line.front() != '"' || line.back() != '"') return line;
  const std::string_view inner = line.substr(1, line.size() - 2);
  const std::size_t last = inner.find_last_not_of('\\');
  const std::size_t backslashes = last == std::string_view::npos ? inner.size() : inner.size() - 1 - last;
  return backslashes % 2 == 0 ? inner : line; // the quote at the end is itself escaped
}

} // namespace

bool InputSigns::found_in(std::string_view bytes) noexcept {
  for (const char c : bytes) {
    if (found_ || seen_ == bytes_max) break;
    const bool lone_cr = behind_cr_ && c != '\n';
    const bool empty_first_line = behind_cr_ && seen_ == 1;
    found_ = lone_cr || empty_first_line || c == '\0';
    behind_cr_ = c == '\r';
    ++seen_;
  }
  return found_;
}

void append_unescaped(std::string& out, std::string_view line) {
  line = without_quotes(line);
  while (!line.empty()) {
    const std::size_t plain = std::min(line.find_first_of("\\<"), line.size());
    out += line.substr(0, plain);
    line.remove_prefix(plain);
    if (line.empty()) return;
    const Read read = line.front() == '\\' ? c_escape(line) : inf_notation(line);
    out += read.size > 0 ? read.byte : line.front();
    line.remove_prefix(std::max<std::size_t>(read.size, 1));
  }
}

void TextLines::hold(std::string_view part) {
  const std::size_t fitting = std::min(part.size(), line_bytes_max - held_.size());
  held_ += part.substr(0, fitting);
  if (fitting < part.size()) cut_ = true;
}

} // namespace dialbench::app
