#include "at/caller_id.hpp"

#include "at/caller_message.hpp"
#include "at/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dialbench::at {
namespace caller {
namespace {

using detail::is_digit;
using detail::is_printable;
using detail::same_letters;

constexpr std::size_t number_characters_max = 40; // GR-30 allows 23; some networks add marks
constexpr std::size_t name_bytes_max = 64;        // GR-30 allows 21
constexpr std::size_t unknown_max = 16;
constexpr std::size_t unknown_bytes_max = 520; // a whole message of 258 bytes in hexadecimal

bool is_digits(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

int two_digits(std::string_view text) noexcept { return (text[0] - '0') * 10 + (text[1] - '0'); }

// `0817`, `08/17`, `08-17`: the digits, without one mark between the pairs.
std::array<char, 4> four_digits(std::string_view text, std::string_view marks) noexcept {
  std::array<char, 4> digits{};
  if (text.size() == 5 && marks.find(text[2]) != std::string_view::npos)
    digits = {text[0], text[1], text[3], text[4]};
  else if (text.size() == 4)
    digits = {text[0], text[1], text[2], text[3]};
  return digits;
}

} // namespace

bool set_date(CallerId& caller, std::string_view text) {
  static constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const auto digits = four_digits(text, "/-.");
  const std::string_view view(digits.data(), digits.size());
  if (!is_digits(view)) return false;
  const CallerId::Moment date{two_digits(view), two_digits(view.substr(2))};
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > days[date.month - 1U]) return false;
  caller.date = date;
  return true;
}

bool set_time(CallerId& caller, std::string_view text) {
  const auto digits = four_digits(text, ":.");
  const std::string_view view(digits.data(), digits.size());
  if (!is_digits(view)) return false;
  const CallerId::Clock time{two_digits(view), two_digits(view.substr(2))};
  if (time.hour > 23 || time.minute > 59) return false;
  caller.time = time;
  return true;
}

bool set_number(CallerId& caller, std::string_view text) {
  const auto withhold = [&](CallerId::Withheld why) {
    caller.number.clear();
    caller.number_withheld = why;
    return true;
  };
  for (const std::string_view word : {"P", "PRIVATE", "BLOCKED", "ANONYMOUS"})
    if (same_letters(word, text)) return withhold(CallerId::Withheld::by_caller);
  for (const std::string_view word : {"O", "OUT OF AREA", "OUT-OF-AREA", "UNAVAILABLE"})
    if (same_letters(word, text)) return withhold(CallerId::Withheld::out_of_area);
  if (text.size() > number_characters_max || !std::any_of(text.begin(), text.end(), is_digit) ||
      !std::all_of(text.begin(), text.end(), is_printable))
    return false;
  caller.number = text;
  caller.number_withheld = CallerId::Withheld::no;
  return true;
}

bool set_called(CallerId& caller, std::string_view text) {
  if (text.size() > number_characters_max || !std::any_of(text.begin(), text.end(), is_digit) ||
      !std::all_of(text.begin(), text.end(), is_printable))
    return false;
  caller.called = text;
  return true;
}

bool set_name(CallerId& caller, std::string_view text) {
  const bool withheld = same_letters("P", text);
  const bool out_of_area = same_letters("O", text);
  caller.name.clear();
  caller.name_withheld = withheld      ? CallerId::Withheld::by_caller
                         : out_of_area ? CallerId::Withheld::out_of_area
                                       : CallerId::Withheld::no;
  if (withheld || out_of_area) return true;
  for (const char c : text.substr(0, name_bytes_max)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) caller.name += c;
  }
  return true;
}

void keep(CallerId& caller, std::string_view key, std::string_view value) {
  if (caller.unknown.size() < unknown_max)
    caller.unknown.emplace_back(key.substr(0, unknown_bytes_max), value.substr(0, unknown_bytes_max));
}

namespace {

std::string_view trimmed(std::string_view text) noexcept {
  const auto is_outer = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; };
  while (!text.empty() && is_outer(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_outer(text.back())) text.remove_suffix(1);
  return text;
}

// ZyXEL tells both in one: `TIME: 08-17 14:05`.
bool set_time_or_moment(CallerId& caller, std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return set_time(caller, text);
  CallerId both = caller;
  if (!set_date(both, text.substr(0, blank)) || !set_time(both, trimmed(text.substr(blank)))) return false;
  caller = std::move(both);
  return true;
}

// 27.007 7.11: `+CLIP: "+4917112345",145`; the number is in quotes, and empty where it is withheld.
bool set_clip(CallerId& caller, std::string_view text) {
  if (text.front() != '"') return false;
  const std::size_t end = text.find('"', 1);
  return end != std::string_view::npos && set_number(caller, text.substr(1, end - 1));
}

bool set_message(CallerId& caller, std::string_view text) {
  return message_form(text) != MessageForm::none && decode_message(caller, text);
}

bool set_unknown(CallerId& /*caller*/, std::string_view /*text*/) { return false; }

struct Tag {
  std::string_view name; // in capitals
  bool (*set)(CallerId&, std::string_view);
};
// results.md, section 8; the tags of #CID=1 and +VCID=1, and those of ZyXEL (2864 manual, caller number
// delivery).
constexpr auto tags = std::to_array<Tag>({
    {"DATE", set_date},
    {"TIME", set_time_or_moment},
    {"NMBR", set_number},
    {"NBR", set_number},
    {"NUMBER", set_number},
    {"CALR", set_number},
    {"CALLER NUMBER", set_number},
    {"NAME", set_name},
    {"CALLER NAME", set_name},
    {"DDN_NMBR", set_called},
    {"DDN", set_called},
    {"MESG", set_message},
    {"TYPE", set_unknown},
    {"+CLIP", set_clip},
});

} // namespace
} // namespace caller

bool add_line(CallerId& caller, std::string_view line) {
  line = caller::trimmed(line);
  const std::size_t mark = line.find_first_of("=:");
  if (mark == std::string_view::npos) {
    // AT#CID=2 tells the message alone.
    const auto form = caller::message_form(line);
    if (form == caller::MessageForm::none) return false;
    if (form == caller::MessageForm::without_checksum || !caller::decode_message(caller, line))
      caller::keep(caller, "MESG", line);
    return true;
  }
  const std::string_view key = caller::trimmed(line.substr(0, mark));
  const auto tag = std::find_if(caller::tags.begin(), caller::tags.end(), [key](const caller::Tag& each) {
    return detail::same_letters(each.name, key);
  });
  if (tag == caller::tags.end()) return false;
  const std::string_view value = caller::trimmed(line.substr(mark + 1));
  if (!value.empty() && !tag->set(caller, value)) caller::keep(caller, tag->name, value);
  return true;
}

} // namespace dialbench::at
