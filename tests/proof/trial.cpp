#include "tests/proof/trial.hpp"

#include "harness/emulator/faults/faulty_dce.hpp"
#include "harness/emulator/modem.hpp"
#include "harness/script/read.hpp"
#include "harness/session/session.hpp"
#include "tests/proof/memory.hpp"
#include "tests/proof/witness.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace dialbench::proof {
namespace {

script::Script script_of(const Situation& situation, std::size_t call, const script::NumberRules& rules) {
  const std::string text = script_text(situation.plan, number_of(call));
  auto script = situation.plan.chat ? script::read_chat(text, "proof.chat", rules)
                                    : script::read_toml(text, "proof.toml", {}, rules);
  if (!script) {
    std::fprintf(stderr, "the proof's own script has a fault: %s\n", script::shown(script.error()).c_str());
    std::abort();
  }
  return std::move(*script);
}

class Bench {
 public:
  Bench(const Situation& situation, bool keep_transcript)
      : situation_(situation)
      , exchange_(situation.exchange())
      , owned_(std::make_unique<emulator::Modem>(exchange_, situation.modem_habits()))
      , modem_(*owned_)
      , faulty_(std::move(owned_), situation.faults)
      , witness_(faulty_) {
    witness_.keep = keep_transcript;
  }

  Trial run() {
    Trial trial;
    for (std::size_t call = 0; call < situation_.calls.size() && port_is_there(); ++call) {
      trial.attempts.push_back(attempt(call));
      if (!trial.attempts.back().outcome) break;
      now_ += situation_.between;
      faulty_.tick(now_);
    }
    trial.acts = faulty_.acts();
    trial.digest = witness_.digest;
    trial.transcript = std::move(witness_.transcript);
    return trial;
  }

 private:
  // A plug that the exchange has pulled is put in again; one that a fault has pulled comes back when it says.
  bool port_is_there() {
    if (modem_.unplugged()) modem_.power_on(now_);
    if (!faulty_.unplugged()) return true;
    if (!faulty_.back_at()) return false;
    now_ = std::max(now_, *faulty_.back_at());
    faulty_.tick(now_);
    return true;
  }

  [[nodiscard]] bool modem_is_idle() const {
    return modem_.hook() == emulator::Modem::Hook::on && modem_.output().empty() && !modem_.deadline();
  }
  [[nodiscard]] bool is_clean(std::size_t call) const {
    // A modem that has died may be dead still, though nothing shows it.
    for (std::size_t i = 0; i < call; ++i) {
      if (situation_.calls[i].kind == emulator::Far::Kind::dead) return false;
    }
    if (!modem_is_idle() || faulty_.in_flight()) return false;
    // What ended before its dial may have left half a command line behind.
    return !before_ || (before_->finals_owed == 0 && before_->hung_up);
  }

  Tried attempt(std::size_t call) {
    Tried tried;
    tried.start = now_;
    tried.clean_entry = is_clean(call);
    session::Options options;
    options.command_gap = situation_.command_gap;
    options.rules.line_simulator = true;
    options.dial_timeout = situation_.dial_timeout;
    options.dials_max = situation_.dials_max;
    options.has_lines = situation_.lines;
    options.emulated = true;
    if (before_) {
      options.finals_owed = before_->finals_owed;
      options.epoch = before_->epoch;
    }
    auto script = script_of(situation_, call, options.rules);
    witness_.next_attempt();
    if (!witness_.dtr) witness_.set_dtr(true, now_); // as whoever opens the port again does
    reset_peak();
    const std::size_t before = live_bytes();
    session::Session session(std::move(script), options);
    simulation::Join join;
    join.chunk_seed = situation_.chunk_seed;
    join.lines = situation_.lines;
    const auto result = simulation::join(session, witness_, join, now_);
    now_ = result.at;
    tried.peak_bytes = peak_bytes() - before;
    tried.ended = result.ended;
    tried.end = now_;
    if (session.outcome() != nullptr) tried.outcome = *session.outcome();
    tried.on_hook =
        modem_.hook() != emulator::Modem::Hook::talking && modem_.hook() != emulator::Modem::Hook::calling;
    tried.talking = modem_.hook() == emulator::Modem::Hook::talking;
    tried.dtr = witness_.dtr;
    tried.dial_lines = witness_.dial_lines;
    tried.last_dial = witness_.last_dial;
    tried.heard = std::move(witness_.heard);
    if (tried.outcome) {
      tried.changed_afterwards = changes(session);
      before_ = tried.outcome->evidence;
    }
    return tried;
  }

  // Whatever happens behind its end, a session has ended.
  bool changes(session::Session& session) const {
    const auto outcome = session.outcome()->outcome;
    const Time later = std::chrono::hours(100);
    const auto busy_still = [&] {
      return !session.output().empty() || session.next_request() || session.deadline() ||
             session.outcome()->outcome != outcome;
    };
    if (busy_still()) return true;
    session.receive("\r\nCONNECT 33600\r\n\r\nBUSY\r\n", later);
    session.lines_changed({.dcd = true, .dsr = true, .cts = true, .ri = true}, later);
    session.lines_changed({}, later);
    session.tick(2 * later);
    session.stop(2 * later);
    return busy_still();
  }

  const Situation& situation_;
  emulator::Exchange exchange_;
  std::unique_ptr<emulator::Modem> owned_;
  emulator::Modem& modem_;
  faults::FaultyDce faulty_;
  Witness witness_;
  std::optional<evidence::Evidence> before_; // of the attempt before
  Time now_{};
};

} // namespace

Trial run(const Situation& situation, bool keep_transcript) {
  return Bench(situation, keep_transcript).run();
}

} // namespace dialbench::proof
