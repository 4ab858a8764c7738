#include "harness/transcript/escape.hpp"
#include "harness/transcript/limits.hpp"
#include "harness/transcript/text_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace dialbench::transcript {
namespace {

constexpr std::ptrdiff_t seconds_width =
    4; // of the whole seconds, so that the strings of a short call line up
constexpr Time::rep second = 1'000'000;

// "   0.000412 > ": what stands before the event itself.
void append_head(std::string& out, Time at, char mark) {
  auto micros = std::max<Time::rep>(at.count(), 0);
  std::array<char, 32> head;
  head.fill(' ');
  std::array<char, 20> seconds; // the digits of any 64-bit number
  const char* const end = std::to_chars(seconds.data(), seconds.data() + seconds.size(), micros / second).ptr;
  const auto digits = end - seconds.data();
  char* to =
      std::copy_n(seconds.data(), digits, head.data() + std::max<std::ptrdiff_t>(seconds_width - digits, 0));
  *to = '.';
  micros %= second;
  for (char* digit = to + 6; digit != to; --digit, micros /= 10)
    *digit = static_cast<char>('0' + micros % 10);
  to[8] = mark;
  out.append(head.data(), static_cast<std::size_t>(to + 10 - head.data()));
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
void append_secret(std::string& out, const Event& event) {
  const std::size_t length = std::max(event.length, event.text.size());
  out += std::to_string(length) + (length == 1 ? " byte hidden" : " bytes hidden");
}

} // namespace

void append_text_header(std::string& out) {
  append_text(out, Event{Time{}, Kind::note, "dialbench transcript " + std::to_string(text_version), 0});
}

void append_text(std::string& out, const Event& event) {
  std::string_view rest = event.text;
  do {
    append_head(out, event.at, mark_of(event.kind));
    const std::string_view text = rest.substr(0, event_bytes_max);
    if (event.kind == Kind::secret) {
      append_secret(out, event);
      rest = {};
    } else if (event.kind == Kind::note && plain_note(text)) {
      out += text;
    } else {
      append_quoted(out, text);
    }
    out += '\n';
    rest.remove_prefix(std::min(rest.size(), event_bytes_max));
  } while (!rest.empty());
}

} // namespace dialbench::transcript
