#include "harness/diagnosis/check.hpp"

#include "harness/diagnosis/conditions.hpp"

#include <algorithm>

namespace dialbench::diagnosis {
namespace {

using evidence::OutcomeClass;

constexpr std::string_view command_start = ": dialbench dial ";
constexpr std::string_view port_option = "-p PORT ";
constexpr std::string_view number_word = "NUMBER";

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// One word of a POSIX shell, quoted only where it must be. Nothing: it cannot be typed.
std::string shell_word(std::string_view text) {
  constexpr std::string_view plain =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,.:/_-+@%";
  const bool printable =
      std::ranges::all_of(text, [](char letter) { return letter >= ' ' && letter <= '~' && letter != '\''; });
  if (text.empty() || !printable) return {};
  if (text.find_first_not_of(plain) == std::string_view::npos && text.front() != '-')
    return std::string(text);
  return '\'' + std::string(text) + '\'';
}

bool may_be_dialled(const Facts& facts) {
  // A number that was refused for what it is belongs into no command; two # in a row are a masked number.
  for (const auto refused :
       {OutcomeClass::refused_emergency, OutcomeClass::number_malformed, OutcomeClass::number_too_long}) {
    if (facts.is(refused)) return false;
  }
  return !has(facts.dialled(), "##");
}

void drop_pauses(std::string_view& number) {
  number.remove_prefix(std::min(number.find_first_not_of(",Ww"), number.size()));
}

std::string_view without_call_waiting_prefix(std::string_view number, const Facts& facts) {
  if (!call_waiting_prefix(facts)) return number;
  number.remove_prefix(number.starts_with('*') ? 3 : 4);
  drop_pauses(number);
  return number;
}

std::string_view without_outside_line(std::string_view number, const Facts& facts) {
  if (!nine_without_pause(facts) && !prefix_with_pause(facts)) return number;
  if (prefix_with_pause(facts))
    number.remove_prefix(number.find_first_of(",Ww"));
  else
    number.remove_prefix(1);
  drop_pauses(number);
  return number;
}

std::string number_for(const catalogue::Cause& cause, const Facts& facts) {
  if (!may_be_dialled(facts)) return std::string(number_word);
  std::string_view number = facts.dialled();
  if (has(cause.check, "'*70,,'") || cause.id == "676.call_waiting_prefix") {
    number = without_call_waiting_prefix(number, facts);
  }
  if (has(cause.check, "--prefix 9,") || cause.id == "723.too_much_in_front") {
    number = without_outside_line(number, facts);
  }
  const std::string word = shell_word(number);
  return word.empty() ? std::string(number_word) : word;
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  const auto at = text.rfind(what);
  if (at != std::string::npos) text.replace(at, what.size(), with);
}

} // namespace

std::string check_for(const catalogue::Cause& cause, const Facts& facts) {
  const auto at = cause.check.find(command_start);
  if (at == std::string_view::npos) return std::string(cause.check);
  std::string command(cause.check.substr(at));
  const std::string port = shell_word(facts.seen.port_name); // none: the built-in exchange
  replace(command, port_option, port.empty() ? std::string{} : "-p " + port + ' ');
  replace(command, number_word, number_for(cause, facts));
  return std::string(cause.check.substr(0, at)) + command;
}

} // namespace dialbench::diagnosis
