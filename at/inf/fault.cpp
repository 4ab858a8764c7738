#include "at/inf/fault.hpp"

namespace dialbench::at::inf {
namespace {

constexpr std::size_t shown_bytes_max = 60;

void append_escaped(std::string& to, unsigned char byte) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  to += "\\x";
  to += digits[byte >> 4U];
  to += digits[byte & 0x0FU];
}

// What is printed where nobody knows the code page: ASCII only.
std::string in_ascii(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte > 0x7E)
      append_escaped(result, byte);
    else
      result += c;
  }
  return result;
}

} // namespace

std::string shown(std::string_view text) {
  std::string result;
  for (const char c : text.substr(0, shown_bytes_max)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      append_escaped(result, byte);
    } else {
      result += c;
    }
  }
  if (text.size() > shown_bytes_max) result += "...";
  return result;
}

std::string quoted(std::string_view text) {
  std::string result(1, '\'');
  result += shown(text);
  result += '\'';
  return result;
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string result;
  for (const std::string_view part : parts) result += part;
  return result;
}

std::string message(const Fault& fault) {
  const std::string line = fault.place.line != 0 ? joined({":", std::to_string(fault.place.line)}) : "";
  return joined(
      {in_ascii(fault.place.file), line, ": ", std::to_string(fault.code), ": ", in_ascii(fault.text)});
}

} // namespace dialbench::at::inf
