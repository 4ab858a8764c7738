#include "harness/evidence/duration.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace dialbench::evidence {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t microseconds;
};
// Longer names first where one begins another: ms before m.
constexpr std::array units{Unit{"ms", 1'000}, Unit{"us", 1}, Unit{"h", 3'600'000'000}, Unit{"m", 60'000'000},
                           Unit{"s", 1'000'000}};

// One number and its unit from the front of `text`; a bare number is seconds only where it is the whole text.
std::optional<std::int64_t> take_term(std::string_view& text, bool first) {
  double number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc{} || !(number >= 0) || number > 1e9) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (text.empty() && first) return std::llround(number * 1e6);
  for (const auto& unit : units) {
    if (!text.starts_with(unit.name)) continue;
    text.remove_prefix(unit.name.size());
    return std::llround(number * static_cast<double>(unit.microseconds));
  }
  return std::nullopt;
}

std::string with_tenths(std::int64_t tenths, std::string_view unit) {
  std::string text = std::to_string(tenths / 10);
  text += '.';
  text += static_cast<char>('0' + tenths % 10);
  text += unit;
  return text;
}

} // namespace

std::optional<Duration> parse_duration(std::string_view text) {
  if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
  std::int64_t sum = 0;
  for (bool first = true; !text.empty(); first = false) {
    const auto term = take_term(text, first);
    if (!term) return std::nullopt;
    sum += *term;
    if (sum > duration_max.count()) return std::nullopt;
  }
  return Duration(sum);
}

std::string shown(Duration duration) {
  const std::int64_t tenths = (duration.count() + 50'000) / 100'000;
  if (tenths < 600) return with_tenths(tenths, " s");
  const std::int64_t seconds = (tenths + 5) / 10;
  if (seconds < 3600) return std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) + " s";
  return std::to_string(seconds / 3600) + " h " + std::to_string(seconds / 60 % 60) + " min";
}

std::string spelled(Duration duration) {
  const std::int64_t us = duration.count();
  if (us % 1'000 != 0) return std::to_string(us) + "us";
  const std::int64_t ms = us / 1'000;
  if (ms % 1'000 == 0 && ms >= 60'000) {
    const std::int64_t seconds = ms / 1'000;
    const std::string rest = seconds % 60 != 0 ? std::to_string(seconds % 60) + "s" : "";
    return std::to_string(seconds / 60) + "m" + rest;
  }
  if (ms % 1'000 == 0) return std::to_string(ms / 1'000) + "s";
  if (ms > 1'000 && ms % 100 == 0) return with_tenths(ms / 100, "s");
  return std::to_string(ms) + "ms";
}

} // namespace dialbench::evidence
