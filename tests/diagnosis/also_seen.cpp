#include "harness/diagnosis/also_seen.hpp"
#include "tests/catch.hpp"
#include "tests/diagnosis/a_call.hpp"

using namespace dialbench;
using namespace dialbench::tests;

namespace {

std::string also_of(const Call& call) {
  const auto outcome = call.outcome();
  std::string text;
  for (const auto& line :
       diagnosis::also_seen(diagnosis::Facts(outcome), evidence::row(outcome.outcome).code)) {
    text += line + '\n';
  }
  return text;
}

} // namespace

TEST_CASE("overruns are 710 beside the verdict") {
  CHECK(also_of(a_call().uart(0).connects(12s)).empty());
  REQUIRE_THAT(also_of(a_call().uart(7).connects(12s)), StartsWith("UART overruns (7): 710 ERROR_OVERRUN."));
}

TEST_CASE("stale results are named, a few of them, and the one still owed") {
  auto call = a_call().stale("BUSY", at::Meaning::busy).connects(12s);
  REQUIRE_THAT(also_of(call), StartsWith("Stale: BUSY belongs to an earlier call"));
  for (int i = 0; i < 10; ++i) call.stale("NO CARRIER", at::Meaning::no_carrier);
  const std::string many = also_of(call);
  CHECK(std::count(many.begin(), many.end(), '\n') == 3);
  auto owed = a_call().our_timer(52s, evidence::AfterTimer::at_answers);
  owed.e.finals_owed = 1;
  REQUIRE_THAT(also_of(owed), ContainsSubstring("still owes the result"));
}

TEST_CASE("slips of form are named") {
  auto call = a_call().then("busy", at::Meaning::busy, 8s);
  call.e.result->slips = at::bits(at::Slip::lower_case) | at::bits(at::Slip::no_line_feed);
  const std::string text = also_of(call);
  REQUIRE_THAT(text, ContainsSubstring("The form of busy was unusual: "));
  REQUIRE_THAT(text, ContainsSubstring(std::string(at::name(at::Slip::lower_case))));
  REQUIRE_THAT(text, ContainsSubstring(std::string(at::name(at::Slip::no_line_feed))));
}

TEST_CASE("numbers in place of words, and lines beyond the bound") {
  auto call = a_call().connects(12s);
  call.e.numeric = true;
  call.e.dropped = 12;
  REQUIRE_THAT(also_of(call), ContainsSubstring("numbers (V0), although it took V1"));
  auto never_asked = call;
  never_asked.e.commands.clear();
  REQUIRE_THAT(also_of(never_asked), ContainsSubstring("numbers (V0); ATV1 makes it use words"));
  REQUIRE_THAT(also_of(call), ContainsSubstring("12 more lines"));
}

TEST_CASE("what an old Windows showed for the same is second-hand, and last") {
  CHECK(also_of(a_call().then("NO CARRIER", at::Meaning::no_carrier, 12s)) ==
        "Windows shows 679 for this; NT 4.0 before Service Pack 6 showed 676.\n");
  CHECK(also_of(a_call().then("BUSY", at::Meaning::busy, 8s)).empty());
}
