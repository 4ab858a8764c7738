#include "harness/diagnosis/evidence_lines.hpp"

#include "harness/diagnosis/conditions.hpp"
#include "harness/diagnosis/phrases.hpp"
#include "harness/evidence/duration.hpp"

#include <array>
#include <optional>

namespace dialbench::diagnosis {
namespace {

using evidence::AfterTimer;
using evidence::OutcomeClass;
using Line = std::optional<EvidenceLine>;

// A call went out and its end was not made here: only then do S7, ringing and X level tell anything.
bool tells_of_a_call(const Facts& facts) {
  return facts.seen.dialled && !facts.seen.port && !facts.is(OutcomeClass::stopped);
}

bool is_about_dial_tone(const Facts& facts) {
  return facts.is(OutcomeClass::no_dialtone) || facts.is(OutcomeClass::line_in_use);
}

// The classes that turn on how long the modem waited, and on what it can hear.
bool turns_on_s7(const Facts& facts) {
  return tells_of_a_call(facts) && (facts.is(OutcomeClass::no_carrier) || facts.is(OutcomeClass::no_answer));
}

std::string relation_to_s7(const Facts& facts) {
  if (within_a_second(facts)) return ": no event of the telephone line is as fast.";
  if (at_s7(facts)) return filled(": S7 ({s7}) ended the call.", facts);
  if (after_s7(facts)) return filled(": later than S7 ({s7}).", facts);
  return filled(": S7 ({s7}) had not ended the call.", facts);
}

Line time_of_result(const Facts& facts) {
  if (!tells_of_a_call(facts) || !facts.after_last_digit) return std::nullopt;
  const std::string after = filled("{after} after the last digit (about)", facts);
  if (facts.ended_by_us()) return EvidenceLine{"Our timer ended the call " + after + '.', "our timer"};
  if (!facts.seen.result) return std::nullopt;
  if (is_about_dial_tone(facts))
    return EvidenceLine{filled("{wait} after the dial command.", facts), "time of the result"};
  const std::string source = "time of the result; dialling is estimated";
  if (before_last_digit(facts)) return EvidenceLine{"Before the last digit can have been out.", source};
  if (turns_on_s7(facts)) return EvidenceLine{after + relation_to_s7(facts), source};
  return EvidenceLine{(facts.seen.connected ? "CONNECT " : "") + after + '.', source};
}

Line silence_after_connect(const Facts& facts) {
  if (!facts.held) return std::nullopt;
  return EvidenceLine{filled("The connection had held for {held}; ", facts) +
                          std::to_string(facts.seen.data_bytes) + " bytes came over it.",
                      "time of CONNECT and of its end"};
}

Line s7(const Facts& facts) {
  if (!turns_on_s7(facts)) return std::nullopt;
  if (!facts.seen.s7) {
    return EvidenceLine{filled("S7 was neither read nor set; {s7}.", facts), "assumption"};
  }
  if (!facts.s7_known) return EvidenceLine{"S7 is 0: on some modems that is no limit.", "S7"};
  return EvidenceLine{filled("S7 is {s7}.", facts), facts.seen.s7_read ? "ATS7?" : "the set-up"};
}

Line ringing(const Facts& facts) {
  if (!tells_of_a_call(facts) || is_about_dial_tone(facts)) return std::nullopt;
  if (facts.seen.ringing == 0) {
    if (!turns_on_s7(facts)) return std::nullopt;
    return EvidenceLine{"No ringing was reported; many modems never report it.", "lines of the modem"};
  }
  std::string text = filled("{rings}", facts);
  if (facts.since_ringing) text += filled(", the last {silence} before the end", facts);
  return EvidenceLine{text + '.', "RINGING lines"};
}

Line incoming_call(const Facts& facts) {
  if (facts.seen.incoming_rings == 0) return std::nullopt;
  return EvidenceLine{"A call came in while we dialled.",
                      "RING lines: " + std::to_string(facts.seen.incoming_rings)};
}

Line x_level(const Facts& facts) {
  const bool matters =
      turns_on_s7(facts) || is_about_dial_tone(facts) || facts.is(OutcomeClass::command_error);
  if (!matters) return std::nullopt;
  if (!facts.seen.x_level) return EvidenceLine{"The X level is not known.", ""};
  std::string text = filled("X{x}: ", facts);
  if (x_hides_both(facts))
    text += "neither a busy line nor a missing dial tone is reported.";
  else if (x_hides_only_busy(facts))
    text += "a busy line is not reported.";
  else if (x_hides_only_tone(facts))
    text += "dials without listening for a dial tone.";
  else
    text += "busy lines and missing dial tones are reported.";
  return EvidenceLine{std::move(text), "accepted set-up"};
}

Line our_timer(const Facts& facts) {
  if (!facts.ended_by_us()) return std::nullopt;
  const std::string_view source = "abort with CR, then AT";
  switch (facts.seen.after_timer) {
  case AfterTimer::no_carrier: return EvidenceLine{"Our abort drew NO CARRIER.", std::string(source)};
  case AfterTimer::at_answers:
    return EvidenceLine{"After our abort the modem answered AT.", std::string(source)};
  case AfterTimer::at_dead:
    return EvidenceLine{"After our abort the modem answered nothing.", std::string(source)};
  case AfterTimer::none: break;
  }
  return std::nullopt;
}

Line short_limit(const Facts& facts) {
  if (!cut_short(facts)) return std::nullopt;
  std::string limit;
  if (facts.seen.deadline && facts.seen.dial_sent) {
    limit = " (" + evidence::shown(*facts.seen.deadline - *facts.seen.dial_sent) + ')';
  }
  return EvidenceLine{
      "The limit that was set" + limit +
          " is shorter than dialling and S7 need; the modem's own word may have been cut off.",
      "--dial-timeout, or TIMEOUT of a chat script"};
}

Line refused_command(const Facts& facts) {
  if (facts.seen.failed_command.empty()) return std::nullopt;
  const std::string answer =
      facts.outcome.word.empty() ? "got no answer" : "got " + quoted_text(facts.outcome.word);
  return EvidenceLine{quoted_text(facts.seen.failed_command) + ' ' + answer + '.', "command and answer"};
}

Line what_came_back(const Facts& facts) {
  if (echo_only(facts)) {
    const std::string again = facts.seen.dropped > 0 ? ", over and over" : "";
    return EvidenceLine{"Nothing but what was sent came back" + again + '.', "bytes received"};
  }
  if (garbage(facts)) return EvidenceLine{"Bytes came that no modem writes.", "bytes received"};
  return std::nullopt;
}

Line damage(const Facts& facts) {
  const auto* saying = facts.damaged();
  if (saying == nullptr) return std::nullopt;
  return EvidenceLine{'"' + quoted_text(saying->text) +
                          filled("\" comes near to {resembles}: {damage}.", facts),
                      "bytes received"};
}

Line unknown_text(const Facts& facts) {
  const auto& unknown = facts.seen.unknown;
  if (unknown.empty() || facts.damaged() == &unknown.front()) return std::nullopt;
  return EvidenceLine{"The modem also said \"" + quoted_text(unknown.front().text) +
                          "\", which no table knows.",
                      "lines of the modem"};
}

Line counted_errors(const Facts& facts) {
  if (!line_errors(facts)) return std::nullopt;
  return EvidenceLine{std::to_string(facts.seen.uart->framing) + " framing and " +
                          std::to_string(facts.seen.uart->parity) + " parity errors were counted.",
                      "UART"};
}

Line system_error(const Facts& facts) {
  if (!facts.seen.port || facts.seen.port->system_error == 0) return std::nullopt;
  return EvidenceLine{"The system refused with error " + std::to_string(facts.seen.port->system_error) + '.',
                      "operating system"};
}

std::string on_or_off(std::string_view line, bool on) { return std::string(line) + (on ? " on" : " off"); }

Line lines_at_end(const Facts& facts) {
  if (facts.seen.port || facts.seen.commands.empty()) return std::nullopt;
  if (!facts.seen.lines_at_end) {
    return EvidenceLine{pty_port(facts) ? "A pty carries no DCD." : "This port carries no DCD, DSR or CTS.",
                        ""};
  }
  const auto& lines = *facts.seen.lines_at_end;
  return EvidenceLine{on_or_off("DCD", lines.dcd) + ", " + on_or_off("DSR", lines.dsr) + ", " +
                          on_or_off("CTS", lines.cts) + '.',
                      "lines at the end"};
}

Line hang_up(const Facts& facts) {
  if (!facts.seen.dialled || facts.seen.port) return std::nullopt;
  if (facts.seen.hang_up_proven)
    return EvidenceLine{"Hung up, and proven.", "DCD went off, or AT was answered"};
  if (facts.seen.hung_up)
    return EvidenceLine{"Hung up by the modem's own word; not proven otherwise.", "the result"};
  return EvidenceLine{"Not proven to be hung up: look at the OH lamp, or lift a handset and listen.", ""};
}

constexpr std::array makers{time_of_result,  silence_after_connect, our_timer,    short_limit,
                            ringing,         incoming_call,         s7,           x_level,
                            refused_command, what_came_back,        damage,       unknown_text,
                            counted_errors,  system_error,          lines_at_end, hang_up};

} // namespace

std::vector<EvidenceLine> evidence_lines(const Facts& facts) {
  std::vector<EvidenceLine> lines;
  for (const auto& make : makers) {
    if (auto line = make(facts)) lines.push_back(std::move(*line));
  }
  return lines;
}

} // namespace dialbench::diagnosis
