#include "harness/script/quoted.hpp"

namespace dialbench::script {
namespace {

constexpr std::size_t shown_max = 40;

void append_escaped(std::string& out, char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20 && byte < 0x7f) {
    out += c;
  } else {
    out += "\\x";
    out += hex[byte >> 4];
    out += hex[byte & 15];
  }
}

} // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) append_escaped(out, c);
  return out;
}

std::string printable(std::string_view text) {
  return escaped(text.substr(0, shown_max)) + (text.size() > shown_max ? "..." : "");
}

std::string in_quotes(std::string_view text) { return '"' + printable(text) + '"'; }

std::string listed(std::string_view words) {
  std::string out;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(word.size());
    if (!words.empty()) words.remove_prefix(1);
    if (!out.empty()) out += words.empty() ? " or " : ", ";
    out += word;
  }
  return out;
}

} // namespace dialbench::script
