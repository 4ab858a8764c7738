#include "harness/emulator/own_line.hpp"

#include "harness/emulator/setting.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

constexpr std::string_view tone_names[] = {
#define DIAL_TONE(name, text) #name,
#include "harness/emulator/own_line.def"
};

constexpr std::string_view keys = ""
#define OWN_LINE(type, field, initial, text) " " #field
#include "harness/emulator/own_line.def"
    ;

constexpr std::size_t outside_digits_max = 8;

// An exchange that takes longer for these is none that a modem could call through.
constexpr Duration tone_time_max = std::chrono::minutes(10);
bool is_tone_time(std::string_view name) {
  return name == "stutter" || name == "second_tone_after" || name == "knock";
}

std::optional<std::string> read(OwnLine::DialTone& field, std::string_view value) {
  return read_choice(field, tone_names, value);
}
std::optional<std::string> read(BlacklistRule& field, std::string_view value) {
  return read_blacklist_rule(field, value);
}
std::optional<std::string> read(bool& field, std::string_view value) { return read_setting(field, value); }
std::optional<std::string> read(Duration& field, std::string_view value) {
  return read_setting(field, value);
}
// The only text here is a number.
std::optional<std::string> read(std::string& field, std::string_view value) {
  const auto is_dialled = [](char c) { return (c >= '0' && c <= '9') || c == '*' || c == '#'; };
  if (value.size() > outside_digits_max || !std::ranges::all_of(value, is_dialled))
    return "at most 8 of the digits 0-9 * #";
  field = value;
  return std::nullopt;
}

} // namespace

std::string_view own_line_keys() noexcept { return keys.substr(1); }

std::optional<std::string> set_own_line(OwnLine& line, std::string_view name, std::string_view value) {
  Duration time{};
  if (is_tone_time(name) && !read_setting(time, value) && time > tone_time_max) return "a duration up to 10m";
#define OWN_LINE(type, field, initial, text)                                                                 \
  if (name == #field) return read(line.field, value);
#include "harness/emulator/own_line.def"
  return "one of" + std::string(keys);
}

} // namespace dialbench::emulator
