#include "at/last_call/s86.hpp"

#include "at/last_call/letters.hpp"
#include "at/last_call/number.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dialbench::at::last_call {
namespace {

struct Row {
  std::uint32_t number;
  CallEnd end;
};
constexpr auto rows = std::to_array<Row>({
#define S86(number, end) {number, CallEnd::end},
#include "at/last_call/s86.def"
});

bool is_number(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

} // namespace

std::optional<std::string_view> s86_named(std::string_view line) noexcept {
  line = trimmed(line);
  if (line.size() < 5 || to_upper(line[0]) != 'S' || line.substr(1, 2) != "86") return std::nullopt;
  line = trimmed(line.substr(3));
  if (line.empty() || (line.front() != '=' && line.front() != ':')) return std::nullopt;
  line = trimmed(line.substr(1));
  return is_number(line) ? std::optional(line) : std::nullopt;
}

void read_s86(Collector& collector, std::span<const std::string_view> lines) {
  for (const std::string_view line : lines) {
    const std::string_view written = s86_named(line).value_or(trimmed(line));
    if (!is_number(written)) continue;
    const auto number = decimal(written);
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return number == row.number; });
    const std::string words = "S86=" + std::string(written.substr(0, value_bytes_max));
    if (found != rows.end()) return collector.end(found->end, words);
    collector.keep("S86", written);
    return collector.end_words(words);
  }
}

} // namespace dialbench::at::last_call
