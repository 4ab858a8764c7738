#include "harness/emulator/call_plan.hpp"

#include "harness/emulator/words.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Events = std::vector<CallEvent>;
using Event = CallEvent::Kind;

constexpr Duration line_in_use_known = milliseconds(200);
constexpr Duration ring_burst = seconds(2);       // RINGING is said when the ring is over
constexpr Duration greeting_after = seconds(1);   // of the far end's program
constexpr std::size_t ringing_reports_max = 1000; // of one call

class Plan {
 public:
  Plan(const Far& far, const CallRules& rules)
      : far_(far)
      , rules_(rules) {}

  Events dial(const DialString& dial) {
    if (refused_at_once()) return std::move(events_);
    const bool listens = !rules_.off_hook && (rules_.x == 2 || rules_.x >= 4);
    if (far_.kind == Far::Kind::dead_line && (listens || dial.waits_for_tone)) {
      add(listens ? rules_.tone_patience : rules_.answer_wait, Event::failed, words::no_dialtone);
      return std::move(events_);
    }
    const bool waited_for = rules_.off_hook || dial.tone_first;
    done_ = dial.time + (waited_for ? Duration{} : listens ? rules_.dial_tone : rules_.blind_wait);
    if (dial.stays)
      add({}, Event::stays);
    else if (dial.digits.empty())
      give_up(words::no_carrier);
    else
      far_end();
    return std::move(events_);
  }

  Events answer() {
    if (far_.kind == Far::Kind::modem && far_.after < rules_.answer_wait)
      connect(far_.after);
    else
      give_up(words::no_carrier);
    return std::move(events_);
  }

 private:
  void add(Duration after_digits, Event kind, std::string_view word = {}, std::size_t index = 0) {
    events_.push_back({done_ + after_digits, kind, word, index});
  }
  void give_up(std::string_view word) { add(rules_.answer_wait, Event::failed, word); }

  // Below X4 these words are not in the set, and ERROR stands in for them.
  bool refused_at_once() {
    using Kind = Far::Kind;
    if (far_.kind == Kind::line_in_use && rules_.x > 0) {
      add(line_in_use_known, Event::failed, words::line_in_use);
      return true;
    }
    if (far_.kind != Kind::refused && far_.kind != Kind::delayed && far_.kind != Kind::blacklisted)
      return false;
    const auto word = far_.kind == Kind::delayed ? words::delayed : words::blacklisted;
    add({}, Event::failed, far_.kind == Kind::refused || rules_.x < 4 ? words::error : word);
    return true;
  }

  void far_end() {
    using enum Far::Kind;
    switch (far_.kind) {
    case busy:
      if (rules_.hears_busy)
        heard(far_.after, words::busy);
      else
        give_up(words::no_carrier);
      return;
    case modem: return answered_by_modem();
    case voice: return answered_by(words::voice);
    case fax: return answered_by(words::fax);
    case no_carrier: return answered_by(words::no_carrier);
    case no_answer: ring_until(rules_.answer_wait); return rings_out();
    case silent:
    case dead_line:
    case line_in_use: return give_up(words::no_carrier);
    case dead: return add({}, Event::die);
    case unplugged: return add(far_.after, Event::unplug);
    case scripted: return script();
    case refused:
    case delayed:
    case blacklisted: return; // refused_at_once()
    }
  }

  void heard(Duration after, std::string_view word) {
    if (after < rules_.answer_wait)
      add(after, Event::failed, word);
    else
      give_up(words::no_carrier);
  }

  // Ringback up to S7: NO ANSWER, which X0 does not have.
  void rings_out() { give_up(rules_.x == 0 ? words::no_carrier : words::no_answer); }

  void ring_until(Duration end) {
    if (!rules_.reports_ringing || rules_.x == 0) return;
    for (std::size_t ring = 0; ring < ringing_reports_max; ++ring) {
      const Duration at = static_cast<Duration::rep>(ring) * rules_.ring_cycle + ring_burst;
      if (at >= end) return;
      add(at, Event::progress, words::ringing);
    }
  }

  // Rings; true, and the time of the answer, where it comes before S7.
  bool answer_at(Duration& answer) {
    answer = far_.rings * rules_.ring_cycle;
    ring_until(std::min(answer, rules_.answer_wait));
    if (answer < rules_.answer_wait) return true;
    rings_out();
    return false;
  }

  void answered_by(std::string_view word) {
    Duration answer{};
    if (!answer_at(answer)) return;
    const bool reported =
        word == words::no_carrier || rules_.hears_busy; // the same detector hears voices and tones
    if (reported)
      heard(answer + far_.after, word);
    else
      give_up(words::no_carrier);
  }

  void answered_by_modem() {
    Duration answer{};
    if (!answer_at(answer)) return;
    if (answer + far_.after < rules_.answer_wait)
      connect(answer + far_.after);
    else
      give_up(words::no_carrier);
  }

  void connect(Duration at) {
    at += rules_.late;
    add(at, Event::connect);
    const Duration greeting = rules_.greeting_glued ? Duration{} : greeting_after;
    const bool lost = far_.lost_after > Duration{};
    const bool greets = !far_.greeting.empty() && (!lost || greeting < far_.lost_after);
    if (greets) add(at + greeting, Event::greeting);
    if (lost) add(at + far_.lost_after, Event::lost, words::no_carrier);
  }

  void script() {
    Duration at{};
    for (std::size_t i = 0; i < far_.says.size(); ++i) add(at += far_.says[i].after, Event::says, {}, i);
    // A far end that says nothing is a silent line.
    if (far_.says.empty()) give_up(words::no_carrier);
  }

  const Far& far_;
  const CallRules& rules_;
  Duration done_{}; // the last digit is out
  Events events_;
};

} // namespace

std::vector<CallEvent> plan_call(const DialString& dial, const Far& far, const CallRules& rules) {
  return Plan(far, rules).dial(dial);
}

std::vector<CallEvent> plan_answer(const Far& caller, const CallRules& rules) {
  return Plan(caller, rules).answer();
}

} // namespace dialbench::emulator
