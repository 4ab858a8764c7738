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
constexpr Duration busy_known = seconds(3);       // two to four cycles of the tone (timing.md, section 3)
constexpr Duration greeting_after = seconds(1);   // of the far end's program
constexpr std::size_t ringing_reports_max = 1000; // of one call

class Plan {
 public:
  Plan(const Far& far, const CallRules& rules)
      : far_(rules.heard == nullptr ? far : *rules.heard)
      , rules_(rules) {}

  Events dial(const DialString& dial) {
    if (refused_at_once()) return std::move(events_);
    const bool listens = !rules_.off_hook && (rules_.x == 2 || rules_.x >= 4);
    if (glare()) add({}, Event::progress, words::ring);
    if (no_tone_for(dial, listens)) {
      add(listens ? rules_.tone_patience : rules_.answer_wait, Event::failed, words::no_dialtone);
      return std::move(events_);
    }
    const bool waited_for = rules_.off_hook || dial.tone_first;
    const Duration first = waited_for ? Duration{} : listens ? rules_.dial_tone : rules_.blind_wait;
    if (dial.wants_quiet && !goes_on_behind_quiet(dial, first)) return std::move(events_);
    done_ += first + dial.time;
    if (dial.stays)
      add({}, Event::stays);
    else if (dial.digits.empty() || glare() || !rules_.alive)
      give_up(words::no_carrier);
    else if (rules_.reaches_modem)
      add({}, Event::reach);
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

  Events reached(bool rings) {
    if (rings) {
      ring_until(rules_.answer_wait);
      rings_out();
    } else if (rules_.hears_busy) {
      heard(busy_known, words::busy);
    } else {
      give_up(words::no_carrier);
    }
    return std::move(events_);
  }

 private:
  void add(Duration after_digits, Event kind, std::string_view word = {}, unsigned index = 0,
           at::CallEnd why = at::CallEnd::in_progress) {
    events_.push_back({done_ + after_digits, kind, word, index, why});
  }
  void give_up(std::string_view word) { add(rules_.answer_wait, Event::failed, word); }

  [[nodiscard]] bool glare() const { return rules_.glare || far_.kind == Far::Kind::glare; }
  [[nodiscard]] bool no_tone_for(const DialString& dial, bool listens) const {
    const bool comes = rules_.tone_comes && !glare() && far_.kind != Far::Kind::dead_line &&
                       far_.kind != Far::Kind::no_dial_tone;
    const bool in_time = comes && rules_.dial_tone <= (listens ? rules_.tone_patience : rules_.answer_wait);
    return !in_time && (listens || dial.waits_for_tone);
  }

  // Below X4 these words are not in the set, and ERROR stands in for them.
  bool refused_at_once() {
    using Kind = Far::Kind;
    if ((far_.kind == Kind::line_in_use || rules_.in_use) && rules_.x > 0) {
      add(line_in_use_known, Event::failed, words::line_in_use);
      return true;
    }
    const bool delayed = far_.kind == Kind::delayed || rules_.blacklist == Blacklist::Answer::delayed;
    const bool listed = far_.kind == Kind::blacklisted || rules_.blacklist == Blacklist::Answer::blacklisted;
    if (far_.kind != Kind::refused && !delayed && !listed) return false;
    const auto word = delayed ? words::delayed : words::blacklisted;
    add({}, Event::failed, far_.kind == Kind::refused || rules_.x < 4 ? words::error : word);
    return true;
  }

  // @ goes on five seconds after an answer that says nothing (V.250 6.3.1; timing.md, section 2): true, with
  // the wait in done_. Else the call is over here.
  bool goes_on_behind_quiet(const DialString& dial, Duration first) {
    using Kind = Far::Kind;
    const Far& there = rules_.before_quiet == nullptr ? far_ : *rules_.before_quiet;
    CallRules plain = rules_; // to that far end there is no detour
    plain.heard = nullptr;
    Plan before(there, plain);
    before.done_ = first + dial.quiet_at;
    if (there.kind == Kind::quiet) {
      const Duration answer = there.rings * rules_.ring_cycle;
      if (answer < rules_.answer_wait) {
        done_ = answer;
        return true;
      }
    }
    if (there.kind == Kind::busy || there.kind == Kind::reorder || there.kind == Kind::voice)
      before.far_end();
    else
      before.rings_out();
    events_ = std::move(before.events_);
    return false;
  }

  void far_end() {
    using enum Far::Kind;
    switch (far_.kind) {
    case busy:
    case reorder:
      if (rules_.hears_busy)
        heard(far_.after, words::busy);
      else
        give_up(words::no_carrier);
      return;
    case modem: return answered_by_modem();
    case voice: return answered_by(words::voice);
    case fax: return answered_by(words::fax);
    case no_carrier: return answered_by(words::no_carrier);
    case no_answer:
    case no_dial_tone: ring_until(rules_.answer_wait); return rings_out();
    case silent:
    case intercept:
    case quiet:
    case glare:
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
    const Duration trained = answer + far_.after + rules_.carrier_known;
    if (trained < rules_.answer_wait)
      connect(trained);
    else
      give_up(words::no_carrier);
  }

  void connect(Duration at) {
    at += rules_.late;
    add(at, Event::connect);
    const Duration greeting = rules_.greeting_glued ? Duration{} : greeting_after;
    const auto lost = loss();
    const auto comes = [&](Duration when) { return !lost || when < lost->after; };
    const bool greets = !far_.greeting.empty() && comes(greeting);
    if (greets) add(at + greeting, Event::greeting);
    if (rules_.knock_after > Duration{} && comes(rules_.knock_after)) {
      add(at + rules_.knock_after, Event::knock);
      std::ranges::stable_sort(events_, {}, &CallEvent::at);
    }
    if (lost) add(at + lost->after, Event::lost, words::no_carrier, 0, lost->why);
  }

  struct Loss {
    Duration after; // CONNECT
    at::CallEnd why;
  };
  // With error control the far end takes its leave; without, only the carrier goes, and S10 bridges it. So it
  // goes for a moment where another call knocks, and the first that ends the call counts.
  [[nodiscard]] std::optional<Loss> loss() const {
    std::optional<Loss> lost;
    const bool says_so = !far_.error_control.empty() && far_.error_control != "NONE";
    if (far_.lost_after > Duration{} && says_so) lost = {far_.lost_after, at::CallEnd::far_hangup};
    if (far_.lost_after > Duration{} && !says_so && rules_.carrier_loss)
      lost = {far_.lost_after + *rules_.carrier_loss, at::CallEnd::carrier_lost};
    const bool knocks = rules_.knock_after > Duration{} && rules_.carrier_loss;
    if (knocks && *rules_.carrier_loss < rules_.knock) {
      const Duration gone = rules_.knock_after + *rules_.carrier_loss;
      if (!lost || gone < lost->after) lost = {gone, at::CallEnd::call_waiting};
    }
    return lost;
  }

  void script() {
    Duration at{};
    for (unsigned i = 0; i < far_.says.size(); ++i) add(at += far_.says[i].after, Event::says, {}, i);
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

std::vector<CallEvent> plan_reached(bool rings, const CallRules& rules) {
  return Plan(Far{}, rules).reached(rings);
}

} // namespace dialbench::emulator
