// Goal: each fact that a verdict rests on stands there once, with its source, and no fact that it does not
// rest on.
#include "harness/diagnosis/evidence_lines.hpp"
#include "tests/catch.hpp"
#include "tests/diagnosis/situations.hpp"

#include <algorithm>

using namespace dialbench;
using namespace dialbench::tests;

namespace {

std::string lines_of(const Call& call) {
  const auto outcome = call.outcome();
  std::string text;
  for (const auto& line : diagnosis::evidence_lines(diagnosis::Facts(outcome))) {
    text += line.text + (line.source.empty() ? "" : " [" + line.source + ']') + '\n';
  }
  return text;
}

bool says(const Call& call, std::string_view part) { return lines_of(call).find(part) != std::string::npos; }

} // namespace

TEST_CASE("the time of the result is relative to the last digit, and about") {
  CHECK(says(a_call().then("NO CARRIER", at::Meaning::no_carrier, 12500ms),
             "12.5 s after the last digit (about): S7 (50 s) had not ended the call. [time of the result; "
             "dialling is estimated]"));
  CHECK(says(a_call().then("NO CARRIER", at::Meaning::no_carrier, 51s),
             "51.0 s after the last digit (about): S7 (50 s) ended the call."));
  CHECK(says(a_call().then("BUSY", at::Meaning::busy, 8s), "8.0 s after the last digit (about). ["));
  CHECK(
      says(a_call().then("NO DIALTONE", at::Meaning::no_dialtone, -800ms), "2.2 s after the dial command."));
  CHECK(says(a_call().connects(12s), "CONNECT 12.0 s after the last digit (about)."));
}

TEST_CASE("S7 is read, set or assumed") {
  auto call = a_call().then("NO CARRIER", at::Meaning::no_carrier, 50s);
  CHECK(says(call, "S7 is 50 s. [ATS7?]"));
  call.e.s7_read = false;
  CHECK(says(call, "S7 is 50 s. [the set-up]"));
  call.s7_unknown();
  CHECK(says(call, "S7 was neither read nor set; 50 s assumed. [assumption]"));
  call.s7(0s);
  CHECK(says(call, "S7 is 0"));
  CHECK_FALSE(says(a_call().then("BUSY", at::Meaning::busy, 8s), "S7"));
}

TEST_CASE("ringing is counted, and its absence proves little") {
  CHECK(says(a_call().ringing(3).then("NO ANSWER", at::Meaning::no_answer, 20s),
             "3 rings, the last 6.0 s before the end. [RINGING lines]"));
  CHECK(says(a_call().then("NO ANSWER", at::Meaning::no_answer, 50s),
             "No ringing was reported; many modems never report it."));
}

TEST_CASE("lines are shown where the port carries them, and said to be missing where not") {
  const auto busy = [](Call call) { return call.then("BUSY", at::Meaning::busy, 8s); };
  CHECK(says(busy(a_call().lines(false, true, true)), "DCD off, DSR on, CTS on. [lines at the end]"));
  CHECK(says(busy(a_call().emulated()), "A pty carries no DCD."));
  CHECK(says(busy(a_call().on("/dev/pts/4")), "A pty carries no DCD."));
  CHECK(says(busy(a_call()), "This port carries no DCD, DSR or CTS."));
}

TEST_CASE("the hang-up is proven or not") {
  auto call = a_call().then("BUSY", at::Meaning::busy, 8s);
  CHECK(says(call, "Hung up, and proven."));
  call.e.hang_up_proven = false;
  CHECK(says(call, "not proven otherwise"));
  call.e.hung_up = false;
  CHECK(says(call, "Not proven to be hung up"));
  CHECK_FALSE(says(a_call().no_reply(), "ung up"));
}

TEST_CASE("a limit of ours is named, with its length") {
  const auto call = a_call().our_timer(20s, evidence::AfterTimer::at_answers, true);
  CHECK(says(call, "Our timer ended the call 20.0 s after the last digit (about)."));
  CHECK(says(call, "The limit that was set (23.0 s) is shorter than dialling and S7 need"));
  CHECK(says(call, "After our abort the modem answered AT."));
}

TEST_CASE("damage, errors of the UART and the refused command are shown") {
  CHECK(says(
      a_call().unknown("B\x8eSY", at::Damage::noise, "BUSY").our_timer(52s, evidence::AfterTimer::at_answers),
      "\"B\\x8ESY\" comes near to BUSY: single bytes are flipped, lost or added."));
  CHECK(says(a_call().uart(0, 3).no_reply(), "3 framing and 0 parity errors were counted. [UART]"));
  CHECK(says(a_call().setup_error("AT&K3"), "AT&K3 got ERROR."));
  CHECK(says(a_call().no_reply(), "AT got no answer."));
  CHECK(says(a_call().unknown("hello").our_timer(52s, evidence::AfterTimer::at_answers),
             "The modem also said \"hello\", which no table knows."));
}

TEST_CASE("the system's error number is shown for a port") {
  auto call = a_call().port_fault(evidence::PortFault::in_use, "held");
  CHECK_FALSE(says(call, "error"));
  call.e.port->system_error = 16;
  CHECK(says(call, "The system refused with error 16."));
}

TEST_CASE("every line of every attempt is one that can be shown, and stands once") {
  for (const auto& attempt : situations()) {
    std::vector<std::string> texts;
    for (const auto& line : diagnosis::evidence_lines(diagnosis::Facts(attempt))) {
      CAPTURE(line.text);
      CHECK(line.text.back() == '.');
      CHECK(line.text.find('{') == std::string::npos);
      CHECK(std::ranges::all_of(line.text, [](char letter) { return letter >= ' ' && letter <= '~'; }));
      CHECK(std::ranges::find(texts, line.text) == texts.end());
      texts.push_back(line.text);
    }
  }
}
