#include "at/inf/fault.hpp"

namespace dialbench::at::inf {
namespace {

constexpr std::size_t shown_bytes_max = 60;

} // namespace

std::string shown(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text.substr(0, shown_bytes_max)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      result += "\\x";
      result += digits[byte >> 4U];
      result += digits[byte & 0x0FU];
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
  return joined({fault.place.file, line, ": ", std::to_string(fault.code), ": ", fault.text});
}

} // namespace dialbench::at::inf
