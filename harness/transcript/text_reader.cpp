#include "harness/transcript/escape.hpp"
#include "harness/transcript/limits.hpp"
#include "harness/transcript/scan.hpp"
#include "harness/transcript/text_format.hpp"

#include <optional>

namespace dialbench::transcript {
namespace {

constexpr std::size_t line_bytes_max =
    4 * event_bytes_max + 64; // every byte escaped, and what stands before it
constexpr std::string_view header_words = "dialbench transcript ";

using scan::digit;
using scan::shown;
using scan::skip_blanks;
using scan::take_decimals;
using scan::take_number;
using scan::without_blanks_behind;
using scan::Wrong;
using LineReading = at::Expected<Event, Wrong>;

at::Unexpected<Wrong> wrong(std::string what, std::string_view where) {
  return {Wrong{std::move(what), where.data()}};
}

std::optional<Time> take_time(std::string_view& line) noexcept {
  if (line.empty() || !digit(line.front())) return std::nullopt;
  const auto seconds = take_number<Time::rep>(line);
  if (!seconds) return std::nullopt;
  Time::rep micros = 0;
  if (!line.empty() && line.front() == '.') {
    line.remove_prefix(1);
    const auto decimals = take_decimals(line);
    if (!decimals) return std::nullopt;
    micros = *decimals;
  }
  constexpr Time::rep second = 1'000'000;
  if (*seconds > (Time::max().count() - micros) / second) return std::nullopt;
  return Time(*seconds * second + micros);
}

LineReading read_bytes(Time at, Kind kind, std::string_view body) {
  body = without_blanks_behind(body);
  if (body.size() < 2 || body.front() != '"' || body.back() != '"') {
    return wrong("expected a string in double quotes behind the mark, found " + shown(body), body);
  }
  auto bytes = unescaped(body.substr(1, body.size() - 2));
  if (!bytes) {
    return wrong(bytes.error().what + ", at character " + std::to_string(bytes.error().offset + 1) +
                     " of the string",
                 body.substr(1 + bytes.error().offset));
  }
  return Event{at, kind, std::move(*bytes), 0};
}

// Only a note that is a whole C string is one: notes of other recordings hold quotes and backslashes as they
// are.
Event read_note(Time at, std::string_view body) {
  auto bytes = read_bytes(at, Kind::note, body);
  return bytes ? std::move(*bytes) : Event{at, Kind::note, std::string(body), 0};
}

LineReading read_secret(Time at, std::string_view body) {
  const std::string_view whole = body;
  const auto length = take_number<std::size_t>(body);
  skip_blanks(body);
  body = without_blanks_behind(body);
  if (!length || (body != "bytes hidden" && body != "byte hidden")) {
    return wrong("expected \"n bytes hidden\" behind *, found " + shown(whole), whole);
  }
  return Event{at, Kind::secret, {}, *length};
}

// `before`: the time of the line before, for a note that has none of its own.
LineReading read_line(std::string_view line, Time before) {
  skip_blanks(line);
  const std::string_view whole = line;
  Time at = before;
  if (line.front() != '#') {
    const auto time = take_time(line);
    if (!time) return wrong("expected seconds such as 0.000412, found " + shown(whole), whole);
    at = *time;
    skip_blanks(line);
  }
  if (line.empty()) return wrong("expected >, <, # or * behind the time, found the end of the line", line);
  const char mark = line.front();
  const std::string_view at_mark = line;
  line.remove_prefix(1);
  if (mark == '#') {
    if (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    return read_note(at, line);
  }
  skip_blanks(line);
  switch (mark) {
  case '>': return read_bytes(at, Kind::sent, line);
  case '<': return read_bytes(at, Kind::received, line);
  case '*': return read_secret(at, line);
  default:
    return wrong("expected >, <, # or * behind the time, found " + shown(at_mark.substr(0, 1)), at_mark);
  }
}

// Whether the event is our header; its version, where it has one that can be read.
bool is_header(const Event& event) noexcept {
  return event.kind == Kind::note && event.at == Time{} && event.text.rfind(header_words, 0) == 0;
}

std::optional<Wrong> header_fault(std::string_view words, std::string_view line) {
  words.remove_prefix(header_words.size());
  const std::string_view written = words;
  const auto version = take_number<unsigned>(words);
  if (version == text_version && words.empty()) return std::nullopt;
  return Wrong{"format version " + shown(written) + " is not known here; expected " +
                   std::to_string(text_version),
               line.data()};
}

struct TextReader {
  std::vector<Event> events;

  // Nothing, or why the line ends the reading.
  std::optional<Wrong> take(std::string_view line, bool terminated) {
    if (without_blanks_behind(line).empty()) return std::nullopt;
    if (line.size() > line_bytes_max)
      return Wrong{"the line is longer than " + std::to_string(line_bytes_max) + " bytes", line.data()};
    auto event = read_line(line, before_);
    if (!event) return cut_off_or(event.error(), terminated);
    const bool first = !any_;
    any_ = true;
    before_ = event->at;
    if (first && is_header(*event)) return header_fault(event->text, line);
    events.push_back(std::move(*event));
    return std::nullopt;
  }

  void end() noexcept {}

 private:
  std::optional<Wrong> cut_off_or(const Wrong& wrong, bool terminated) {
    if (terminated || !any_) return wrong;
    events.push_back(Event{before_, Kind::note, "the last line of the transcript is cut off", 0});
    return std::nullopt;
  }

  Time before_{};
  bool any_ = false;
};

} // namespace

Reading read_text(std::string_view text) {
  // What a program that was killed had not used of its file.
  const auto used = text.find_last_not_of('\0');
  if (used != std::string_view::npos) text = text.substr(0, used + 1);
  return scan::lines(text, TextReader{});
}

} // namespace dialbench::transcript
