#include "harness/diagnosis/check.hpp"

#include "harness/diagnosis/conditions.hpp"
#include "harness/diagnosis/kept_settings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dialbench::diagnosis {
namespace {

using evidence::OutcomeClass;

constexpr std::string_view command_start = ": dialbench dial ";
constexpr std::string_view port_option = "-p PORT ";
constexpr std::string_view number_word = "NUMBER";

bool has_part(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// What was dialled; before the dial, what was to be.
std::string number_of(const Facts& facts, const Invocation& call) {
  const auto dialled = facts.dialled();
  if (!dialled.empty() || call.number.empty()) return std::string(dialled);
  return call.prefix + call.number;
}

bool may_be_dialled(const Facts& facts, std::string_view number) {
  // A number that was refused for what it is belongs into no command; two # in a row are a masked number,
  // four stars a secret one.
  for (const auto refused :
       {OutcomeClass::refused_emergency, OutcomeClass::number_malformed, OutcomeClass::number_too_long}) {
    if (facts.is(refused)) return false;
  }
  return !number.empty() && !has_part(number, "##") && !has_part(number, "****");
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

// The number without a prefix that the check adds itself, or is to do without.
std::string_view without_prefix(const catalogue::Cause& cause, const Facts& facts, std::string_view number) {
  if (has_part(cause.check, "'*70,,'") || cause.id == "676.call_waiting_prefix") {
    number = without_call_waiting_prefix(number, facts);
  }
  if (has_part(cause.check, "--prefix 9,") || cause.id == "723.too_much_in_front") {
    number = without_outside_line(number, facts);
  }
  return number;
}

std::string word_or_number(std::string_view number) {
  const std::string word = typeable_word(std::string(number));
  return word.empty() ? std::string(number_word) : word;
}

// The number, and in front of it the option that makes it be dialled as it was: a prefix of the configuration
// comes back by itself, one that was typed does not.
std::string operand_for(const catalogue::Cause& cause, const Facts& facts, const Invocation& call,
                        std::string_view middle) {
  const std::string whole = number_of(facts, call);
  if (!may_be_dialled(facts, whole)) return std::string(number_word);
  const std::string_view bare = without_prefix(cause, facts, whole);
  if (call.prefix.empty() || has_part(middle, "--prefix ")) return word_or_number(bare);
  const std::string prefix = typeable_word(call.prefix);
  const bool as_typed = bare == whole && whole == call.prefix + call.number && !prefix.empty();
  if (!as_typed) return "--prefix '' " + word_or_number(bare);
  return (call.prefix_typed ? "--prefix " + prefix + ' ' : std::string{}) + word_or_number(call.number);
}

// A check that is about an option has its own.
std::string typed_options(const std::vector<Invocation::Option>& options, std::string_view middle) {
  std::string typed;
  for (const auto& [name, value] : options) {
    if (has_part(middle, name + ' ')) continue;
    const std::string word = typeable_word(value);
    if (word.empty() && !value.empty()) continue;
    // Of a chat script's dial the script decides.
    if (name == "--pulse" && has_part(middle, "--chat ")) continue;
    typed += name;
    if (!word.empty()) typed += ' ' + word;
    typed += ' ';
  }
  return typed;
}

// These want a dial without what the reader's script does beside it.
bool asks_for_a_plain_dial(const catalogue::Cause& cause) {
  constexpr std::array plain{std::string_view("636.other_modem"),
                             std::string_view("651.unknown_command"),
                             std::string_view("651.plain_setup"),
                             std::string_view("681.unknown_command"),
                             std::string_view("692.no_at"),
                             std::string_view("692.one_command"),
                             std::string_view("723.too_much_in_front")};
  return std::ranges::find(plain, cause.id) != plain.end();
}

// The reader's script once more, as it was called; empty where the check needs another dial.
std::string script_again(const catalogue::Cause& cause, const Facts& facts, const Invocation& call,
                         std::string_view middle) {
  const bool same_dial =
      middle.empty() || middle.starts_with("--speed ") || middle.starts_with("--dial-timeout ");
  const std::string whole = number_of(facts, call);
  const bool shown = whole.empty() || may_be_dialled(facts, whole);
  if (call.operands.empty() || !same_dial || !shown || asks_for_a_plain_dial(cause)) return {};
  std::string again = typed_options(call.script_options, middle) + std::string(middle);
  for (const auto& operand : call.operands) {
    const std::string word = operand.starts_with("--") ? operand : typeable_word(operand);
    if (word.empty() || has_part(word, "##")) return {};
    again += word + ' ';
  }
  again.pop_back();
  return again;
}

// The modem goes on with it in later calls, which the reader should know before the command is pasted. On the
// embedded exchange every call has a new modem.
std::string with_what_stays(std::string text, std::string_view middle, bool has_port) {
  std::string kept;
  for (const std::string_view option : {"--init ", "--s7 "}) {
    const auto at = middle.find(option);
    if (!has_port || at == std::string_view::npos) continue;
    auto value = middle.substr(at + option.size());
    value = value.substr(0, value.find(' '));
    if (value.starts_with('\'')) value = value.substr(1, value.size() - 2);
    kept = option == "--s7 " ? "S7=" + std::string(value) : kept_settings(value);
  }
  if (kept.empty()) return text;
  return std::move(text) + " (the modem keeps " + kept + " until ATZ)";
}

} // namespace

std::string check_for(const catalogue::Cause& cause, const Facts& facts, const Invocation& call) {
  const auto at = cause.check.find(command_start);
  if (at == std::string_view::npos) return std::string(cause.check);
  std::string_view middle = cause.check.substr(at + command_start.size());
  if (middle.starts_with(port_option)) middle.remove_prefix(port_option.size());
  if (middle.ends_with(number_word)) middle.remove_suffix(number_word.size());

  const std::string port = typeable_word(facts.seen.port_name); // none: the built-in exchange
  const std::string where =
      (port.empty() ? std::string{} : "-p " + port + ' ') + typed_options(call.options, middle);
  const std::string text = with_what_stays(std::string(cause.check.substr(0, at)), middle, !port.empty());
  if (const auto again = script_again(cause, facts, call, middle); !again.empty()) {
    return text + ": dialbench " + call.verb + ' ' + where + again;
  }
  return text + std::string(command_start) + where + std::string(middle) +
         operand_for(cause, facts, call, middle);
}

} // namespace dialbench::diagnosis
