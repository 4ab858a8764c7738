#include "harness/emulator/serve/control.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <vector>

namespace dialbench::serve {
namespace {

constexpr unsigned rings_usual = 10;
constexpr unsigned rings_max = 1000;
constexpr std::size_t number_digits_max = 32;

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  constexpr std::string_view blanks = " \t\r";
  for (auto at = line.find_first_not_of(blanks); at != std::string_view::npos;
       at = line.find_first_not_of(blanks)) {
    line.remove_prefix(at);
    words.push_back(line.substr(0, line.find_first_of(blanks)));
    line.remove_prefix(words.back().size());
  }
  return words;
}

std::optional<unsigned> count_of(std::string_view word) {
  unsigned count = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), count);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return count;
}

struct Ring {
  emulator::Caller caller;
  unsigned rings = rings_usual;
};

// The words behind `ring N`. The error: what was expected.
std::string read_ring(std::span<const std::string_view> words, Ring& ring) {
  for (; !words.empty(); words = words.subspan(2)) {
    if (words[0] != "from" && words[0] != "rings") return "from NUMBER or rings COUNT behind ring N";
    if (words.size() < 2)
      return (words[0] == "from" ? "a number behind " : "a count behind ") + std::string(words[0]);
    if (words[0] == "from") {
      const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
      if (words[1].size() > number_digits_max || !std::ranges::all_of(words[1], is_digit))
        return "at most 32 digits behind from";
      ring.caller.number = words[1];
    } else {
      const auto count = count_of(words[1]);
      if (!count || *count == 0 || *count > rings_max) return "1 to 1000 behind rings";
      ring.rings = *count;
    }
  }
  return {};
}

std::string answer(const std::string& error) { return error.empty() ? "ok\n" : "error: " + error + '\n'; }

} // namespace

std::string obey(Fleet& fleet, std::string_view line) {
  const auto words = words_of(line);
  const auto verb = words.empty() ? std::string_view() : words[0];
  if (verb == "status" && words.size() == 1) return fleet.status() + "ok\n";
  const bool takes_words = verb == "ring" || verb == "fault";
  const bool known = takes_words || verb == "drop" || verb == "unplug" || verb == "plug";
  const auto n = words.size() > 1 ? count_of(words[1]) : std::nullopt;
  if (!known || !n || (!takes_words && words.size() > 2) || (verb == "fault" && words.size() < 3))
    return answer("expected ring N [from NUMBER] [rings COUNT], drop N, fault N KIND [KEY=VALUE ...], "
                  "unplug N, plug N or status");
  if (verb == "fault") // blanks count in it: a word may have some
    return answer(fleet.fault(*n, line.substr(static_cast<std::size_t>(words[2].data() - line.data()))));
  if (verb == "drop") return answer(fleet.drop(*n));
  if (verb == "unplug") return answer(fleet.unplug(*n));
  if (verb == "plug") return answer(fleet.plug(*n));
  Ring ring;
  const auto expected = read_ring(std::span(words).subspan(2), ring);
  if (!expected.empty()) return answer("expected " + expected);
  return answer(fleet.ring(*n, ring.caller, ring.rings));
}

std::string ControlLines::feed(std::string_view bytes) {
  std::string replies;
  for (const char c : bytes) {
    if (c != '\n') {
      overlong_ = overlong_ || line_.size() >= control_line_max;
      if (!overlong_) line_ += c;
      continue;
    }
    replies += overlong_ ? "error: the line is longer than 256 bytes\n" : obey(fleet_, line_);
    line_.clear();
    overlong_ = false;
  }
  return replies;
}

std::string ControlLines::finish() { return line_.empty() ? std::string() : feed("\n"); }

} // namespace dialbench::serve
