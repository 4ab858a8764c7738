#include "harness/transcript/escape.hpp"
#include "harness/transcript/limits.hpp"
#include "harness/transcript/text_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace dialbench::transcript {
namespace {

// Of the whole seconds, so that the strings of a short call line up.
constexpr std::size_t seconds_width = 4;
constexpr Time::rep seconds_aligned = 10'000;
constexpr Time::rep second = 1'000'000;
constexpr std::size_t micros_digits = 6;

// Room for what stands around the bytes of an event: the digits of any time and of any length.
constexpr std::size_t head_max = 32;
constexpr std::size_t around_max = 80;

constexpr auto pairs = [] {
  std::array<std::array<char, 2>, 100> digits{};
  for (std::size_t value = 0; value < digits.size(); ++value) {
    digits[value] = {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  }
  return digits;
}();
void put_pair(char* to, unsigned value) noexcept { std::memcpy(to, pairs[value].data(), 2); }

// "   0.000412 > ": what stands before the event itself.
char* put_head(char* to, Time at, char mark) noexcept {
  const auto time = std::max<Time::rep>(at.count(), 0);
  std::fill_n(to, head_max, ' ');
  char* point = to + seconds_width;
  for (auto more = time / (second * seconds_aligned); more > 0; more /= 10) ++point;
  char* digit = point;
  auto seconds = time / second;
  do *--digit = static_cast<char>('0' + seconds % 10);
  while ((seconds /= 10) > 0);
  *point = '.';
  const auto micros = static_cast<unsigned>(time % second);
  put_pair(point + 1, micros / 10'000);
  put_pair(point + 3, micros / 100 % 100);
  put_pair(point + 5, micros % 100);
  point[micros_digits + 2] = mark;
  return point + micros_digits + 4;
}

bool plain_note(std::string_view words) noexcept {
  const auto printable = [](char character) { return character >= 0x20 && character < 0x7f; };
  return !words.empty() && words.front() != ' ' && words.front() != '"' && words.back() != ' ' &&
         std::all_of(words.begin(), words.end(), printable);
}

char mark_of(Kind kind) noexcept {
  switch (kind) {
  case Kind::sent: return '>';
  case Kind::received: return '<';
  case Kind::secret: return '*';
  case Kind::note: break;
  }
  return '#';
}

// A secret's text should be empty; where it is not, it is counted and never written.
char* put_secret(char* to, const Event& event) noexcept {
  const std::size_t length = std::max(event.length, event.text.size());
  const std::string_view hidden = length == 1 ? " byte hidden" : " bytes hidden";
  to = std::to_chars(to, to + head_max, length).ptr;
  return std::copy(hidden.begin(), hidden.end(), to);
}

} // namespace

void append_text_header(std::string& out) {
  append_text(out, Event{Time{}, Kind::note, "dialbench transcript " + std::to_string(text_version), 0});
}

void append_text(std::string& out, const Event& event) {
  std::string_view rest = event.text;
  do {
    const std::string_view text = rest.substr(0, event_bytes_max);
    const std::size_t before = out.size();
    out.resize(before + around_max + quoted_max(text.size()));
    char* to = put_head(out.data() + before, event.at, mark_of(event.kind));
    if (event.kind == Kind::secret) {
      to = put_secret(to, event);
      rest = {};
    } else if (event.kind == Kind::note && plain_note(text)) {
      to = std::copy(text.begin(), text.end(), to);
    } else {
      to = put_quoted(to, text);
    }
    *to++ = '\n';
    out.resize(static_cast<std::size_t>(to - out.data()));
    rest.remove_prefix(std::min(rest.size(), event_bytes_max));
  } while (!rest.empty());
}

} // namespace dialbench::transcript
