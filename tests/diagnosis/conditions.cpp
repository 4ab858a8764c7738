// Goal: each predicate draws its line where the facts say, and answers no where nothing is known. Which of
// them hold in which kind of attempt is walked in rules.cpp; here are the borders.
#include "harness/diagnosis/conditions.hpp"
#include "tests/catch.hpp"
#include "tests/diagnosis/a_call.hpp"

using namespace dialbench;
using namespace dialbench::diagnosis;
using namespace dialbench::tests;

namespace {

bool holds(Condition condition, const Call& call) {
  const auto outcome = call.outcome();
  return condition(Facts(outcome));
}

Call no_carrier(Duration after_last_digit) {
  return a_call().then("NO CARRIER", at::Meaning::no_carrier, after_last_digit);
}
Call no_dialtone(Duration after_dial_command) {
  return a_call().then("NO DIALTONE", at::Meaning::no_dialtone, after_dial_command - 3s);
}

} // namespace

TEST_CASE("S7 ends a call within 3 s of its time") {
  CHECK_FALSE(holds(at_s7, no_carrier(46900ms)));
  CHECK(holds(at_s7, no_carrier(47s)));
  CHECK(holds(at_s7, no_carrier(53s)));
  CHECK_FALSE(holds(at_s7, no_carrier(53100ms)));
  CHECK(holds(after_s7, no_carrier(53100ms)));
  CHECK(holds(long_before_s7, no_carrier(46900ms)));
  CHECK_FALSE(holds(long_before_s7, no_carrier(47s)));
}

TEST_CASE("S7 is short below 45 s, and only where it is known") {
  CHECK(holds(at_short_s7, a_call().s7(44s).then("NO CARRIER", at::Meaning::no_carrier, 44s)));
  CHECK_FALSE(holds(at_short_s7, a_call().s7(45s).then("NO CARRIER", at::Meaning::no_carrier, 45s)));
  CHECK_FALSE(holds(s7_is_long, a_call().s7_unknown()));
  CHECK(holds(s7_is_long, a_call().s7(45s)));
}

TEST_CASE("within a second of the last digit, or before it") {
  CHECK(holds(within_a_second, no_carrier(1s)));
  CHECK_FALSE(holds(within_a_second, no_carrier(1100ms)));
  CHECK(holds(later_than_a_second, no_carrier(1100ms)));
  CHECK(holds(before_last_digit, no_carrier(-100ms)));
  CHECK_FALSE(holds(before_last_digit, no_carrier(0ms)));
}

TEST_CASE("our own timer is no word of the modem: nothing is concluded from its time") {
  const auto timed = a_call().our_timer(50s, evidence::AfterTimer::at_answers);
  for (const auto condition : {at_s7, long_before_s7, after_s7, within_a_second, later_than_a_second}) {
    CHECK_FALSE(holds(condition, timed));
  }
}

TEST_CASE("busy: before the network can have routed the call, or after") {
  const auto busy = [](Duration after) { return a_call().then("BUSY", at::Meaning::busy, after); };
  CHECK(holds(before_routing, busy(2900ms)));
  CHECK_FALSE(holds(before_routing, busy(3s)));
  CHECK_FALSE(holds(after_routing, busy(4900ms)));
  CHECK(holds(after_routing, busy(5s)));
}

TEST_CASE("how long a modem listened for its dial tone") {
  CHECK(holds(too_fast_for_a_tone, no_dialtone(1400ms)));
  CHECK_FALSE(holds(too_fast_for_a_tone, no_dialtone(1500ms)));
  CHECK(holds(listened_for_a_tone, no_dialtone(1500ms)));
  CHECK(holds(listened_briefly, no_dialtone(3500ms)));
  CHECK(holds(listened_long, no_dialtone(3600ms)));
}

TEST_CASE("ringing stopped where the silence is longer than one and a half cycles") {
  const auto rang_last = [](Duration before_end) {
    return a_call().ringing(2, 4s).then("NO CARRIER", at::Meaning::no_carrier, 10s + before_end);
  };
  CHECK(holds(rang_to_the_end, rang_last(9s)));
  CHECK_FALSE(holds(rang_then_stopped, rang_last(9s)));
  CHECK(holds(rang_then_stopped, rang_last(9100ms)));
  CHECK_FALSE(holds(rang_to_the_end, rang_last(9100ms)));
  CHECK_FALSE(holds(rang_to_the_end, no_carrier(20s)));
  CHECK_FALSE(holds(rang_then_stopped, no_carrier(20s)));
  CHECK(holds(never_rang, no_carrier(20s)));
}

TEST_CASE("what an X level hides") {
  struct Row {
    int level;
    bool both, busy, tone, below_4, all;
  };
  const auto row =
      GENERATE(Row{0, true, false, false, true, false}, Row{1, true, false, false, true, false},
               Row{2, false, true, false, true, false}, Row{3, false, false, true, true, false},
               Row{4, false, false, false, false, true}, Row{7, false, false, false, false, true});
  CAPTURE(row.level);
  const auto call = a_call().x(row.level);
  CHECK(holds(x_hides_both, call) == row.both);
  CHECK(holds(x_hides_only_busy, call) == row.busy);
  CHECK(holds(x_hides_only_tone, call) == row.tone);
  CHECK(holds(x_below_4, call) == row.below_4);
  CHECK(holds(x_reports_all, call) == row.all);
  CHECK_FALSE(holds(x_unknown, call));
}

