#include "harness/transcript/escape.hpp"

#include <array>
#include <optional>

namespace dialbench::transcript {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

constexpr bool printable(unsigned char byte) noexcept { return byte >= 0x20 && byte < 0x7f; }

// What stands behind the backslash of each byte: a letter, x before two digits, or nothing for a byte that
// stands for itself.
constexpr auto escape_letters = [] {
  std::array<char, 256> letters{};
  for (unsigned byte = 0; byte < letters.size(); ++byte) {
    if (!printable(static_cast<unsigned char>(byte))) letters[byte] = 'x';
  }
  letters['\r'] = 'r';
  letters['\n'] = 'n';
  letters['\t'] = 't';
  letters['\\'] = '\\';
  letters['"'] = '"';
  return letters;
}();

// Writes one byte's characters to `to`; gives the place behind them.
char* put_escaped(char* to, char character) noexcept {
  const auto byte = static_cast<unsigned char>(character);
  const char letter = escape_letters[byte];
  if (letter == '\0') {
    *to++ = character;
    return to;
  }
  *to++ = '\\';
  *to++ = letter;
  if (letter != 'x') return to;
  *to++ = hex_digits[byte >> 4];
  *to++ = hex_digits[byte & 0x0f];
  return to;
}

std::optional<unsigned> digit_of(char character, unsigned base) noexcept {
  unsigned value = base;
  if (character >= '0' && character <= '9') value = static_cast<unsigned>(character - '0');
  if (character >= 'a' && character <= 'f') value = static_cast<unsigned>(character - 'a') + 10;
  if (character >= 'A' && character <= 'F') value = static_cast<unsigned>(character - 'A') + 10;
  return value < base ? std::optional<unsigned>(value) : std::nullopt;
}

// Up to `digits_max` digits at `next`, which is moved behind them; nothing where the first is none.
std::optional<unsigned> read_digits(std::string_view text, std::size_t& next, unsigned base,
                                    unsigned digits_max) {
  std::optional<unsigned> value;
  for (unsigned count = 0; count < digits_max && next < text.size(); ++count) {
    const auto digit = digit_of(text[next], base);
    if (!digit) break;
    value = value.value_or(0) * base + *digit;
    ++next;
  }
  return value;
}

std::optional<char> letter_escape(char letter) noexcept {
  switch (letter) {
  case 'n': return '\n';
  case 'r': return '\r';
  case 't': return '\t';
  case 'a': return '\a';
  case 'b': return '\b';
  case 'e': return '\x1b';
  case 'f': return '\f';
  case 'v': return '\v';
  case '\\':
  case '"':
  case '\'':
  case '?': return letter;
  default: return std::nullopt;
  }
}

// The byte of the escape whose backslash is at `next`, which is moved behind it; nothing where it is none.
std::optional<char> read_escape(std::string_view text, std::size_t& next) {
  const std::size_t letter = next + 1;
  if (letter >= text.size()) return std::nullopt;
  if (const auto byte = letter_escape(text[letter])) {
    next = letter + 1;
    return byte;
  }
  const bool hex = text[letter] == 'x';
  std::size_t digits = hex ? letter + 1 : letter;
  const auto value = hex ? read_digits(text, digits, 16, 2) : read_digits(text, digits, 8, 3);
  if (!value || *value > 0xff) return std::nullopt;
  next = digits;
  return static_cast<char>(static_cast<unsigned char>(*value));
}

} // namespace

// Room for the worst first, and one pass over it: a transcript is written while somebody waits.
void append_escaped(std::string& out, std::string_view bytes) {
  const std::size_t before = out.size();
  out.resize(before + quoted_max(bytes.size()));
  char* to = out.data() + before;
  for (const char character : bytes) to = put_escaped(to, character);
  out.resize(static_cast<std::size_t>(to - out.data()));
}

std::string escaped(std::string_view bytes) {
  std::string out;
  append_escaped(out, bytes);
  return out;
}

char* put_quoted(char* to, std::string_view bytes) noexcept {
  *to++ = '"';
  for (const char character : bytes) to = put_escaped(to, character);
  *to++ = '"';
  return to;
}

void append_quoted(std::string& out, std::string_view bytes) {
  out += '"';
  append_escaped(out, bytes);
  out += '"';
}

std::string quoted(std::string_view bytes) {
  std::string out;
  append_quoted(out, bytes);
  return out;
}

at::Expected<std::string, EscapeFault> unescaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t next = 0; next < text.size();) {
    const char character = text[next];
    const auto byte = static_cast<unsigned char>(character);
    if (character == '\\') {
      const std::size_t start = next;
      const auto escape = read_escape(text, next);
      if (!escape) {
        return at::Unexpected{
            EscapeFault{start, "no escape for one byte: \\" + escaped(text.substr(start + 1, 3))}};
      }
      out += *escape;
    } else if (character == '"') {
      return at::Unexpected{EscapeFault{next, "a double quote without a backslash"}};
    } else if ((byte < 0x20 && character != '\t') || byte == 0x7f) {
      return at::Unexpected{EscapeFault{next, "a raw control byte (" + escaped(text.substr(next, 1)) + ")"}};
    } else {
      out += character;
      ++next;
    }
  }
  return out;
}

} // namespace dialbench::transcript
