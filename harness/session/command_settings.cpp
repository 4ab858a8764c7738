#include "harness/session/command_settings.hpp"

#include "at/characters.hpp"

#include <charconv>
#include <string>

namespace dialbench::session {
namespace {

using at::detail::is_digit;
using at::detail::is_letter;
using at::detail::to_upper;

// Walks a command line, one command a step. V.250 5.3: basic commands are a letter, or & and a letter, then a
// number; S<n>=<v> and S<n>?; extended ones start with + and end at a semicolon; D takes the rest of the
// line.
class Walk {
 public:
  explicit Walk(std::string_view line)
      : rest_(line) {
    if (rest_.size() >= 2 && to_upper(rest_[0]) == 'A' && to_upper(rest_[1]) == 'T') rest_.remove_prefix(2);
  }

  char prefix = 0; // '&', '%', '\\', '+', or 0
  char letter = 0;
  int number = 0;
  std::optional<int> value; // S<number>=value
  bool asked = false;       // S<number>?

  bool next() noexcept {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ';')) rest_.remove_prefix(1);
    if (rest_.empty()) return false;
    prefix = 0;
    number = 0;
    value.reset();
    asked = false;
    if (!is_letter(rest_.front())) {
      prefix = rest_.front();
      rest_.remove_prefix(1);
    }
    if (prefix == '+' || prefix == '#' || prefix == '-' || prefix == '*') return skip_extended();
    if (rest_.empty()) return false;
    letter = to_upper(rest_.front());
    rest_.remove_prefix(1);
    take(number);
    if (prefix == 0 && letter == 'D') rest_ = {};
    if (prefix == 0 && letter == 'S') take_register();
    return true;
  }

 private:
  bool skip_extended() noexcept {
    const auto end = rest_.find(';');
    letter = '+';
    asked = rest_.substr(0, end).find('?') != std::string_view::npos;
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
    return true;
  }
  void take(int& into) noexcept {
    if (rest_.empty() || is_letter(rest_.front())) return;
    // Nearly all have one digit.
    if (is_digit(rest_.front()) && (rest_.size() == 1 || !is_digit(rest_[1]))) {
      into = rest_.front() - '0';
      rest_.remove_prefix(1);
      return;
    }
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), into);
    if (error == std::errc{}) rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
  }
  void take_register() noexcept {
    if (rest_.empty()) return;
    if (rest_.front() == '?') {
      asked = true;
      rest_.remove_prefix(1);
    } else if (rest_.front() == '=') {
      rest_.remove_prefix(1);
      int given = 0;
      take(given);
      value = given;
      if (!rest_.empty() && rest_.front() == '?') {
        asked = true;
        rest_.remove_prefix(1);
      }
    }
  }

  std::string_view rest_;
};

} // namespace

CommandSettings settings_in(std::string_view command) noexcept {
  CommandSettings settings;
  for (Walk walk(command); walk.next();) {
    if (walk.asked) {
      settings.query = true;
      ++settings.queries;
    }
    if (walk.prefix == '&' && walk.letter == 'F') settings.reset = true;
    if (walk.prefix == '&' && walk.letter == 'V') settings.query = true;
    if (walk.prefix == '+') settings.may_identify = true;
    if (walk.prefix != 0) continue;
    switch (walk.letter) {
    case 'Z': settings.reset = settings.hangs_up = true; break;
    case 'H': settings.hangs_up = walk.number == 0; break;
    case 'E': settings.echo = walk.number != 0; break;
    case 'V': settings.verbose = walk.number != 0; break;
    case 'X': settings.x_level = walk.number; break;
    case 'I': settings.query = settings.may_identify = true; break;
    case 'A':
    case 'O': settings.answers_or_returns = true; break;
    case 'S':
      if (walk.number == 7 && walk.value) settings.s7 = walk.value;
      break;
    default: break;
    }
  }
  return settings;
}

bool asks_register(std::string_view command, int number) noexcept {
  for (Walk walk(command); walk.next();) {
    if (walk.prefix == 0 && walk.letter == 'S' && walk.number == number && walk.asked) return true;
  }
  return false;
}

} // namespace dialbench::session
