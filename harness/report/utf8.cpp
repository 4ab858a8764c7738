#include "harness/report/json.hpp"

namespace dialbench::report {
namespace {

bool continues(std::string_view bytes, std::size_t at, unsigned low, unsigned high) {
  if (at >= bytes.size()) return false;
  const auto byte = static_cast<unsigned char>(bytes[at]);
  return byte >= low && byte <= high;
}

// How many bytes of well-formed UTF-8 start at `at`; 0: none. RFC 3629, section 4.
std::size_t well_formed(std::string_view bytes, std::size_t at) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const unsigned low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
  const unsigned high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
  if (!continues(bytes, at + 1, low, high)) return 0;
  const std::size_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (std::size_t i = 2; i < length; ++i) {
    if (!continues(bytes, at + i, 0x80, 0xbf)) return 0;
  }
  return length;
}

} // namespace

std::string utf8(std::string_view bytes) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    if (const std::size_t length = well_formed(bytes, at); length > 0) {
      out += bytes.substr(at, length);
      at += length;
      continue;
    }
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    out += "\\x";
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

} // namespace dialbench::report
