// Each row of the mapping table, and the order of the rows.
#include "harness/evidence/mapping.hpp"
#include "tests/catch.hpp"

#include <algorithm>

using namespace dialbench;
using namespace std::chrono_literals;
using namespace dialbench::evidence;

namespace {

Evidence said(at::Meaning meaning, bool to_dial = true) {
  Evidence e;
  e.ending = Ending::final_result;
  e.dialled = to_dial;
  e.dial_failed_command = to_dial;
  e.result = Saying{.at = 5s, .text = "WORD", .meaning = meaning, .slips = {}, .damage = {}, .resembles = {}};
  return e;
}
Evidence timer(AfterTimer after) {
  Evidence e;
  e.ending = Ending::own_timer;
  e.dialled = true;
  e.after_timer = after;
  e.deadline = 60s;
  return e;
}
Evidence port(PortFault fault, bool dialled = false) {
  Evidence e;
  e.ending = Ending::port_failed;
  e.dialled = dialled;
  e.port = PortProblem{.fault = fault, .system_error = 5, .detail = {}, .advice = {}};
  return e;
}
Evidence ending(Ending how) {
  Evidence e;
  e.ending = how;
  return e;
}
Evidence refused(Refusal why) {
  Evidence e = ending(Ending::refused);
  e.refusal = why;
  return e;
}
int code(const Evidence& e) { return codes_for(classify(e), e).code; }

} // namespace

TEST_CASE("a final word to a dial") {
  using at::Meaning;
  CHECK(code(said(Meaning::busy)) == 676);
  CHECK(code(said(Meaning::voice_answer)) == 677);
  CHECK(code(said(Meaning::fax_answer)) == 677);
  CHECK(code(said(Meaning::data_answer)) == 677);
  CHECK(code(said(Meaning::no_answer)) == 678);
  CHECK(code(said(Meaning::no_carrier)) == 679);
  CHECK(code(said(Meaning::no_dialtone)) == 680);
  CHECK(code(said(Meaning::line_in_use)) == 680);
  CHECK(code(said(Meaning::command_error)) == 681);
  CHECK(code(said(Meaning::delayed)) == 774);
  CHECK(code(said(Meaning::blacklisted)) == 775);
  CHECK(classify(said(Meaning::ok)) == OutcomeClass::command_mode);
  CHECK(code(said(Meaning::unknown_result)) == 652);
}

TEST_CASE("ERROR to a set-up command is another thing than to the dial") {
  CHECK(classify(said(at::Meaning::command_error, false)) == OutcomeClass::setup_error);
  CHECK(code(said(at::Meaning::command_error, false)) == 651);
  CHECK(codes_for(OutcomeClass::setup_error, {}).alternatives == std::vector{681});
  CHECK(codes_for(OutcomeClass::command_error, {}).alternatives == std::vector{651});
}

TEST_CASE("our own timer") {
  SECTION("ringing to the end") {
    auto e = timer(AfterTimer::no_carrier);
    e.ringing = 9;
    e.last_ringing = 55s;
    CHECK(code(e) == 678);
  }
  SECTION("ringing that stopped long before: somebody answered") {
    auto e = timer(AfterTimer::no_carrier);
    e.ringing = 2;
    e.last_ringing = 20s;
    CHECK(code(e) == 679);
  }
  SECTION("NO CARRIER to our abort") { CHECK(code(timer(AfterTimer::no_carrier)) == 679); }
  SECTION("no word, AT answers") { CHECK(code(timer(AfterTimer::at_answers)) == 678); }
  SECTION("AT is dead") { CHECK(code(timer(AfterTimer::at_dead)) == 692); }
  SECTION("text that nobody knows comes first") {
    auto e = timer(AfterTimer::no_carrier);
    e.unknown.push_back({});
    CHECK(code(e) == 652);
  }
}

TEST_CASE("the port") {
  CHECK(code(port(PortFault::in_use)) == 602);
  CHECK(code(port(PortFault::denied)) == 633);
  CHECK(code(port(PortFault::no_such_port)) == 615);
  CHECK(code(port(PortFault::gone)) == 608);
  CHECK(code(port(PortFault::lost)) == 692);
  CHECK(code(port(PortFault::lost, true)) == 630);
  CHECK(code(port(PortFault::not_a_serial_port)) == 636);
  CHECK(code(port(PortFault::refused_settings)) == 605);
}

TEST_CASE("a port fault outweighs a connection and a word") {
  auto e = port(PortFault::lost, true);
  e.connected = true;
  e.result = Saying{};
  CHECK(classify(e) == OutcomeClass::port_lost);
}

TEST_CASE("the modem, the user, the script") {
  CHECK(code(ending(Ending::no_reply)) == 692);
  CHECK(code(ending(Ending::write_stalled)) == 692);
  CHECK(code(ending(Ending::overflowed)) == 699);
  CHECK(code(ending(Ending::looped)) == 697);
  CHECK(code(ending(Ending::stopped)) == 631);
  CHECK(code(ending(Ending::script_fault)) == 752);
  CHECK(code(refused(Refusal::too_long)) == 723);
  CHECK(code(refused(Refusal::malformed)) == 749);
  CHECK(code(refused(Refusal::emergency)) == 775);
  CHECK(classify(ending(Ending::completed)) == OutcomeClass::completed);
  auto garbled = ending(Ending::no_reply);
  garbled.garbage = true;
  CHECK(classify(garbled) == OutcomeClass::garbled);
  CHECK(code(garbled) == 692);
}

TEST_CASE("a connection and its loss") {
  auto e = said(at::Meaning::connect);
  e.connected = true;
  CHECK(classify(e) == OutcomeClass::connected);
  CHECK(code(e) == 0);
  e.lost_after_connect = true;
  CHECK(code(e) == 668);
  e.far_end_cleared = true;
  CHECK(code(e) == 629);
}

TEST_CASE("NO CARRIER hides what the X level keeps the modem from saying") {
  auto e = said(at::Meaning::no_carrier);
  const auto alternatives = [&](int x) {
    e.x_level = x;
    return codes_for(OutcomeClass::no_carrier, e).alternatives;
  };
  CHECK(alternatives(0) == std::vector{678, 676, 680});
  CHECK(alternatives(1) == std::vector{678, 676, 680});
  CHECK(alternatives(2) == std::vector{678, 676});
  CHECK(alternatives(3) == std::vector{678, 680});
  CHECK(alternatives(4) == std::vector{678});
}

TEST_CASE("overruns stand beside the verdict") {
  auto e = said(at::Meaning::busy);
  e.uart = UartErrors{.overrun = 3, .framing = 0, .parity = 0, .breaks = 0};
  const auto outcome = conclude(e);
  CHECK(outcome.outcome == OutcomeClass::busy);
  CHECK(outcome.overrun);
}
