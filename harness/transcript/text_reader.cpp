#include "harness/transcript/escape.hpp"
#include "harness/transcript/limits.hpp"
#include "harness/transcript/text_format.hpp"

#include <charconv>
#include <optional>

namespace dialbench::transcript {
namespace {

constexpr std::size_t line_bytes_max =
    4 * event_bytes_max + 64; // every byte escaped, and what stands before it
constexpr std::string_view header_words = "dialbench transcript ";

using LineReading = at::Expected<Event, std::string>; // the error: what was found, what was expected

at::Unexpected<std::string> wrong(std::string what) { return {std::move(what)}; }

void skip_blanks(std::string_view& text) noexcept {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
}

std::string_view without_blanks_behind(std::string_view text) noexcept {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool digit(char character) noexcept { return character >= '0' && character <= '9'; }

// A few characters of the input for a message; the rest of a long line helps nobody.
std::string shown(std::string_view found) {
  constexpr std::size_t shown_max = 24;
  return quoted(found.substr(0, shown_max)) + (found.size() > shown_max ? "..." : "");
}

template <class Number>
std::optional<Number> take_number(std::string_view& text) noexcept {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// Up to nine decimals; what is finer than a microsecond is dropped.
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
    return wrong("expected a string in double quotes behind the mark, found " + shown(body));
  }
  auto bytes = unescaped(body.substr(1, body.size() - 2));
  if (!bytes) {
    return wrong(bytes.error().what + ", at character " + std::to_string(bytes.error().offset + 1) +
                 " of the string");
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
    return wrong("expected \"n bytes hidden\" behind *, found " + shown(whole));
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
    if (!time) return wrong("expected seconds such as 0.000412, found " + shown(whole));
    at = *time;
    skip_blanks(line);
  }
  if (line.empty()) return wrong("expected >, <, # or * behind the time, found the end of the line");
  const char mark = line.front();
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
  default: return wrong("expected >, <, # or * behind the time, found " + shown(std::string_view(&mark, 1)));
  }
}

// Whether the event is our header; its version, where it has one that can be read.
bool is_header(const Event& event) noexcept {
  return event.kind == Kind::note && event.at == Time{} && event.text.rfind(header_words, 0) == 0;
}

std::optional<std::string> header_fault(std::string_view words) {
  words.remove_prefix(header_words.size());
  const std::string_view written = words;
  const auto version = take_number<unsigned>(words);
  if (version == text_version && words.empty()) return std::nullopt;
  return "format version " + shown(written) + " is not known here; expected " + std::to_string(text_version);
}

class Reader {
 public:
  // Nothing, or why the line ends the reading.
  std::optional<std::string> take(std::string_view line, bool terminated) {
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (without_blanks_behind(line).empty()) return std::nullopt;
    if (line.size() > line_bytes_max)
      return "the line is longer than " + std::to_string(line_bytes_max) + " bytes";
    auto event = read_line(line, before_);
    if (!event) return cut_off_or(event.error(), terminated);
    const bool first = !any_;
    any_ = true;
    before_ = event->at;
    if (first && is_header(*event)) return header_fault(event->text);
    if (events_.size() == events_max) return "more than " + std::to_string(events_max) + " events";
    events_.push_back(std::move(*event));
    return std::nullopt;
  }

  std::vector<Event> events() && { return std::move(events_); }

 private:
  std::optional<std::string> cut_off_or(const std::string& what, bool terminated) {
    if (terminated || !any_) return what;
    events_.push_back(Event{before_, Kind::note, "the last line of the transcript is cut off", 0});
    return std::nullopt;
  }

  std::vector<Event> events_;
  Time before_{};
  bool any_ = false;
};

} // namespace

Reading read_text(std::string_view text) {
  if (text.size() > transcript_bytes_max) {
    return at::Unexpected{Fault{0, "longer than " + std::to_string(transcript_bytes_max) + " bytes"}};
  }
  Reader reader;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const bool terminated = end != std::string_view::npos;
    if (auto what = reader.take(text.substr(0, end), terminated)) {
      return at::Unexpected{Fault{number, std::move(*what)}};
    }
    text.remove_prefix(terminated ? end + 1 : text.size());
  }
  return std::move(reader).events();
}

} // namespace dialbench::transcript
