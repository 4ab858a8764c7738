#include "harness/transcript/escape.hpp"
#include "harness/transcript/limits.hpp"
#include "harness/transcript/text_format.hpp"

#include <algorithm>

namespace dialbench::transcript {
namespace {

constexpr std::size_t seconds_width = 4; // of the whole seconds, so that the strings of a short call line up

void append_time(std::string& out, Time at) {
  const auto micros = std::max<Time::rep>(at.count(), 0);
  const std::string seconds = std::to_string(micros / 1'000'000);
  const std::string decimals = std::to_string(micros % 1'000'000);
  out.append(seconds.size() < seconds_width ? seconds_width - seconds.size() : 0, ' ');
  out += seconds;
  out += '.';
  out.append(6 - decimals.size(), '0');
  out += decimals;
}

bool plain_note(std::string_view words) noexcept {
  const auto printable = [](char character) { return character >= 0x20 && character < 0x7f; };
  return !words.empty() && words.front() != ' ' && words.front() != '"' && words.back() != ' ' &&
         std::all_of(words.begin(), words.end(), printable);
}

void append_body(std::string& out, Kind kind, std::string_view text) {
  switch (kind) {
  case Kind::sent: out += " > " + quoted(text); break;
  case Kind::received: out += " < " + quoted(text); break;
  case Kind::note: out += " # " + (plain_note(text) ? std::string(text) : quoted(text)); break;
  case Kind::secret: break;
  }
}

// A secret's text should be empty; where it is not, it is counted and never written.
void append_secret(std::string& out, const Event& event) {
  const std::size_t length = std::max(event.length, event.text.size());
  out += " * " + std::to_string(length) + (length == 1 ? " byte hidden" : " bytes hidden");
}

} // namespace

void append_text_header(std::string& out) {
  append_text(out, Event{Time{}, Kind::note, "dialbench transcript " + std::to_string(text_version), 0});
}

void append_text(std::string& out, const Event& event) {
  std::string_view rest = event.text;
  do {
    append_time(out, event.at);
    if (event.kind == Kind::secret) {
      append_secret(out, event);
      rest = {};
    } else {
      append_body(out, event.kind, rest.substr(0, event_bytes_max));
      rest.remove_prefix(std::min(rest.size(), event_bytes_max));
    }
    out += '\n';
  } while (!rest.empty());
}

} // namespace dialbench::transcript
