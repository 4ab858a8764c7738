// Goal: the alternatives of the mapping with their reasons, less those that the facts rule out.
#include "harness/diagnosis/alternatives.hpp"
#include "tests/catch.hpp"
#include "tests/diagnosis/situations.hpp"

using namespace dialbench;
using namespace dialbench::tests;

namespace {

std::vector<int> codes_beside(const Call& call) {
  const auto outcome = call.outcome();
  const auto codes = evidence::codes_for(outcome.outcome, outcome.evidence);
  std::vector<int> beside;
  for (const auto& other :
       diagnosis::alternatives_for(codes.code, codes.alternatives, diagnosis::Facts(outcome))) {
    beside.push_back(other.code);
  }
  return beside;
}

std::string first_reason(const Call& call) {
  const auto outcome = call.outcome();
  const auto codes = evidence::codes_for(outcome.outcome, outcome.evidence);
  const auto beside = diagnosis::alternatives_for(codes.code, codes.alternatives, diagnosis::Facts(outcome));
  return beside.empty() ? "" : beside.front().reason;
}

Call no_carrier(Call call, Duration after) { return call.then("NO CARRIER", at::Meaning::no_carrier, after); }

using Codes = std::vector<int>;

} // namespace

TEST_CASE("NO CARRIER: what the X level keeps the modem from saying") {
  CHECK(codes_beside(no_carrier(a_call().x(0), 50s)) == Codes{678, 676, 680});
  CHECK(codes_beside(no_carrier(a_call().x(1), 50s)) == Codes{678, 676, 680});
  CHECK(codes_beside(no_carrier(a_call().x(2), 50s)) == Codes{678, 676});
  CHECK(codes_beside(no_carrier(a_call().x(3), 50s)) == Codes{678, 680});
  CHECK(codes_beside(no_carrier(a_call().x(4), 50s)) == Codes{678});
}

TEST_CASE("NO CARRIER: what was heard rules others out") {
  CHECK(codes_beside(no_carrier(a_call().x(0).carrier(), 30s)).empty());
  CHECK(codes_beside(no_carrier(a_call().x(0).ringing(2), 40s)).empty());
  CHECK(codes_beside(no_carrier(a_call().x(0).ringing(8), 50s)) == Codes{678});
}

TEST_CASE("NO CARRIER or nobody there: the reason says how near it is") {
  REQUIRE_THAT(first_reason(no_carrier(a_call(), 50s)), StartsWith("as likely"));
  REQUIRE_THAT(first_reason(no_carrier(a_call(), 12s)), StartsWith("less likely"));
  REQUIRE_THAT(first_reason(no_carrier(a_call(), 500ms)), StartsWith("not sure"));
  REQUIRE_THAT(first_reason(no_carrier(a_call().ringing(8), 50s)), StartsWith("it rang until the end"));
  REQUIRE_THAT(first_reason(a_call().our_timer(20s, evidence::AfterTimer::no_carrier, true)),
               StartsWith("our limit"));
}

TEST_CASE("NO ANSWER is certain where it rang to the end, and doubtful with @") {
  CHECK(codes_beside(a_call().ringing(8).then("NO ANSWER", at::Meaning::no_answer, 50s)).empty());
  CHECK(codes_beside(a_call().then("NO ANSWER", at::Meaning::no_answer, 50s)) == Codes{679});
  REQUIRE_THAT(first_reason(a_call().to("5550178@").then("NO ANSWER", at::Meaning::no_answer, 40s)),
               ContainsSubstring("@"));
}

TEST_CASE("every alternative has a symbol and a reason") {
  for (const auto& attempt : situations()) {
    const auto codes = evidence::codes_for(attempt.outcome, attempt.evidence);
    for (const auto& other :
         diagnosis::alternatives_for(codes.code, codes.alternatives, diagnosis::Facts(attempt))) {
      CAPTURE(codes.code, other.code);
      CHECK_FALSE(other.symbol.empty());
      CHECK_FALSE(other.reason.empty());
      CHECK(other.reason.find('{') == std::string::npos);
    }
  }
}
