#include "harness/diagnosis/conditions.hpp"

#include "at/characters.hpp"
#include "at/command.hpp"

#include <algorithm>
#include <chrono>

namespace dialbench::diagnosis {

using namespace std::chrono_literals;
using evidence::OutcomeClass;

namespace {

using at::detail::is_digit;

constexpr Duration s7_tolerance = 3s;
constexpr auto s7_short = 45s;
constexpr Duration event_of_the_line_min = 1s;

bool has_time(const Facts& facts) {
  return facts.after_last_digit.has_value() && facts.seen.dialled && facts.modem_said_it();
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool contains_any(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) != std::string_view::npos;
}

bool is_control(char letter) { return static_cast<unsigned char>(letter) < ' ' || letter == '\x7f'; }
bool is_letter(char letter) { return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z'); }

char lowered(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool has_ignoring_case(std::string_view text, std::string_view part) {
  const auto equal = [](char a, char b) { return lowered(a) == lowered(b); };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), equal) != text.end();
}

// A number of 8, 11 or 12 digits with 9 in front is an outside-line digit and a number of 7, 10 or 11 digits.
bool nine_stands_in_front(std::string_view number) {
  const auto digits = std::ranges::count_if(number, is_digit);
  const bool no_pause = number.size() > 1 && is_digit(number[1]);
  return number.starts_with('9') && no_pause && (digits == 8 || digits == 11 || digits == 12);
}

std::string_view port_detail(const Facts& facts) {
  return facts.seen.port ? std::string_view(facts.seen.port->detail) : std::string_view{};
}

std::string_view command_at_fault(const Facts& facts) {
  return facts.seen.failed_command.empty() ? facts.seen.dial_command : facts.seen.failed_command;
}

bool some_holder(const Facts& facts) {
  return !port_detail(facts).empty() && facts.is(OutcomeClass::port_in_use);
}

bool was_answered(const evidence::Command& command) {
  return command.ended && !command.reply.empty() && at::role(command.reply.back().meaning) == at::Role::final;
}

// What stands behind the last command of this name in a line: "0" where it has no number (V.250 5.3.1).
// Nothing: there is no such command.
std::optional<std::string_view> last_value(std::string_view line, std::string_view name) {
  std::optional<std::string_view> value;
  at::CommandReader reader(line);
  while (const auto command = reader.next()) {
    const bool named = command->name.size() == name.size() && has_ignoring_case(command->name, name);
    if (command->kind == at::CommandKind::basic && named)
      value = command->value.empty() ? "0" : command->value;
  }
  return value;
}

bool reports_a_carrier(at::Meaning meaning) {
  return meaning == at::Meaning::carrier || meaning == at::Meaning::modulation ||
         meaning == at::Meaning::protocol || meaning == at::Meaning::rate;
}

} // namespace

bool always(const Facts&) { return true; }

bool at_s7(const Facts& facts) {
  return has_time(facts) && std::chrono::abs(*facts.after_last_digit - facts.s7) <= s7_tolerance;
}
bool at_short_s7(const Facts& facts) { return at_s7(facts) && facts.s7_known && facts.s7 < s7_short; }
bool s7_is_long(const Facts& facts) { return facts.s7_known && facts.s7 >= s7_short; }
bool long_before_s7(const Facts& facts) {
  return later_than_a_second(facts) && *facts.after_last_digit < facts.s7 - s7_tolerance;
}
bool after_s7(const Facts& facts) {
  return has_time(facts) && *facts.after_last_digit > facts.s7 + s7_tolerance;
}
bool before_last_digit(const Facts& facts) { return has_time(facts) && *facts.after_last_digit < 0s; }
bool within_a_second(const Facts& facts) {
  return has_time(facts) && *facts.after_last_digit <= event_of_the_line_min;
}
bool later_than_a_second(const Facts& facts) {
  return has_time(facts) && *facts.after_last_digit > event_of_the_line_min;
}
bool before_routing(const Facts& facts) { return has_time(facts) && *facts.after_last_digit < 3s; }
bool after_routing(const Facts& facts) { return has_time(facts) && *facts.after_last_digit >= 5s; }

bool too_fast_for_a_tone(const Facts& facts) {
  return facts.after_dial_command && facts.seen.dialled && *facts.after_dial_command < 1500ms;
}
bool listened_for_a_tone(const Facts& facts) {
  return facts.after_dial_command && facts.seen.dialled && *facts.after_dial_command >= 1500ms;
}
bool listened_briefly(const Facts& facts) { return listened_for_a_tone(facts) && *facts.listened <= 3500ms; }
bool listened_long(const Facts& facts) { return listened_for_a_tone(facts) && *facts.listened > 3500ms; }

bool rang(const Facts& facts) { return facts.seen.ringing > 0; }
bool never_rang(const Facts& facts) { return facts.seen.dialled && facts.seen.ringing == 0; }
bool rang_to_the_end(const Facts& facts) {
  return facts.since_ringing && *facts.since_ringing <= facts.ring_cycle * 3 / 2;
}
bool rang_then_stopped(const Facts& facts) {
  return facts.since_ringing && *facts.since_ringing > facts.ring_cycle * 3 / 2;
}
bool rang_often(const Facts& facts) { return facts.seen.ringing >= 8; }
bool rang_then_stopped_at_s7(const Facts& facts) { return rang_then_stopped(facts) && at_s7(facts); }
bool rang_to_s7(const Facts& facts) { return rang_to_the_end(facts) && at_s7(facts); }
bool call_came_in(const Facts& facts) { return facts.seen.incoming_rings > 0; }
bool no_call_came_in(const Facts& facts) { return facts.seen.incoming_rings == 0; }

bool cut_short(const Facts& facts) { return facts.ended_by_us() && facts.seen.deadline_given; }
bool not_cut_short(const Facts& facts) { return !cut_short(facts); }
bool ended_by_us(const Facts& facts) { return facts.ended_by_us(); }
bool alive_after_our_timer(const Facts& facts) {
  return facts.ended_by_us() && facts.seen.after_timer == evidence::AfterTimer::at_answers;
}
bool dead_after_dialling(const Facts& facts) {
  return facts.ended_by_us() && facts.seen.after_timer == evidence::AfterTimer::at_dead;
}

bool x_hides_both(const Facts& facts) { return facts.seen.x_level && *facts.seen.x_level < 2; }
bool x_hides_only_busy(const Facts& facts) { return facts.seen.x_level == 2; }
bool x_hides_only_tone(const Facts& facts) { return facts.seen.x_level == 3; }
bool x_below_4(const Facts& facts) { return facts.seen.x_level && *facts.seen.x_level < 4; }
bool x_reports_all(const Facts& facts) { return facts.seen.x_level && *facts.seen.x_level >= 4; }
bool x_unknown(const Facts& facts) { return facts.seen.dialled && !facts.seen.x_level; }

bool nine_without_pause(const Facts& facts) { return nine_stands_in_front(facts.dialled()); }
bool prefix_with_pause(const Facts& facts) {
  const auto number = facts.dialled();
  const auto pause = number.find_first_of(",Ww");
  return pause != std::string_view::npos && pause > 0 && pause <= 3 && !call_waiting_prefix(facts);
}
bool call_waiting_prefix(const Facts& facts) {
  return facts.dialled().starts_with("*70") ||
         (facts.dialled().starts_with("1170") && dialled_with_pulses(facts));
}
bool no_call_waiting_prefix(const Facts& facts) { return !call_waiting_prefix(facts); }
bool waits_for_tone(const Facts& facts) { return contains_any(facts.dialled(), "Ww"); }
bool no_wait_for_tone(const Facts& facts) { return !waits_for_tone(facts); }
bool first_tone_by_w(const Facts& facts) { return facts.pauses_before_tone.has_value(); }
bool paused_before_tone(const Facts& facts) { return facts.pauses_before_tone.value_or(0) > 0; }
bool waits_for_quiet(const Facts& facts) { return contains_any(facts.dialled(), "@"); }
bool no_wait_for_quiet(const Facts& facts) { return !waits_for_quiet(facts); }
bool dialled_with_pulses(const Facts& facts) {
  return has_ignoring_case(facts.seen.dial_command, "DP") || facts.seen.number.starts_with('P');
}
bool silence_after_tones(const Facts& facts) { return never_rang(facts) && !dialled_with_pulses(facts); }
bool too_many_digits(const Facts& facts) { return std::ranges::count_if(facts.dialled(), is_digit) > 35; }
bool odd_characters(const Facts& facts) {
  return contains_any(facts.seen.number, "@$!") || std::ranges::any_of(facts.seen.number, [](char letter) {
           return is_letter(letter) && !has("TtPpWw", {&letter, 1});
         });
}
bool plain_characters(const Facts& facts) { return !odd_characters(facts); }
bool control_characters(const Facts& facts) {
  return std::ranges::any_of(facts.seen.number, is_control) || contains_any(facts.seen.number, ";");
}
bool no_control_characters(const Facts& facts) { return !control_characters(facts); }
bool letters_in_number(const Facts& facts) { return std::ranges::any_of(facts.seen.number, is_letter); }
bool no_letters_in_number(const Facts& facts) { return !letters_in_number(facts); }
bool plus_in_number(const Facts& facts) { return contains_any(facts.seen.number, "+"); }
bool no_plus_in_number(const Facts& facts) { return !plus_in_number(facts); }
bool long_command(const Facts& facts) { return command_at_fault(facts).size() > 40; }
bool short_command(const Facts& facts) { return !command_at_fault(facts).empty() && !long_command(facts); }

bool carrier_heard(const Facts& facts) {
  const auto& link = facts.seen.link;
  if (link.dce_transmit || link.dce_receive || !link.modulation.empty()) return true;
  return std::ranges::any_of(facts.seen.commands, [&](const evidence::Command& command) {
    return command.text == facts.seen.dial_command &&
           std::ranges::any_of(command.reply, reports_a_carrier, &evidence::Saying::meaning);
  });
}
bool damage_seen(const Facts& facts) { return facts.damaged() != nullptr; }
bool rate_damage(const Facts& facts) {
  return facts.damaged() != nullptr && facts.damaged()->damage == at::Damage::rate;
}
bool undamaged(const Facts& facts) {
  return !damage_seen(facts) && !line_errors(facts) && !facts.seen.garbage;
}
bool line_errors(const Facts& facts) {
  return facts.seen.uart && (facts.seen.uart->framing > 0 || facts.seen.uart->parity > 0);
}
bool garbage(const Facts& facts) { return facts.seen.garbage; }
bool echo_only(const Facts& facts) { return facts.seen.echo_only; }
bool no_echo_loop(const Facts& facts) { return !facts.seen.echo_only; }
bool nothing_came(const Facts& facts) {
  return !facts.seen.echo_only && !facts.seen.garbage && !answered_before(facts) &&
         facts.seen.unsolicited.empty() && facts.seen.unknown.empty();
}
bool answered_before(const Facts& facts) { return std::ranges::any_of(facts.seen.commands, was_answered); }
bool one_command_unanswered(const Facts& facts) {
  return facts.seen.ending == evidence::Ending::no_reply && answered_before(facts) &&
         !answers_switched_off(facts);
}
bool no_command_answered(const Facts& facts) { return !answered_before(facts); }
bool lacks_at(const Facts& facts) {
  const std::string_view command = facts.seen.failed_command;
  return facts.seen.ending == evidence::Ending::no_reply && !command.empty() && command != "A/" &&
         command != "a/" && command != "****" && !at::CommandReader(command).has_prefix();
}
bool begins_with_at(const Facts& facts) { return !lacks_at(facts); }
bool answers_switched_off(const Facts& facts) {
  if (facts.seen.ending != evidence::Ending::no_reply) return false;
  bool quiet = false;
  for (const auto& command : facts.seen.commands) {
    const auto value = last_value(command.text, "Q");
    if (value)
      quiet = *value == "1";
    else if (was_answered(command))
      quiet = false;
  }
  return quiet;
}
bool answers_not_switched_off(const Facts& facts) { return !answers_switched_off(facts); }
bool plain_setup(const Facts& facts) { return facts.seen.failed_command == "ATE0Q0V1X4"; }
bool other_setup(const Facts& facts) { return !plain_setup(facts); }
bool told_to_use_words(const Facts& facts) {
  return std::ranges::any_of(facts.seen.commands, [](const evidence::Command& command) {
    return was_answered(command) && command.reply.back().meaning == at::Meaning::ok &&
           last_value(command.text, "V") == "1";
  });
}
bool numeric(const Facts& facts) { return facts.seen.numeric; }
bool in_words(const Facts& facts) { return !facts.seen.numeric; }
bool mobile_error(const Facts& facts) { return facts.outcome.word.starts_with("+CM"); }
bool plain_error(const Facts& facts) { return !mobile_error(facts); }
bool calls_itself_wifi(const Facts& facts) {
  return has_ignoring_case(facts.seen.identification, "wifi") ||
         has_ignoring_case(facts.seen.identification, "zimodem");
}
bool calls_itself_otherwise(const Facts& facts) { return !calls_itself_wifi(facts); }
bool says_no_line(const Facts& facts) { return facts.outcome.word == "NO LINE"; }
bool says_no_answer_plainly(const Facts& facts) {
  return facts.modem_said_it() && facts.is(OutcomeClass::no_answer) && !waits_for_quiet(facts) &&
         !waits_for_tone(facts);
}
bool script_heard_text(const Facts& facts) { return facts.seen.came_while_expecting.value_or(0) > 0; }
bool script_heard_nothing(const Facts& facts) { return facts.seen.came_while_expecting == 0U; }

bool is_line_in_use(const Facts& facts) { return facts.is(OutcomeClass::line_in_use); }
bool is_fax(const Facts& facts) { return facts.is(OutcomeClass::fax_answer); }
bool is_voice(const Facts& facts) { return facts.is(OutcomeClass::voice_answer); }
bool is_stalled(const Facts& facts) { return facts.is(OutcomeClass::stalled); }
bool is_port_lost(const Facts& facts) {
  return facts.is(OutcomeClass::port_lost_idle) || facts.is(OutcomeClass::port_lost);
}
bool is_no_port_loss(const Facts& facts) { return !is_port_lost(facts); }
bool is_our_redial_rule(const Facts& facts) { return facts.is(OutcomeClass::refused_redial); }
bool is_modems_delay(const Facts& facts) { return facts.is(OutcomeClass::delayed); }
bool is_emergency(const Facts& facts) { return facts.is(OutcomeClass::refused_emergency); }
bool is_blacklisted(const Facts& facts) { return facts.is(OutcomeClass::blacklisted); }
bool is_no_modem_behind_port(const Facts& facts) { return facts.is(OutcomeClass::not_a_serial_port); }
bool is_port_denied(const Facts& facts) { return facts.is(OutcomeClass::port_denied); }

bool dsr_off(const Facts& facts) { return facts.seen.lines_at_end && !facts.seen.lines_at_end->dsr; }
bool dsr_on(const Facts& facts) { return facts.seen.lines_at_end && facts.seen.lines_at_end->dsr; }
bool cts_off(const Facts& facts) { return facts.seen.lines_at_end && !facts.seen.lines_at_end->cts; }
bool cts_on(const Facts& facts) { return facts.seen.lines_at_end && facts.seen.lines_at_end->cts; }
bool dcd_on(const Facts& facts) { return facts.seen.lines_at_end && facts.seen.lines_at_end->dcd; }
bool dcd_off(const Facts& facts) { return facts.seen.lines_at_end && !facts.seen.lines_at_end->dcd; }

bool held_by_modem_manager(const Facts& facts) {
  return some_holder(facts) && has(port_detail(facts), "ModemManager");
}
bool held_by_getty(const Facts& facts) { return some_holder(facts) && has(port_detail(facts), "getty"); }
bool held_by_lock_file(const Facts& facts) {
  return some_holder(facts) && (has(port_detail(facts), "LCK") || has(port_detail(facts), "lock file"));
}
bool held_by_other(const Facts& facts) {
  return some_holder(facts) && !held_by_modem_manager(facts) && !held_by_getty(facts);
}
bool not_held_by_modem_manager(const Facts& facts) {
  return some_holder(facts) && !held_by_modem_manager(facts);
}
bool not_held_by_getty(const Facts& facts) { return some_holder(facts) && !held_by_getty(facts); }
bool not_held_by_lock_file(const Facts& facts) { return some_holder(facts) && !held_by_lock_file(facts); }
// How harness/port/denied_linux.cpp puts it.
bool group_named(const Facts& facts) {
  return has(port_detail(facts), "belongs to") && has(port_detail(facts), "You are ");
}
bool rights_named(const Facts& facts) {
  return has(port_detail(facts), "belongs to") && !group_named(facts) && !policy_named(facts);
}
bool policy_named(const Facts& facts) { return has(port_detail(facts), "security policy"); }
bool brltty_named(const Facts& facts) {
  return has(port_detail(facts), "brltty") || (facts.seen.port && has(facts.seen.port->advice, "brltty"));
}
bool usb_port(const Facts& facts) {
  return has(facts.seen.port_name, "ttyUSB") || has(facts.seen.port_name, "ttyACM") ||
         has(facts.seen.port_name, "serial/by-id");
}
bool chip_port(const Facts& facts) { return has(facts.seen.port_name, "ttyS"); }
bool pty_port(const Facts& facts) { return facts.seen.emulated || has(facts.seen.port_name, "/pts/"); }
bool virtual_port(const Facts& facts) {
  const std::string_view name = facts.seen.port_name;
  return pty_port(facts) || (has(name, "/") && !name.starts_with("/dev/"));
}
bool no_virtual_port(const Facts& facts) { return !virtual_port(facts); }
bool not_a_pty(const Facts& facts) { return !pty_port(facts) && (usb_port(facts) || chip_port(facts)); }
bool not_a_usb_port(const Facts& facts) { return !usb_port(facts) && (pty_port(facts) || chip_port(facts)); }
bool not_a_chip_port(const Facts& facts) { return !chip_port(facts) && (pty_port(facts) || usb_port(facts)); }

bool lost_at_once(const Facts& facts) { return facts.held && *facts.held <= 10s; }
bool lost_later(const Facts& facts) { return facts.held && *facts.held > 10s; }
bool no_data_came(const Facts& facts) { return facts.seen.lost_after_connect && facts.seen.data_bytes == 0; }

} // namespace dialbench::diagnosis
