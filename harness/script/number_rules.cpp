#include "harness/script/number_rules.hpp"

#include "at/dial_string.hpp"
#include "harness/script/emergency.hpp"

#include <algorithm>

namespace dialbench::script {
namespace {

using evidence::OutcomeClass;

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string clean(std::string_view dial) {
  constexpr std::string_view takes_no_time = "()-. ";
  std::string result;
  for (const char c : dial)
    if (takes_no_time.find(c) == std::string_view::npos) result += upper(c);
  return result;
}

std::string_view without_prefix(std::string_view dial, std::string_view prefix) {
  dial.remove_prefix(std::min(dial.find_first_not_of("TP"), dial.size()));
  if (!prefix.empty() && dial.starts_with(prefix)) dial.remove_prefix(prefix.size());
  return dial;
}

std::string country_code(std::string_view country) {
  std::string code(country);
  std::transform(code.begin(), code.end(), code.begin(), lower);
  return code;
}

NumberRefusal refused(const at::DialError& error, std::string_view dial) {
  const bool long_one = error.fault == at::DialFault::too_long;
  return {long_one ? OutcomeClass::number_too_long : OutcomeClass::number_malformed, error.offset,
          at::message(error, dial)};
}

NumberRefusal refused(const Emergency& emergency, std::string_view dial, bool country_known) {
  std::string text = emergency.number + " is an emergency number";
  if (!emergency.well_known && !country_known)
    text += " in some countries; if yours is none of them, set country in the configuration";
  text += "; where there is no real line, say --line simulator";
  const std::size_t first_digit = dial.find_first_of("0123456789");
  return {OutcomeClass::refused_emergency, std::min(first_digit, dial.size()), text};
}

// One line of what is sent.
std::optional<SentDial> check_line(std::string_view line, const NumberRules& rules) {
  std::string_view part = at::dial_part(line);
  if (part.empty()) return std::nullopt;
  SentDial result;
  const auto offset = static_cast<std::size_t>(part.data() - line.data());
  const std::size_t semicolon = part.find(';');
  result.stay_in_command_mode = semicolon != std::string_view::npos;
  const std::string_view behind =
      result.stay_in_command_mode ? part.substr(semicolon + 1) : std::string_view();
  part = part.substr(0, semicolon);
  result.dial = part;

  if (behind.find_first_not_of(' ') != std::string_view::npos) {
    result.refusal =
        NumberRefusal{OutcomeClass::number_malformed, offset + semicolon + 1,
                      "more stands behind the ; that ends the number; send it as a command of its own"};
    return result;
  }
  const auto form = at::check_number(part, rules.dialect);
  const bool listens_only =
      !form && result.stay_in_command_mode &&
      (form.error().fault == at::DialFault::no_digit || form.error().fault == at::DialFault::empty);
  if (listens_only) return result; // ATDTW; asks for a dial tone and calls nobody
  if (const auto checked = check_dial(part, rules); !checked) {
    result.refusal = checked.error();
    result.refusal->offset += offset;
  }
  return result;
}

} // namespace

at::Expected<std::string, NumberRefusal> check_dial(std::string_view dial, const NumberRules& rules) {
  // The T or P in front is the command's; who reads of character 4 counts in the number.
  const std::size_t front = !dial.empty() && std::string_view("TtPp").find(dial.front()) != dial.npos ? 1 : 0;
  const auto number = dial.substr(front);
  if (const auto form = at::check_number(number, rules.dialect); !form) {
    auto refusal = refused(form.error(), number);
    refusal.offset += front;
    return at::Unexpected{std::move(refusal)};
  }
  const std::string cleaned = clean(dial);
  if (rules.line_simulator) return cleaned;
  const std::string country = country_code(rules.country);
  // With the prefix as well: where it opens no outside line, its digits are the first ones of the number.
  for (const auto digits : {without_prefix(cleaned, clean(rules.prefix)), std::string_view(cleaned)}) {
    if (const auto found = reaches_emergency(digits, country))
      return at::Unexpected{refused(*found, dial, !country.empty())};
  }
  return cleaned;
}

std::optional<SentDial> check_sent(std::string_view sent, const NumberRules& rules) {
  std::optional<SentDial> first;
  for (std::size_t start = 0; start <= sent.size();) {
    const std::size_t end = std::min(sent.find_first_of("\r\n", start), sent.size());
    auto found = check_line(sent.substr(start, end - start), rules);
    if (found && found->refusal) found->refusal->offset += start;
    if (found && (!first || found->refusal)) first = std::move(found);
    if (first && first->refusal) return first;
    start = end + 1;
  }
  return first;
}

} // namespace dialbench::script
