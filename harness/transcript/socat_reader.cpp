#include "harness/transcript/civil_time.hpp"
#include "harness/transcript/limits.hpp"
#include "harness/transcript/scan.hpp"
#include "harness/transcript/socat_format.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace dialbench::transcript {
namespace {

using scan::shown;
using scan::Wrong;

constexpr unsigned digits_of_nanos = 9;

std::optional<CivilTime> take_moment(std::string_view& line) noexcept {
  const auto date = take_date(line, DateOrder::year_month_day, '/');
  if (!date || line.empty() || line.front() != ' ') return std::nullopt;
  line.remove_prefix(1);
  auto clock = take_clock(line);
  if (clock) clock->second += date->day * 86'400;
  return clock;
}

// Whether `bytes` of one side hold AT in either case; `last` is what came before them.
bool says_at(std::string_view bytes, char& last) noexcept {
  for (const char character : bytes) {
    const bool found = (last | 0x20) == 'a' && (character | 0x20) == 't';
    last = character;
    if (found) return true;
  }
  return false;
}

// Where `ready stdio pid=N` begins, which ends the line; nothing where it does not. What EXEC starts writes
// to the same standard error, and socat writes its lines there byte by byte: it may stand amid one of them.
// In the sixteen columns of the text of -v it has no room.
std::optional<std::size_t> ready_words_in(std::string_view line) noexcept {
  constexpr std::string_view ready = "ready stdio pid=";
  const auto begin = line.rfind(ready);
  if (begin == std::string_view::npos) return std::nullopt;
  const auto number = line.substr(begin + ready.size());
  const bool whole = !number.empty() && std::ranges::all_of(number, scan::digit);
  return whole ? std::optional(begin) : std::nullopt;
}

struct SocatReader {
  std::vector<Event> events;

  std::optional<Wrong> take(std::string_view line, bool terminated) {
    if (const auto cut = ready_words_in(line)) {
      torn_ += line.substr(0, *cut);
      return std::nullopt;
    }
    auto wrong = torn_.empty() ? take_whole(line) : take_joined(line);
    if (wrong && !terminated && began_) {
      cut_off_ = true;
      return std::nullopt;
    }
    return wrong;
  }

  void end() {
    put_times();
    put_directions();
    if (missing_ > 0 || cut_off_ || !torn_.empty()) {
      const Time at = events.empty() ? Time{} : events.back().at;
      events.push_back(Event{at, Kind::note, "the last record of the transcript is cut off", 0});
    }
  }

 private:
  std::optional<Wrong> take_whole(std::string_view line) {
    return line.starts_with("> ") || line.starts_with("< ") ? take_header(line) : take_body(line);
  }

  // What is wrong is told where it stands in this line of the file.
  std::optional<Wrong> take_joined(std::string_view line) {
    const std::string joined = std::exchange(torn_, {}) + std::string(line);
    auto wrong = take_whole(joined);
    if (!wrong) return wrong;
    const auto at = static_cast<std::size_t>(wrong->where - joined.data());
    wrong->where = line.data() + (at - std::min(at, joined.size() - line.size()));
    return wrong;
  }

  std::optional<Wrong> take_header(std::string_view line) {
    if (missing_ > 0) {
      return Wrong{std::to_string(missing_) + " bytes of the record before are missing", line.data()};
    }
    auto rest = line.substr(2);
    const auto stamp = take_moment(rest);
    if (!stamp) return Wrong{"expected a time such as 2026/11/21 13:51:21.346440", rest.data()};
    scan::skip_blanks(rest);
    constexpr std::string_view length = "length=";
    const auto at_length = rest;
    if (rest.starts_with(length)) rest.remove_prefix(length.size());
    const auto bytes = scan::take_number<std::size_t>(rest);
    if (at_length.data() == rest.data() || !bytes)
      return Wrong{"expected length= and a count, found " + shown(at_length), at_length.data()};
    began_ = true;
    missing_ = *bytes;
    kind_ = line.front() == '>' ? Kind::sent : Kind::received;
    fresh_ = true;
    stamp_ = *stamp;
    return std::nullopt;
  }