TEST_CASE("an unknown X level hides nothing and reports nothing") {
  const auto call = a_call().x_unknown();
  for (const auto condition :
       {x_hides_both, x_hides_only_busy, x_hides_only_tone, x_below_4, x_reports_all}) {
    CHECK_FALSE(holds(condition, call));
  }
  CHECK(holds(x_unknown, call));
}

TEST_CASE("a nine in front is a prefix where the digits behind it are a whole number") {
  for (const auto* number : {"95551234", "918005551234", "98005551234"})
    CHECK(holds(nine_without_pause, a_call().to(number)));
  for (const auto* number : {"5550179", "9555123", "9,5551234", "9W5551234", "9"}) {
    CAPTURE(number);
    CHECK_FALSE(holds(nine_without_pause, a_call().to(number)));
  }
}

TEST_CASE("a prefix with a pause, and call waiting switched off") {
  CHECK(holds(prefix_with_pause, a_call().to("9,5551234")));
  CHECK(holds(prefix_with_pause, a_call().to("0W5551234")));
  CHECK_FALSE(holds(prefix_with_pause, a_call().to("5551234")));
  CHECK_FALSE(holds(prefix_with_pause, a_call().to("5551234,,77")));
  CHECK_FALSE(holds(prefix_with_pause, a_call().to("*70,5551234")));
  CHECK(holds(call_waiting_prefix, a_call().to("*70,5551234")));
  CHECK_FALSE(holds(call_waiting_prefix, a_call().to("11705551234")));
  CHECK(holds(call_waiting_prefix, a_call().to("11705551234").with_pulses()));
}

TEST_CASE("odd characters are those beside digits, pauses and the usual modifiers") {
  for (const auto* number : {"555@", "555!", "555$", "555A"})
    CHECK(holds(odd_characters, a_call().to(number)));
  for (const auto* number : {"9,555", "9W555", "*70,555#", "(555) 01-79"})
    CHECK_FALSE(holds(odd_characters, a_call().to(number)));
}

TEST_CASE("too many digits, too long a command") {
  CHECK_FALSE(holds(too_many_digits, a_call().to(std::string(35, '5'))));
  CHECK(holds(too_many_digits, a_call().to(std::string(36, '5'))));
  CHECK_FALSE(holds(long_command, a_call().setup_error(std::string(40, 'A'))));
  CHECK(holds(long_command, a_call().setup_error(std::string(41, 'A'))));
}

TEST_CASE("a carrier is heard where the modem said so for this dial, not where a query mentions one") {
  CHECK(holds(carrier_heard, a_call().carrier()));
  CHECK_FALSE(holds(carrier_heard, a_call()));
  auto query = a_call();
  evidence::Saying said;
  said.text = "CARRIER 300";
  said.meaning = at::Meaning::carrier;
  query.e.commands.front().reply.push_back(said);
  CHECK_FALSE(holds(carrier_heard, query));
}

TEST_CASE("answers are switched off by Q1, and on again by Q0 or by any answer") {
  CHECK(holds(answers_switched_off, a_call().no_reply_from("ATE1Q1")));
  CHECK(holds(answers_switched_off, a_call().no_reply_from("atq1v1")));
  CHECK(holds(answers_switched_off, a_call().no_reply_to("ATQ1")));
  CHECK_FALSE(holds(answers_switched_off, a_call().no_reply_from("ATQ1Q0")));
  CHECK_FALSE(holds(answers_switched_off, a_call().no_reply_from("ATQ2")));
  CHECK_FALSE(holds(answers_switched_off, a_call().no_reply_from("ATDQ1")));
  auto answered = a_call().no_reply_to("ATI");
  answered.e.commands.front().text = "ATQ1";
  answered.e.commands.insert(answered.e.commands.begin() + 1, a_call().e.commands.front());
  CHECK_FALSE(holds(answers_switched_off, answered));
}

TEST_CASE("a command lacks AT where neither AT nor A/ stands in front") {
  for (const auto* command : {"X4", "E0Q0V1X4", "=3", "A", " 5"}) {
    CAPTURE(command);
    CHECK(holds(lacks_at, a_call().no_reply_to(command)));
  }
  for (const auto* command : {"ATX4", "atx4", "A/", " ATZ", "****"}) {
    CAPTURE(command);
    CHECK_FALSE(holds(lacks_at, a_call().no_reply_to(command)));
  }
}

TEST_CASE("lines that the port does not carry are neither on nor off") {
  for (const auto condition : {dsr_off, dsr_on, cts_off, cts_on, dcd_on, dcd_off})
    CHECK_FALSE(holds(condition, a_call()));
  CHECK(holds(dsr_off, a_call().lines(false, false, true)));
  CHECK(holds(dcd_on, a_call().lines(true, true, true)));
}

TEST_CASE("an attempt about which nothing is known makes no predicate fail") {
  const evidence::Outcome nothing;
  const Facts facts(nothing);
  CHECK(always(facts));
  CHECK_FALSE(at_s7(facts));
  CHECK_FALSE(nine_without_pause(facts));
  CHECK_FALSE(prefix_with_pause(facts));
  CHECK_FALSE(long_command(facts));
  CHECK_FALSE(short_command(facts));
  CHECK(nothing_came(facts));
}
