// Goal: times are counted from the last digit, and what is not known stays unknown.
#include "harness/diagnosis/facts.hpp"
#include "tests/catch.hpp"
#include "tests/diagnosis/a_call.hpp"

using namespace dialbench;
using namespace dialbench::tests;
using diagnosis::Facts;

TEST_CASE("the result is timed from the dial command and from the last digit") {
  const auto outcome = a_call().then("BUSY", at::Meaning::busy, 8s).outcome();
  const Facts facts(outcome);
  CHECK(facts.after_last_digit == Duration(8s));
  CHECK(facts.after_dial_command == Duration(11s));
  CHECK(facts.modem_said_it());
  CHECK_FALSE(facts.ended_by_us());
}

TEST_CASE("where our timer ended the call, its deadline counts and not the abort behind it") {
  const auto outcome = a_call().our_timer(52s, evidence::AfterTimer::at_answers).outcome();
  const Facts facts(outcome);
  CHECK(facts.after_last_digit == Duration(52s));
  CHECK(facts.ended_by_us());
  CHECK_FALSE(facts.modem_said_it());
}

TEST_CASE("nothing was dialled: no time is made up") {
  const auto outcome = a_call().no_reply().outcome();
  const Facts facts(outcome);
  CHECK_FALSE(facts.after_last_digit);
  CHECK_FALSE(facts.since_ringing);
  CHECK_FALSE(facts.held);
}

TEST_CASE("S7 is known, assumed, or no limit at all") {
  const auto read = a_call().s7(30s).outcome();
  CHECK(Facts(read).s7_known);
  CHECK(Facts(read).s7 == Duration(30s));
  const auto unread = a_call().s7_unknown().outcome();
  CHECK_FALSE(Facts(unread).s7_known);
  CHECK(Facts(unread).s7 == Duration(50s));
  const auto no_limit = a_call().s7(0s).outcome();
  CHECK_FALSE(Facts(no_limit).s7_known);
}

TEST_CASE("the ring cycle is measured where two rings were seen") {
  auto call = a_call().ringing(3).then("NO CARRIER", at::Meaning::no_carrier, 20s);
  const auto usual = call.outcome();
  CHECK(Facts(usual).ring_cycle == Duration(6s));
  call.e.last_ringing = *call.e.first_ringing + 6s; // three rings in 6 s: the British cadence
  const auto faster = call.outcome();
  CHECK(Facts(faster).ring_cycle == Duration(3s));
  call.e.last_ringing = call.e.first_ringing; // all at once: no exchange does that
  const auto at_once = call.outcome();
  CHECK(Facts(at_once).ring_cycle == Duration(2s));
}

TEST_CASE("what was dialled comes from the dial command where no number was given") {
  auto call = a_call();
  const auto with_number = call.outcome();
  CHECK(Facts(with_number).dialled() == "5550179");
  call.e.number.clear();
  call.e.dial_command = "ATX4DT9,5551234";
  const auto outcome = call.outcome();
  CHECK(Facts(outcome).dialled() == "9,5551234");
}

TEST_CASE("damage is found in the result first, then in text that no table knows") {
  const auto clean = a_call().unknown("hello").then("BUSY", at::Meaning::busy, 8s).outcome();
  CHECK(Facts(clean).damaged() == nullptr);
  const auto damaged = a_call().unknown("hello").unknown("B\x8eSY", at::Damage::noise, "BUSY").outcome();
  REQUIRE(Facts(damaged).damaged() != nullptr);
  CHECK(Facts(damaged).damaged()->resembles == "BUSY");
}
