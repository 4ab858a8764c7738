// A conversation with a session, written down: what the modem is sent, what it answers and when. Time is a
// number.
//
//   Conversation talk(script);
//   talk.expect("ATZ\r").reply("OK").expect("ATDT5551234\r").after(12s).reply("BUSY");
//   REQUIRE(talk.outcome().outcome == OutcomeClass::busy);
//
// Anything that the session sends and nobody expects fails the test, and both sides are printed.
#pragma once

#include "harness/evidence/mapping.hpp"
#include "harness/session/session.hpp"
#include "tests/catch.hpp"

#include <chrono>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace dialbench::tests {

using namespace std::chrono_literals;
using evidence::OutcomeClass;

inline script::Step step_of(script::StepKind kind, std::string text = {}) {
  script::Step step;
  step.kind = kind;
  step.text.bytes = std::move(text);
  step.place = {.line = 1, .column = 1};
  return step;
}
inline script::Step send(std::string text) { return step_of(script::StepKind::send, std::move(text)); }
inline script::Step dial(std::string text) { return step_of(script::StepKind::dial, std::move(text)); }
inline script::Step hangup() { return step_of(script::StepKind::hangup); }
inline script::Step hold(Duration duration) {
  auto step = step_of(script::StepKind::hold);
  step.duration = duration;
  return step;
}
inline script::Script script_of(std::vector<script::Step> steps) {
  script::Script script;
  script.name = "test";
  script.file = "test.toml";
  script.steps = std::move(steps);
  return script;
}

// A deadline for the dial that the user gives.
inline session::Options patience(Duration dial_timeout) {
  session::Options options;
  options.dial_timeout = dial_timeout;
  return options;
}
// The attempt before this one ended without the modem's final result.
inline session::Options owing(unsigned finals) {
  session::Options options;
  options.finals_owed = finals;
  return options;
}

class Conversation {
 public:
  explicit Conversation(script::Script script, session::Options options = {})
      : session_(std::move(script), with_simulator(std::move(options))) {
    session_.start(now_);
  }

  // Runs on until the session has sent exactly this; what else it sends, or silence until it is over, fails.
  Conversation& expect(const std::string& bytes) {
    std::string got;
    while (got.size() < bytes.size()) {
      if (take(got)) continue;
      if (session_.outcome() != nullptr || !advance()) break;
    }
    log_ << shown(now_) << " > " << got << '\n';
    INFO(log_.str());
    REQUIRE(got == bytes);
    return *this;
  }
  // The next reply comes so long after the last event.
  Conversation& after(Duration duration) {
    until(now_ + duration);
    return *this;
  }
  Conversation& reply(const std::string& word) { return says("\r\n" + word + "\r\n"); }
  Conversation& says(const std::string& bytes) {
    log_ << shown(now_) << " < " << bytes << '\n';
    session_.receive(bytes, now_);
    return *this;
  }
  Conversation& drip(const std::string& bytes, Duration gap) {
    for (const char c : bytes) {
      until(now_ + gap);
      session_.receive(std::string_view(&c, 1), now_);
    }
    return *this;
  }
  Conversation& port_lost() {
    session_.port_failed(
        {.fault = evidence::PortFault::lost, .system_error = 5, .detail = "gone", .advice = {}}, now_);
    return *this;
  }
  Conversation& stop() {
    session_.stop(now_);
    return *this;
  }
  Conversation& lines(evidence::ModemLines lines) {
    session_.lines_changed(lines, now_);
    return *this;
  }
  // Takes nothing of what the session wants to send.
  Conversation& blocked() {
    blocked_ = true;
    return *this;
  }

  // Runs to the end; nothing more may be sent.
  const evidence::Outcome& outcome() {
    std::string got;
    while (session_.outcome() == nullptr) {
      if (!blocked_ && take(got)) {
        INFO(log_.str() << "unexpected: " << got);
        FAIL("the session sent something that nobody expects");
      }
      if (session_.outcome() != nullptr) break;
      if (!advance()) {
        INFO(log_.str());
        FAIL("the session waits for nothing and has no outcome");
      }
    }
    return *session_.outcome();
  }
  // Runs to the end; what is sent meanwhile gets no answer.
  const evidence::Outcome& outcome_in_silence() {
    std::string ignored;
    while (session_.outcome() == nullptr) {
      if (take(ignored)) continue;
      if (session_.outcome() == nullptr && !advance())
        FAIL("the session waits for nothing and has no outcome");
    }
    return *session_.outcome();
  }

  session::Session& session() { return session_; }
  Time now() const { return now_; }

 private:
  static session::Options with_simulator(session::Options options) {
    options.rules.line_simulator = true;
    return options;
  }
  static std::string shown(Time at) { return std::to_string(at.count() / 1000) + " ms"; }

  bool take(std::string& into) {
    while (const auto request = session_.next_request()) {
      session::PortAnswer answer;
      answer.kind = session::PortAnswer::Kind::done;
      session_.answered(request->id, answer, now_);
    }
    const std::string output(session_.output());
    if (output.empty() || blocked_) return false;
    into += output;
    session_.sent(output.size(), now_);
    return true;
  }
  bool advance() {
    const auto next = session_.deadline();
    if (!next) return false;
    now_ = std::max(now_, *next);
    session_.tick(now_);
    return true;
  }
  // Lets time pass; what the session sends meanwhile is an error unless it is sent exactly then.
  void until(Time when) {
    for (int rounds = 0; rounds < 100000; ++rounds) {
      const auto next = session_.deadline();
      if (session_.outcome() != nullptr || !next || *next > when) break;
      now_ = std::max(now_, *next);
      session_.tick(now_);
      if (!session_.output().empty() && !blocked_) break;
    }
    now_ = std::max(now_, when);
  }

  Time now_{};
  session::Session session_;
  std::ostringstream log_;
  bool blocked_ = false;
};

} // namespace dialbench::tests