  std::optional<Wrong> take_body(std::string_view line) {
    if (scan::without_blanks_behind(line).empty() || line == "--") return std::nullopt;
    auto rest = line;
    if (auto stamp = take_moment(rest); stamp && rest.starts_with(" socat[")) {
      stamp_ = *stamp;
      add(Kind::note, rest.substr(1));
      return std::nullopt;
    }
    if (stamps_.empty() && missing_ == 0)
      return Wrong{"expected a record of socat's such as > 2026/11/21 13:51:21.346440  length=3 from=0 to=2, "
                   "found " +
                       shown(line),
                   line.data()};
    return take_hex(line);
  }

  // A blank and two digits for each byte; the text of -v stands behind two blanks at least.
  std::optional<Wrong> take_hex(std::string_view line) {
    std::string bytes;
    auto rest = line;
    while (rest.starts_with(' ')) {
      const auto byte = scan::hex_byte(rest.substr(1, 2));
      if (!byte) break;
      bytes += *byte;
      rest.remove_prefix(3);
    }
    if (bytes.empty()) {
      return Wrong{"expected bytes in hexadecimal, found " + shown(line) +
                       "; record with socat -x -v, since -v alone loses bytes",
                   line.data()};
    }
    if (!rest.empty() && !rest.starts_with("  "))
      return Wrong{"expected two hexadecimal digits, found " + shown(rest.substr(1, 2)), rest.data()};
    if (bytes.size() > missing_) return Wrong{"more bytes than the length of the record says", line.data()};
    missing_ -= bytes.size();
    if (!fresh_ && !events.empty() && events.back().text.size() + bytes.size() <= event_bytes_max) {
      events.back().text += bytes;
    } else {
      add(kind_, bytes);
    }
    fresh_ = false;
    return std::nullopt;
  }

  void add(Kind kind, std::string_view text) {
    events.push_back(Event{{}, kind, std::string(text), 0});
    stamps_.push_back(stamp_);
    fresh_ = true;
  }

  void put_times() {
    const bool micros_in_nine = std::all_of(stamps_.begin(), stamps_.end(), [](const CivilTime& stamp) {
      return stamp.fraction_digits != digits_of_nanos || stamp.fraction < micros_in_second;
    });
    std::optional<std::int64_t> began;
    Time before{};
    for (std::size_t index = 0; index < stamps_.size(); ++index) {
      const auto& stamp = stamps_[index];
      const auto fraction =
          micros_in_nine && stamp.fraction_digits == digits_of_nanos ? stamp.fraction : micros(stamp);
      const std::int64_t at = stamp.second * micros_in_second + fraction;
      if (!began) began = at;
      before = std::max(before, Time(at - *began)); // a clock that was set back
      events[index].at = before;
    }
  }

  void put_directions() {
    char last_sent = 0;
    char last_received = 0;
    for (const auto& event : events) {
      if (event.kind == Kind::sent && says_at(event.text, last_sent)) return;
      if (event.kind == Kind::received && says_at(event.text, last_received)) return turn_round();
    }
  }

  void turn_round() noexcept {
    for (auto& event : events) {
      if (event.kind == Kind::note) continue;
      event.kind = event.kind == Kind::sent ? Kind::received : Kind::sent;
    }
  }

  std::vector<CivilTime> stamps_; // of each event
  CivilTime stamp_;
  Kind kind_ = Kind::sent;
  std::size_t missing_ = 0; // bytes of the record
  bool fresh_ = true;       // the next bytes begin an event
  bool cut_off_ = false;
  std::string torn_;   // the beginning of a line whose rest stands behind the words of somebody else
  bool began_ = false; // a record was seen
};

} // namespace

bool looks_like_socat(std::string_view line) noexcept {
  if (line.starts_with("> ") || line.starts_with("< ")) {
    line.remove_prefix(2);
    return take_moment(line).has_value();
  }
  return take_moment(line).has_value() && line.starts_with(" socat[");
}

Reading read_socat(std::string_view text) { return scan::lines(text, SocatReader{}); }

} // namespace dialbench::transcript
