// The questions that the rules ask. Each is a small pure predicate over the facts; rules.def, headlines.def
// and alternatives.def name them. What is not known answers no, here and in the opposite question.
#pragma once

#include "harness/diagnosis/facts.hpp"

namespace dialbench::diagnosis {

using Condition = bool (*)(const Facts&);

bool always(const Facts& facts);

// When the modem's own result came (timing.md, section 4). S7 may be off by 3 s: dialling is estimated.
bool at_s7(const Facts& facts);
bool at_short_s7(const Facts& facts);    // and S7 is known to be below 45 s (KB Q131193)
bool s7_is_long(const Facts& facts);     // known, 45 s or more
bool long_before_s7(const Facts& facts); // more than a second after the last digit, more than 3 s before S7
bool after_s7(const Facts& facts);
bool before_last_digit(const Facts& facts);
bool within_a_second(const Facts& facts); // of the last digit, or before it: no event of the line is as fast
bool later_than_a_second(const Facts& facts);
bool before_routing(const Facts& facts); // within 3 s of the last digit
bool after_routing(const Facts& facts);  // 5 s or more after it
// When NO DIALTONE came, counted from the dial command (causes.md, 680).
bool too_fast_for_a_tone(const Facts& facts); // within 1.5 s
bool listened_for_a_tone(const Facts& facts);
bool listened_briefly(const Facts& facts); // 1.5 to 3.5 s: about S6 of U.S. Robotics
bool listened_long(const Facts& facts);

// Ringing.
bool rang(const Facts& facts);
bool never_rang(const Facts& facts);
bool rang_to_the_end(const Facts& facts);
bool rang_then_stopped(
    const Facts& facts);             // more than 1.5 cycles of silence before the result: somebody answered
bool rang_often(const Facts& facts); // eight times or more
bool rang_then_stopped_at_s7(const Facts& facts);
bool rang_to_s7(const Facts& facts);
bool call_came_in(const Facts& facts); // glare
bool no_call_came_in(const Facts& facts);

// Who ended it.
bool cut_short(const Facts& facts); // our timer, shorter than the modem's own
bool not_cut_short(const Facts& facts);
bool ended_by_us(const Facts& facts);
bool alive_after_our_timer(const Facts& facts);
bool dead_after_dialling(const Facts& facts);

// The X level.
bool x_hides_both(const Facts& facts);      // 0, 1
bool x_hides_only_busy(const Facts& facts); // 2
bool x_hides_only_tone(const Facts& facts); // 3
bool x_below_4(const Facts& facts);
bool x_reports_all(const Facts& facts); // 4 and higher
bool x_unknown(const Facts& facts);

// What was dialled.
bool nine_without_pause(const Facts& facts);
bool prefix_with_pause(const Facts& facts);
bool call_waiting_prefix(const Facts& facts);
bool no_call_waiting_prefix(const Facts& facts);
bool waits_for_tone(const Facts& facts); // W
bool no_wait_for_tone(const Facts& facts);
bool first_tone_by_w(const Facts& facts); // dialled blindly, and nothing but pauses before the W
bool paused_before_tone(const Facts& facts);
bool waits_for_quiet(const Facts& facts); // @
bool no_wait_for_quiet(const Facts& facts);
bool dialled_with_pulses(const Facts& facts);
bool silence_after_tones(const Facts& facts);
bool too_many_digits(const Facts& facts); // more than 35, which some modems refuse (KB Q132822)
bool odd_characters(const Facts& facts);  // letters, @, $ or ! in the number
bool plain_characters(const Facts& facts);
bool control_characters(const Facts& facts);
bool no_control_characters(const Facts& facts);
bool letters_in_number(const Facts& facts);
bool no_letters_in_number(const Facts& facts);
bool plus_in_number(const Facts& facts);
bool no_plus_in_number(const Facts& facts);
bool long_command(const Facts& facts); // more than 40 characters, all that V.250 promises
bool short_command(const Facts& facts);

// What came back.
bool carrier_heard(
    const Facts& facts); // the modem reported a carrier, a modulation or a rate before it gave up
bool damage_seen(const Facts& facts);
bool rate_damage(const Facts& facts);
bool undamaged(const Facts& facts);
bool line_errors(const Facts& facts); // framing or parity errors counted by the UART
bool garbage(const Facts& facts);
bool echo_only(const Facts& facts);
bool no_echo_loop(const Facts& facts);
bool nothing_came(const Facts& facts);
bool answered_before(const Facts& facts);        // at least one command got its final result
bool one_command_unanswered(const Facts& facts); // others were answered
bool no_command_answered(const Facts& facts);
bool lacks_at(const Facts& facts); // the command that was not answered
bool begins_with_at(const Facts& facts);
bool answers_switched_off(const Facts& facts); // Q1 was sent, and no answer came since
bool answers_not_switched_off(const Facts& facts);
bool plain_setup(const Facts& facts); // the command that was refused
bool other_setup(const Facts& facts);
bool told_to_use_words(const Facts& facts); // V1 was answered OK
bool numeric(const Facts& facts);
bool in_words(const Facts& facts);
bool mobile_error(const Facts& facts); // +CME ERROR, +CMS ERROR
bool plain_error(const Facts& facts);
bool calls_itself_wifi(const Facts& facts);
bool calls_itself_otherwise(const Facts& facts);
bool says_no_line(const Facts& facts);
bool says_no_answer_plainly(const Facts& facts); // the modem itself, with neither @ nor W in the number
bool script_heard_text(const Facts& facts);
bool script_heard_nothing(const Facts& facts);

// The class, where one code has several.
bool is_line_in_use(const Facts& facts);
bool is_fax(const Facts& facts);
bool is_voice(const Facts& facts);
bool is_stalled(const Facts& facts);
bool is_port_lost(const Facts& facts);
bool is_no_port_loss(const Facts& facts);
bool is_our_redial_rule(const Facts& facts);
bool is_modems_delay(const Facts& facts);
bool is_emergency(const Facts& facts);
bool is_blacklisted(const Facts& facts);
bool is_no_modem_behind_port(const Facts& facts); // not a serial port
bool is_port_denied(const Facts& facts);

// The lines.
bool dsr_off(const Facts& facts);
bool dsr_on(const Facts& facts);
bool cts_off(const Facts& facts);
bool cts_on(const Facts& facts);
bool dcd_on(const Facts& facts);
bool dcd_off(const Facts& facts);

// The port.
bool held_by_modem_manager(const Facts& facts);
bool held_by_getty(const Facts& facts);
bool held_by_lock_file(const Facts& facts);
bool held_by_other(const Facts& facts); // somebody else is named
bool not_held_by_modem_manager(const Facts& facts);
bool not_held_by_getty(const Facts& facts);
bool not_held_by_lock_file(const Facts& facts);
bool group_named(const Facts& facts);
bool policy_named(const Facts& facts);
bool rights_named(const Facts& facts); // and no group that would help
bool brltty_named(const Facts& facts);
bool usb_port(const Facts& facts);
bool chip_port(const Facts& facts); // ttyS0 and its like
bool pty_port(const Facts& facts);
bool not_a_pty(const Facts& facts);
bool virtual_port(const Facts& facts); // by its name: a pty, or a link outside /dev
bool no_virtual_port(const Facts& facts);
bool not_a_usb_port(const Facts& facts);
bool not_a_chip_port(const Facts& facts);

// After CONNECT.
bool lost_at_once(const Facts& facts); // within 10 s
bool lost_later(const Facts& facts);
bool no_data_came(const Facts& facts);

} // namespace dialbench::diagnosis
