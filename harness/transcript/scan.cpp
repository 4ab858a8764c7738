#include "harness/transcript/scan.hpp"

#include "harness/transcript/escape.hpp"

namespace dialbench::transcript::scan {

std::optional<Time::rep> take_decimals(std::string_view& text) noexcept {
  Time::rep micros = 0;
  std::size_t count = 0;
  for (; count < text.size() && digit(text[count]); ++count) {
    if (count < 6) micros = micros * 10 + (text[count] - '0');
  }
  if (count == 0 || count > 9) return std::nullopt;
  text.remove_prefix(count);
  for (; count < 6; ++count) micros *= 10;
  return micros;
}

std::string shown(std::string_view found) {
  constexpr std::size_t shown_max = 24;
  return quoted(found.substr(0, shown_max)) + (found.size() > shown_max ? "..." : "");
}

std::optional<char> hex_byte(std::string_view two) noexcept {
  unsigned value = 0;
  if (two.size() != 2) return std::nullopt;
  const auto [end, error] = std::from_chars(two.data(), two.data() + 2, value, 16);
  if (error != std::errc() || end != two.data() + 2) return std::nullopt;
  return static_cast<char>(static_cast<unsigned char>(value));
}

} // namespace dialbench::transcript::scan
