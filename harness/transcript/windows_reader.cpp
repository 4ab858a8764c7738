#include "harness/transcript/civil_time.hpp"
#include "harness/transcript/scan.hpp"
#include "harness/transcript/windows_format.hpp"

#include <algorithm>

namespace dialbench::transcript {
namespace {

using scan::shown;
using scan::Wrong;

constexpr std::string_view sent_mark = "Send: ";
constexpr std::string_view received_mark = "Recv: ";

// Either order; behind it stands " - ".
std::optional<std::int64_t> take_stamp(std::string_view& line) noexcept {
  const auto begin = line;
  auto clock = take_clock(line);
  const bool time_first = clock.has_value();
  if (time_first) {
    scan::skip_blanks(line);
  } else {
    line = begin;
  }
  const auto date = take_date(line, DateOrder::month_day_year, '-');
  if (!date) return std::nullopt;
  if (!time_first) {
    scan::skip_blanks(line);
    clock = take_clock(line);
    if (!clock) return std::nullopt;
  }
  return (date->day * 86'400 + clock->second) * micros_in_second + micros(*clock);
}

bool take_dash(std::string_view& line) noexcept {
  scan::skip_blanks(line);
  if (line.empty() || line.front() != '-') return false;
  line.remove_prefix(1);
  if (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  return true;
}

bool equal_in_any_case(std::string_view one, std::string_view lower) noexcept {
  return std::equal(one.begin(), one.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
}

// What stands between < and >, as a byte.
std::optional<char> byte_of(std::string_view name) noexcept {
  if (equal_in_any_case(name, "cr")) return '\r';
  if (equal_in_any_case(name, "lf")) return '\n';
  if (name.size() == 3 && (name.front() == 'h' || name.front() == 'H')) name.remove_prefix(1);
  return scan::hex_byte(name);
}

std::string without_escapes(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  while (!text.empty()) {
    if (text.front() == '<') {
      const auto end = text.substr(0, 6).find('>');
      const auto byte = end == std::string_view::npos ? std::nullopt : byte_of(text.substr(1, end - 1));
      if (byte) {
        bytes += *byte;
        text.remove_prefix(end + 1);
        continue;
      }
    }
    bytes += text.front();
    text.remove_prefix(1);
  }
  return bytes;
}

bool is_number(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), scan::digit);
}

struct WindowsReader {
  std::vector<Event> events;

  std::optional<Wrong> take(std::string_view line, bool terminated) {
    if (scan::without_blanks_behind(line).empty()) return std::nullopt;
    auto rest = line;
    const auto stamp = take_stamp(rest);
    if (stamp) {
      const auto behind = rest;
      if (!take_dash(rest))
        return cut_or(Wrong{"expected - behind the time, found " + shown(behind), behind.data()}, terminated);
      if (!began_) began_ = stamp;
      at_ = std::max(at_, Time(*stamp - *began_));
    } else if (scan::digit(line.front()) && line.substr(0, 5).find_first_of(":-") != std::string_view::npos) {
      return cut_or(Wrong{"no date and time: " + shown(line) +
                              "; expected 03-30-2000 16:28:38.70 or 16:28:38 03-30-2000",
                          line.data()},
                    terminated);
    }
    add(rest);
    return std::nullopt;
  }

  void end() {
    const auto tagged = [](const Event& event) {
      return event.kind != Kind::note && event.text.find_first_of("\r\n") != std::string::npos;
    };
    if (std::any_of(events.begin(), events.end(), tagged)) return;
    for (auto& event : events) give_line_ends_back(event);
  }

 private:
  void add(std::string_view text) {
    Kind kind = Kind::note;
    if (text.starts_with(sent_mark)) kind = Kind::sent;
    if (text.starts_with(received_mark)) kind = Kind::received;
    if (kind == Kind::note) {
      events.push_back(Event{at_, kind, std::string(text), 0});
      return;
    }
    auto bytes = without_escapes(text.substr(sent_mark.size()));
    if (!bytes.empty()) events.push_back(Event{at_, kind, std::move(bytes), 0});
  }

  std::optional<Wrong> cut_or(Wrong wrong, bool terminated) {
    if (terminated || !began_) return wrong;
    events.push_back(Event{at_, Kind::note, "the last line of the log is cut off", 0});
    return std::nullopt;
  }

  static void give_line_ends_back(Event& event) {
    if (event.kind == Kind::note) return;
    if (event.kind == Kind::sent) {
      if (event.text.find_first_not_of('+') != std::string::npos) event.text += '\r';
    } else if (is_number(event.text)) {
      event.text += '\r';
    } else {
      event.text = "\r\n" + event.text + "\r\n";
    }
  }

  std::optional<std::int64_t> began_;
  Time at_{};
};

constexpr std::string_view utf16_mark = "\xff\xfe";
constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

// Bytes of Latin-1; a log is ASCII but for the names of modems.
std::string narrowed(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() / 2);
  for (std::size_t next = utf16_mark.size(); next + 1 < bytes.size(); next += 2)
    text += bytes[next + 1] == '\0' ? bytes[next] : '?';
  return text;
}

} // namespace

bool looks_like_windows_log(std::string_view line) noexcept {
  if (line.starts_with(utf8_mark)) line.remove_prefix(utf8_mark.size());
  return take_stamp(line).has_value() && take_dash(line);
}

bool looks_like_utf16(std::string_view bytes) noexcept { return bytes.starts_with(utf16_mark); }

Reading read_windows_log(std::string_view bytes) {
  if (looks_like_utf16(bytes)) return scan::lines(narrowed(bytes), WindowsReader{});
  if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  return scan::lines(bytes, WindowsReader{});
}

} // namespace dialbench::transcript
