#include "at/inf/escapes.hpp"

#include "at/inf/fold.hpp"

namespace dialbench::at::inf {
namespace {

int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  const char letter = fold(c);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

} // namespace

Escape escape_at(std::string_view text) noexcept {
  if (text.substr(0, 2) == "<<") return {2, '<'};
  if (same(text.substr(0, 4), "<cr>")) return {4, '\r'};
  if (same(text.substr(0, 4), "<lf>")) return {4, '\n'};
  if (text.size() < 5 || !same(text.substr(0, 2), "<h") || text[4] != '>') return {};
  const int high = hex_digit(text[2]);
  const int low = hex_digit(text[3]);
  if (high < 0 || low < 0) return {};
  return {5, static_cast<char>(static_cast<unsigned char>(high * 16 + low))};
}

Unescaped unescape(std::string_view text) {
  constexpr std::size_t unknown_bytes_max = 32;
  Unescaped result;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '<') {
      result.bytes += text[at++];
      continue;
    }
    if (const Escape escape = escape_at(text.substr(at)); escape.length != 0) {
      result.bytes += escape.byte;
      at += escape.length;
      continue;
    }
    // What is left open at the end of a line can only be meant so; real files have it.
    const std::string_view rest_of_text = text.substr(at);
    const Escape unclosed = rest_of_text.size() == 3 ? escape_at(std::string(rest_of_text) + '>') : Escape{};
    if (result.unknown.empty()) {
      const std::string_view rest = text.substr(at, unknown_bytes_max);
      const std::size_t end = rest.find('>');
      result.unknown = rest.substr(0, end == std::string_view::npos ? end : end + 1);
    }
    result.bytes += unclosed.length != 0 ? unclosed.byte : text[at];
    at += unclosed.length != 0 ? rest_of_text.size() : 1;
  }
  return result;
}

} // namespace dialbench::at::inf
