// A verdict and its outcome, as the tests of every format use them.
#pragma once

#include "harness/diagnosis/verdict.hpp"
#include "harness/evidence/outcome.hpp"

namespace dialbench::tests {

inline diagnosis::Verdict busy_verdict() {
  diagnosis::Verdict verdict;
  verdict.outcome = evidence::OutcomeClass::busy;
  verdict.code = 676;
  verdict.symbol = "ERROR_LINE_BUSY";
  verdict.word = "BUSY";
  verdict.headline = "The number is busy.";
  verdict.certain = true;
  verdict.evidence = {{"BUSY 4.1 s after the last digit (about).", "result at 6.4 s"},
                      {"Ringing: none.", ""}};
  verdict.causes = {
      {"676.engaged",
       diagnosis::Likelihood::likely,
       "Somebody is talking on that number.",
       {"BUSY came at once"},
       {"it was busy ten minutes ago, too"},
       "Call again in a few minutes:\n dialbench dial 5550176"},
      {"676.trunks", diagnosis::Likelihood::unlikely, "All trunks on the way are taken.", {}, {}, ""}};
  return verdict;
}

inline evidence::Outcome busy_outcome() {
  evidence::Outcome outcome;
  outcome.outcome = evidence::OutcomeClass::busy;
  outcome.word = "BUSY";
  auto& evidence = outcome.evidence;
  evidence.number = "5550176";
  evidence.dial_command = "ATDT5550176";
  evidence.dial_sent = std::chrono::milliseconds(300);
  evidence.dial_time = std::chrono::milliseconds(3330);
  evidence.ended = std::chrono::milliseconds(6400);
  evidence.result =
      evidence::Saying{std::chrono::milliseconds(6400), "BUSY", at::Meaning::busy, 0, at::Damage::none, ""};
  evidence::Command dial;
  dial.sent = std::chrono::milliseconds(300);
  dial.text = "ATDT5550176";
  dial.reply = {*evidence.result};
  dial.ended = evidence.ended;
  evidence.commands = {dial};
  return outcome;
}

} // namespace dialbench::tests
