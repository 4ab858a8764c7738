#include "tests/proof/oracle.hpp"

#include <algorithm>

namespace dialbench::proof {
namespace {

using emulator::Far;
using evidence::OutcomeClass;
using std::chrono::seconds;
using Classes = std::vector<OutcomeClass>;

constexpr Duration ring_cycle = seconds(6);
constexpr unsigned s7_usual = 50;
// How long a session may take from the end of its hold to the modem on hook: the far end may clear meanwhile.
constexpr Duration hang_up_max = seconds(15);

struct Call {
  const Situation& situation;
  const Far& far;
  const Plan& plan = situation.plan;
  Duration patience = seconds(plan.s7.value_or(s7_usual));

  [[nodiscard]] bool listens() const { return plan.x == 2 || plan.x == 4; }
  [[nodiscard]] bool hears_busy() const { return plan.x >= 3; }

  [[nodiscard]] OutcomeClass rings_out() const {
    return plan.x == 0 ? OutcomeClass::no_carrier : OutcomeClass::no_answer;
  }

  // A far end that is known for what it is, some time after it has answered.
  [[nodiscard]] OutcomeClass known_as(OutcomeClass outcome) const {
    const Duration answer = far.rings * ring_cycle;
    if (answer >= patience) return rings_out();
    return hears_busy() && answer + far.after < patience ? outcome : OutcomeClass::no_carrier;
  }

  [[nodiscard]] Classes busy() const {
    if (!hears_busy() || far.after >= patience) return {OutcomeClass::no_carrier};
    const bool retries = plan.retries > 0 && !plan.chat;
    if (retries && plan.retries + 1 > situation.dials_max) return {OutcomeClass::refused_redial};
    return {OutcomeClass::busy};
  }

  [[nodiscard]] Classes modem() const {
    const Duration answer = far.rings * ring_cycle;
    if (answer >= patience) return {rings_out()};
    if (answer + far.after >= patience) return {OutcomeClass::no_carrier};
    if (far.lost_after == Duration{}) return {OutcomeClass::connected};
    const Duration hold = plan.chat ? Duration{} : plan.hold;
    // Words without a line end among data, on a port that carries no DCD, may be data.
    const auto habits = situation.modem_habits();
    const bool behind_data =
        habits.line_ends == emulator::Habits::LineEnds::trailing_only && !far.greeting.empty();
    const bool seen = situation.lines || (!habits.unterminated && !behind_data);
    // NO CARRIER with its line ends, where the modem says one byte after another.
    const Duration said_in = 14 * habits.byte_interval;
    if (far.lost_after + said_in < hold && seen) return {OutcomeClass::connection_lost};
    if (far.lost_after > hold + hang_up_max) return {OutcomeClass::connected};
    return {OutcomeClass::connected, OutcomeClass::connection_lost};
  }

  [[nodiscard]] Classes classes() const {
    switch (far.kind) {
    case Far::Kind::modem: return modem();
    case Far::Kind::busy:
    case Far::Kind::reorder: return busy();
    case Far::Kind::voice: return {known_as(OutcomeClass::voice_answer)};
    case Far::Kind::fax: return {known_as(OutcomeClass::fax_answer)};
    case Far::Kind::no_answer: return {rings_out()};
    case Far::Kind::quiet: return {OutcomeClass::no_carrier};
    case Far::Kind::no_carrier:
      return {far.rings * ring_cycle < patience ? OutcomeClass::no_carrier : rings_out()};
    case Far::Kind::intercept:
    case Far::Kind::silent: return {OutcomeClass::no_carrier};
    // DTR wakes such a modem, and it answers AT: then nothing says that it was dead.
    case Far::Kind::dead:
      if (situation.lines) return {OutcomeClass::no_answer, OutcomeClass::no_response};
      return {OutcomeClass::no_response};
    case Far::Kind::dead_line: return {listens() ? OutcomeClass::no_dialtone : OutcomeClass::no_carrier};
    case Far::Kind::no_dial_tone: return {listens() ? OutcomeClass::no_dialtone : rings_out()};
    case Far::Kind::line_in_use: return {plan.x > 0 ? OutcomeClass::line_in_use : OutcomeClass::no_carrier};
    case Far::Kind::refused: return {OutcomeClass::command_error};
    case Far::Kind::delayed: return {plan.x >= 4 ? OutcomeClass::delayed : OutcomeClass::command_error};
    case Far::Kind::blacklisted:
      return {plan.x >= 4 ? OutcomeClass::blacklisted : OutcomeClass::command_error};
    case Far::Kind::unplugged: return {OutcomeClass::port_lost};
    default: return {};
    }
  }
};

} // namespace

Classes right_classes(const Situation& situation, std::size_t call) {
  const Call the{situation, situation.calls[call]};
  Classes classes = the.classes();
  // A deadline of the user's may come before the modem's own word: then the abort decides.
  if (situation.dial_timeout) {
    for (const auto own : {OutcomeClass::no_carrier, OutcomeClass::no_answer, OutcomeClass::no_response})
      classes.push_back(own);
  }
  // An OK that no word follows, neither a result nor NO CARRIER to the abort: whether the modem has dialled
  // is not known then.
  const bool stray_ok = situation.has_habit("final_twice") || situation.has_habit("abort_says_ok");
  const bool no_word = situation.dial_timeout || situation.calls[call].kind == Far::Kind::dead;
  if (stray_ok && no_word) classes.push_back(OutcomeClass::unknown_result);
  return classes;
}

} // namespace dialbench::proof
