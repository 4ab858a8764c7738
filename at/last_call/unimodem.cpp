#include "at/last_call/unimodem.hpp"

#include "at/last_call/letters.hpp"
#include "at/last_call/unimodem_values.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace dialbench::at::last_call {
namespace {

constexpr std::string_view standard_token = "2A4D3263";

constexpr bool is_between(char c) noexcept { return is_blank(c) || c == ',' || c == ';'; }
bool is_hexadecimal(char c) noexcept { return is_digit(c) || (to_upper(c) >= 'A' && to_upper(c) <= 'F'); }

// A token and what stands behind it.
struct Opening {
  std::string_view token;
  std::string_view rest;
};

// Whether a token may stand behind `before`: a bracket, or DIAG where the bracket was lost.
bool opens(std::string_view before) noexcept {
  before = trimmed(before);
  return before.empty() || before.back() == '<' ||
         (before.size() >= 4 && same_letters("DIAG", before.substr(before.size() - 4)));
}

std::optional<Opening> find_opening(std::string_view line) noexcept {
  constexpr std::size_t size = standard_token.size();
  for (std::size_t at = 0; at + size <= line.size(); ++at) {
    const std::string_view token = line.substr(at, size);
    if (!is_hexadecimal(token.front()) || !std::all_of(token.begin(), token.end(), is_hexadecimal)) continue;
    const bool begins = at == 0 || !is_letter_or_digit(line[at - 1]);
    const bool ends = at + size == line.size() || is_between(line[at + size]) || line[at + size] == '>';
    if (begins && ends && opens(line.substr(0, at)) && (at > 0 || same_letters(standard_token, token)))
      return Opening{token, line.substr(at + size)};
  }
  return std::nullopt;
}

// Where the pairs end: at a bracket that is in no quotes, or else at any bracket.
std::size_t closing(std::string_view text) noexcept {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && (text[i] == '>' || text[i] == '<')) return i;
  }
  return std::min(text.find_first_of("<>"), text.size());
}

class Pairs {
 public:
  Pairs(Collector& collector, std::string_view token, bool complete) noexcept
      : collector_(collector)
      , token_(token)
      , complete_(complete) {}

  void read(std::string_view text) {
    while (true) {
      while (!text.empty() && is_between(text.front())) text.remove_prefix(1);
      if (text.empty()) return;
      const std::string_view key = take_until(text, " \t,;=");
      std::string_view behind = text;
      while (!behind.empty() && is_blank(behind.front())) behind.remove_prefix(1);
      if (behind.empty() || behind.front() != '=') {
        keep(key, {});
        continue;
      }
      text = behind.substr(1);
      read_value(key, text);
    }
  }

 private:
  static std::string_view take_until(std::string_view& text, std::string_view ends) noexcept {
    const std::string_view taken = text.substr(0, text.find_first_of(ends));
    text.remove_prefix(taken.size());
    return taken;
  }

  void read_value(std::string_view key, std::string_view& text) {
    const std::size_t before = text.size();
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    const bool apart = text.size() < before;
    if (!text.empty() && text.front() == '"') {
      const std::size_t close = text.find('"', 1);
      const std::string_view value = text.substr(1, close == std::string_view::npos ? close : close - 1);
      text.remove_prefix(close == std::string_view::npos ? text.size() : close + 1);
      return close == std::string_view::npos ? cut_off(key, value) : assign(key, value);
    }
    std::string_view rest = text;
    const std::string_view value = take_until(rest, " \t,;=");
    const std::size_t next = rest.find_first_not_of(" \t");
    const bool is_next_key = next < rest.size() && rest[next] == '=' && apart;
    if (is_next_key || value.empty()) {
      if (text.empty() && !complete_) return cut_off(key, {});
      if (!text.empty() && !is_next_key && text.front() == '=') text.remove_prefix(1);
      return keep(key, {});
    }
    text = rest;
    if (text.empty() && !complete_) return cut_off(key, value);
    assign(key, value);
  }

  void cut_off(std::string_view key, std::string_view value) {
    collector_.cut();
    keep(key, value);
  }

  void keep(std::string_view key, std::string_view value) {
    if (same_letters(standard_token, token_)) return collector_.keep(key, value);
    collector_.keep(std::string(token_) + ' ' + std::string(key), value);
  }

  void assign(std::string_view key, std::string_view value) {
    if (!same_letters(standard_token, token_) || !assign_unimodem(collector_, key, value)) keep(key, value);
  }

  Collector& collector_;
  std::string_view token_;
  bool complete_;
};

// Only the rest of a line came: ` 11=0C 60=3D>`. Its first word is not believed.
void read_rest(Collector& collector, std::string_view line) {
  const std::size_t close = line.find('>');
  const std::size_t blank = line.find_first_of(" \t");
  if (close == std::string_view::npos || line.find('=') > close ||
      line.substr(0, close).find('<') != std::string_view::npos)
    return;
  collector.cut();
  if (blank < close) Pairs(collector, standard_token, true).read(line.substr(blank, close - blank));
}

bool is_broken_opening(std::string_view line) noexcept {
  constexpr std::string_view opening = "DIAG <2A4D3263";
  line = trimmed(line);
  return line.size() >= 3 && line.size() < opening.size() &&
         same_letters(opening.substr(0, line.size()), line);
}

} // namespace

void read_unimodem(Collector& collector, std::span<const std::string_view> lines) {
  for (std::string_view line : lines) {
    auto opening = find_opening(line);
    if (!opening) {
      if (is_broken_opening(line))
        collector.cut();
      else
        read_rest(collector, line);
    }
    for (; opening; opening = find_opening(line)) {
      const std::size_t close = closing(opening->rest);
      const bool complete = close < opening->rest.size() && opening->rest[close] == '>';
      if (!complete) collector.cut();
      Pairs(collector, opening->token, complete).read(opening->rest.substr(0, close));
      line = opening->rest.substr(close);
    }
  }
}

bool is_unimodem(std::string_view line) noexcept {
  const auto opening = find_opening(line);
  return opening && same_letters(standard_token, opening->token);
}

} // namespace dialbench::at::last_call
