// Dial strings: what may be dialled, how long it takes, how it is shown, and where it stands in a command
// line.
#include "at/dial_string.hpp"
#include "tests/fuzz/rule.hpp"

#include <algorithm>
#include <chrono>
#include <string>

using namespace dialbench;
using fuzz::rule;

namespace {

bool is_dialled(char c) { return std::string_view("0123456789ABCDabcd*#").find(c) != std::string_view::npos; }
bool is_digit(char c) { return is_dialled(c) && c != '*' && c != '#'; } // the keypad's A-D too
bool is_allowed(char c) {
  return is_dialled(c) || std::string_view(",TPWtpw@!$()-. ").find(c) != std::string_view::npos;
}
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

void check_refusal(std::string_view number, const at::DialError& error) {
  const char guilty = error.offset < number.size() ? number[error.offset] : '0';
  switch (error.fault) {
  case at::DialFault::empty: rule(number.empty(), "empty means empty"); break;
  case at::DialFault::control_character: rule(is_control(guilty), "the offset is the control byte's"); break;
  case at::DialFault::semicolon: rule(guilty == ';', "the offset is the semicolon's"); break;
  case at::DialFault::not_a_dial_character:
    rule(error.offset < number.size() && !is_allowed(guilty), "the offset is the wrong character's");
    break;
  case at::DialFault::no_digit:
    rule(std::none_of(number.begin(), number.end(), is_dialled), "no digit at all");
    break;
  case at::DialFault::too_long:
    rule(number.size() > at::number_characters_max, "too long is longer than the most");
    break;
  }
  rule(error.offset <= number.size(), "the offset lies in the number");
  const std::string words = at::message(error, number);
  rule(!words.empty() && fuzz::printable(words) && words.size() < 300, "the message is one short line");
}

void check_number(std::string_view number) {
  const auto checked = at::check_number(number);
  const bool good = std::all_of(number.begin(), number.end(), is_allowed) &&
                    std::any_of(number.begin(), number.end(), is_dialled) &&
                    number.size() <= at::number_characters_max;
  rule(checked.has_value() == good,
       "accepted are dial characters, with a digit, within the bound; nothing else");
  if (checked)
    rule(checked.value() == number, "an accepted number is given back as it was");
  else
    check_refusal(number, checked.error());
}

void check_times(std::string_view dial) {
  using std::chrono::milliseconds;
  const milliseconds digits = at::digits_time(dial);
  const milliseconds usual = at::dial_time(dial);
  rule(digits >= milliseconds{0} && digits <= usual && usual <= at::dial_time_max(dial),
       "the earliest time, the usual one and the longest come in this order");
  rule(at::dial_time_max(dial) <= milliseconds{10'000} + static_cast<int>(dial.size()) * milliseconds{50'000},
       "no character takes longer than S7");
  const std::string_view shorter = dial.substr(0, dial.size() / 2);
  rule(at::dial_time(shorter) <= usual && at::digits_time(shorter) <= digits,
       "a longer string takes no less");
}

void check_part(std::string_view line) {
  const std::string_view part = at::dial_part(line);
  rule(fuzz::views(line, part), "the part is a view of the command line");
  if (part.empty()) return;
  const auto before = static_cast<std::size_t>(part.data() - line.data());
  const std::string_view front = line.substr(0, before);
  rule(front.find_first_of("aA") != std::string_view::npos &&
           front.find_first_of("tT") != std::string_view::npos &&
           front.find_first_of("dD") != std::string_view::npos,
       "A, T and D stand before what is dialled");
  rule(part.front() != ' ' && part.back() != ' ' && part.back() != '\r',
       "blanks around it are no part of it");
  std::string shouted(line);
  for (char& c : shouted)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  rule(at::dial_part(shouted).size() == part.size(), "case does not matter");
}

void check_mask(std::string_view number, std::size_t keep) {
  const std::string masked = at::mask_number(number, keep);
  rule(masked.size() == number.size(), "a mask keeps the length");
  std::size_t shown = 0;
  bool hidden = false;
  for (std::size_t i = number.size(); i-- > 0;) {
    if (!is_digit(number[i])) {
      rule(masked[i] == number[i], "only digits are masked");
    } else if (masked[i] == number[i]) {
      rule(!hidden, "what is shown are the last digits");
      ++shown;
    } else {
      rule(masked[i] == '#', "a masked digit is a #");
      hidden = true;
    }
  }
  rule(shown <= keep && (!hidden || shown == keep), "as many digits are shown as were asked for");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::text(data, size);
  check_number(input);
  check_times(input);
  check_part(input);
  check_part("AT" + std::string(input));
  check_mask(input, size % 5);
  return 0;
}
