// The table that decides. Rows are asked from the top; the first that fits wins.
#include "harness/evidence/mapping.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace dialbench::evidence {
namespace {

using Fits = bool (*)(const Evidence&);
struct Rule {
  OutcomeClass outcome;
  Fits fits;
};

bool port_is(const Evidence& e, PortFault fault) {
  return e.ending == Ending::port_failed && e.port && e.port->fault == fault;
}
template <PortFault fault>
bool port_has(const Evidence& e) {
  return port_is(e, fault);
}
template <Ending ending>
bool ended_by(const Evidence& e) {
  return e.ending == ending;
}
template <Refusal refusal>
bool refused_for(const Evidence& e) {
  return e.ending == Ending::refused && e.refusal == refusal;
}
// The final word of a dial. A set-up command that draws one of these has its own row above.
template <at::Meaning meaning>
bool dial_said(const Evidence& e) {
  return e.ending == Ending::final_result && e.result && e.result->meaning == meaning;
}
template <AfterTimer after>
bool our_timer(const Evidence& e) {
  return e.ending == Ending::own_timer && e.after_timer == after;
}
// Ringing counts as "to the end" unless it had stopped for more than 1.5 ring cycles of 6 s (timing.md,
// section 4).
bool rang_to_the_end(const Evidence& e) {
  constexpr Duration silence_max = std::chrono::seconds(9);
  return e.ending == Ending::own_timer && e.last_ringing && e.deadline &&
         *e.deadline - *e.last_ringing <= silence_max;
}

constexpr std::array rules{
    // what the port or the user did outweighs every word
    Rule{OutcomeClass::script_fault, ended_by<Ending::script_fault>},
    Rule{OutcomeClass::refused_emergency, refused_for<Refusal::emergency>},
    Rule{OutcomeClass::number_too_long, refused_for<Refusal::too_long>},
    Rule{OutcomeClass::number_malformed, refused_for<Refusal::malformed>},
    Rule{OutcomeClass::refused_redial, refused_for<Refusal::redial>},
    Rule{OutcomeClass::port_in_use, port_has<PortFault::in_use>},
    Rule{OutcomeClass::port_denied, port_has<PortFault::denied>},
    Rule{OutcomeClass::no_such_port, port_has<PortFault::no_such_port>},
    Rule{OutcomeClass::port_gone, port_has<PortFault::gone>},
    Rule{OutcomeClass::not_a_serial_port, port_has<PortFault::not_a_serial_port>},
    Rule{OutcomeClass::port_refused_settings, port_has<PortFault::refused_settings>},
    Rule{OutcomeClass::port_lost, [](const Evidence& e) { return port_is(e, PortFault::lost) && e.dialled; }},
    Rule{OutcomeClass::port_lost_idle, port_has<PortFault::lost>},
    Rule{OutcomeClass::stopped, ended_by<Ending::stopped>},
    // a connection that was made
    Rule{OutcomeClass::far_hangup,
         [](const Evidence& e) { return e.lost_after_connect && e.far_end_cleared; }},
    Rule{OutcomeClass::connection_lost, [](const Evidence& e) { return e.lost_after_connect; }},
    Rule{OutcomeClass::script_unmet, ended_by<Ending::script_unmet>},
    Rule{OutcomeClass::overflow, ended_by<Ending::overflowed>},
    Rule{OutcomeClass::stalled, ended_by<Ending::write_stalled>},
    Rule{OutcomeClass::connected, [](const Evidence& e) { return e.connected; }},
    // a stale result never becomes `result`: the session sets it aside before it gets here
    Rule{
        OutcomeClass::setup_error,
        [](const Evidence& e) { return dial_said<at::Meaning::command_error>(e) && !e.dial_failed_command; }},
    Rule{OutcomeClass::command_mode, dial_said<at::Meaning::ok>},
    Rule{OutcomeClass::busy, dial_said<at::Meaning::busy>},
    Rule{OutcomeClass::voice_answer, dial_said<at::Meaning::voice_answer>},
    Rule{OutcomeClass::fax_answer, dial_said<at::Meaning::fax_answer>},
    Rule{OutcomeClass::fax_answer, dial_said<at::Meaning::fcerror>},
    Rule{OutcomeClass::data_answer, dial_said<at::Meaning::data_answer>},
    Rule{OutcomeClass::no_answer, dial_said<at::Meaning::no_answer>},
    Rule{OutcomeClass::no_carrier, dial_said<at::Meaning::no_carrier>},
    Rule{OutcomeClass::no_dialtone, dial_said<at::Meaning::no_dialtone>},
    Rule{OutcomeClass::line_in_use, dial_said<at::Meaning::line_in_use>},
    Rule{OutcomeClass::delayed, dial_said<at::Meaning::delayed>},
    Rule{OutcomeClass::blacklisted, dial_said<at::Meaning::blacklisted>},
    Rule{OutcomeClass::command_error, dial_said<at::Meaning::command_error>},
    Rule{OutcomeClass::unknown_result, ended_by<Ending::final_result>},
    Rule{OutcomeClass::looping, ended_by<Ending::looped>},
    // our own timer; text that nobody knows outweighs what the abort brought
    Rule{OutcomeClass::unknown_result,
         [](const Evidence& e) { return e.ending == Ending::own_timer && !e.unknown.empty(); }},
    Rule{OutcomeClass::no_answer, rang_to_the_end},
    Rule{OutcomeClass::no_response, our_timer<AfterTimer::at_dead>},
    Rule{OutcomeClass::no_carrier, our_timer<AfterTimer::no_carrier>},
    Rule{OutcomeClass::no_answer, our_timer<AfterTimer::at_answers>},
    Rule{OutcomeClass::garbled, [](const Evidence& e) { return e.ending == Ending::no_reply && e.garbage; }},
    Rule{OutcomeClass::no_response, ended_by<Ending::no_reply>},
    Rule{OutcomeClass::completed, ended_by<Ending::completed>},
};

// Row by row at compile time, so that each question is asked in place, without a call.
template <std::size_t... row>
OutcomeClass first_that_fits(const Evidence& evidence, std::index_sequence<row...>) noexcept {
  OutcomeClass found = OutcomeClass::no_response;
  static_cast<void>(((rules[row].fits(evidence) && (found = rules[row].outcome, true)) || ...));
  return found;
}

// causes.md, R3: what the X level keeps the modem from saying.
void add_hidden_by_x_level(std::vector<int>& codes, int x_level) {
  const bool hears_busy = x_level >= 3;
  const bool hears_dial_tone = x_level == 2 || x_level >= 4;
  if (!hears_busy) codes.push_back(676);
  if (!hears_dial_tone) codes.push_back(680);
}

} // namespace

OutcomeClass classify(const Evidence& evidence) noexcept {
  return first_that_fits(evidence, std::make_index_sequence<rules.size()>());
}

Codes codes_for(OutcomeClass outcome, const Evidence& evidence) {
  Codes codes{.code = row(outcome).code, .alternatives = {}};
  for (std::string_view rest = row(outcome).alternatives; !rest.empty();) {
    int code = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), code);
    if (error != std::errc{}) break;
    codes.alternatives.push_back(code);
    rest.remove_prefix(std::min(rest.size(), static_cast<std::size_t>(end - rest.data()) + 1));
  }
  if (outcome == OutcomeClass::no_carrier && evidence.x_level) {
    add_hidden_by_x_level(codes.alternatives, *evidence.x_level);
  }
  return codes;
}

Outcome conclude(Evidence evidence) {
  Outcome outcome;
  outcome.evidence = std::move(evidence);
  conclude(outcome);
  return outcome;
}

void conclude(Outcome& outcome) {
  const Evidence& evidence = outcome.evidence;
  outcome.outcome = classify(evidence);
  if (evidence.result) outcome.word = evidence.result->text;
  outcome.overrun = evidence.uart && evidence.uart->overrun > 0;
}

} // namespace dialbench::evidence
