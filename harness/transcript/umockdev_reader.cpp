#include "harness/transcript/scan.hpp"
#include "harness/transcript/umockdev_format.hpp"

#include <algorithm>

namespace dialbench::transcript {
namespace {

using scan::shown;
using scan::Wrong;

constexpr std::int64_t milliseconds_max = Time::max().count() / 1000 / 2;

at::Expected<std::string, Wrong> decoded(std::string_view data) {
  std::string bytes;
  bytes.reserve(data.size());
  for (std::size_t next = 0; next < data.size(); ++next) {
    if (data[next] != '^') {
      bytes += data[next];
      continue;
    }
    const char letter = next + 1 < data.size() ? data[next + 1] : '\0';
    const bool caret = letter == '`';
    if (!caret && (letter < '@' || letter > '_'))
      return at::Unexpected{Wrong{"expected a character from @ to _, or `, behind ^", data.data() + next}};
    bytes += caret ? '^' : static_cast<char>(letter - '@');
    ++next;
  }
  return bytes;
}

bool operation(char letter) noexcept {
  return std::string_view("rwfdQ").find(letter) != std::string_view::npos;
}

struct UmockdevReader {
  std::vector<Event> events;

  std::optional<Wrong> take(std::string_view line, bool /*terminated*/) {
    if (over_ || line.empty() || line.front() == '#') return std::nullopt;
    const char letter = line.front();
    if (!operation(letter)) return Wrong{"expected r, w, f, d or Q, found " + shown(line), line.data()};
    auto rest = line.substr(1);
    if (letter == 'Q') {
      over_ = true;
      return std::nullopt;
    }
    const auto at_value = rest;
    scan::skip_blanks(rest);
    const auto value = scan::take_number<std::int64_t>(rest);
    if (at_value.data() == rest.data() || !value || *value < 0)
      return Wrong{"expected a blank and a number behind " + std::string(1, letter), at_value.data()};
    if (!rest.empty() && rest.front() != ' ') return Wrong{"expected a blank behind the number", rest.data()};
    if (!rest.empty()) rest.remove_prefix(1);
    return add(letter, *value, rest);
  }

  void end() noexcept {}

 private:
  std::optional<Wrong> add(char letter, std::int64_t value, std::string_view data) {
    if (letter == 'f' || letter == 'd') {
      const std::string words = letter == 'f' ? "writes may differ by " + std::to_string(value) + " %"
                                              : "device " + std::string(data);
      events.push_back(Event{at_, Kind::note, words, 0});
      return std::nullopt;
    }
    auto bytes = decoded(data);
    if (!bytes) return bytes.error();
    const Time step = std::chrono::milliseconds(std::min(value, milliseconds_max));
    at_ = at_ > Time::max() - step ? Time::max() : at_ + step;
    if (!bytes->empty()) events.push_back(Event{at_, letter == 'w' ? Kind::sent : Kind::received, *bytes, 0});
    return std::nullopt;
  }

  Time at_{};
  bool over_ = false;
};

} // namespace

bool looks_like_umockdev(std::string_view line) noexcept {
  if (line == "Q") return true;
  if (line.size() < 3 || !operation(line.front()) || line[1] != ' ') return false;
  return scan::digit(line[2]);
}

Reading read_umockdev(std::string_view text) { return scan::lines(text, UmockdevReader{}); }

} // namespace dialbench::transcript
