#include "harness/redial/series.hpp"

#include "tests/catch.hpp"

#include <limits>

using namespace dialbench::redial;
using enum dialbench::evidence::OutcomeClass;

namespace {

constexpr std::int64_t now = 1'700'000'000;

Dialled call(std::int64_t ago_s, dialbench::evidence::OutcomeClass outcome, bool manual = false,
             std::string number = "5551234") {
  return {std::move(number), now - ago_s, outcome, manual};
}

std::size_t series_length(const std::vector<Dialled>& history, const char* country) {
  const auto attempts = attempts_to(history, "5551234", now);
  return current_series(attempts, now, profile_for(country)).size();
}

} // namespace

TEST_CASE("what an attempt was to the network") {
  for (auto outcome : {connected, connection_lost, far_hangup}) CHECK(effect(outcome) == Effect::connected);
  CHECK(effect(busy) == Effect::busy);
  for (auto outcome : {voice_answer, fax_answer, data_answer}) CHECK(effect(outcome) == Effect::answered);
  for (auto outcome :
       {no_answer, no_carrier, unknown_result, no_response, port_lost, stopped, command_mode}) {
    CHECK(effect(outcome) == Effect::failed);
  }
  for (auto outcome : {no_dialtone, line_in_use, command_error, delayed, blacklisted, port_in_use,
                       number_malformed, refused_emergency, refused_redial, script_fault, completed}) {
    CHECK(effect(outcome) == Effect::none);
  }
}

TEST_CASE("attempts to a number come in the order of their times") {
  const std::vector<Dialled> history = {call(10, busy), call(30, no_answer), call(20, no_dialtone),
                                        call(5, busy, false, "5559999")};
  const auto attempts = attempts_to(history, "5551234", now);
  REQUIRE(attempts.size() == 2);
  CHECK(attempts[0].at_s == now - 30);
  CHECK(attempts[1].at_s == now - 10);
}

TEST_CASE("what is a day old is forgotten, the near future is now, the far one a wrong clock") {
  const auto attempts =
      attempts_to(std::vector{call(86400, busy), call(86399, busy), call(-3600, busy), call(-86400, busy)},
                  "5551234", now);
  REQUIRE(attempts.size() == 2);
  CHECK(attempts[0].at_s == now - 86399);
  CHECK(attempts[1].at_s == now);
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  CHECK(attempts_to(std::vector<Dialled>{{"5551234", least, busy, false}, {"5551234", most, busy, false}},
                    "5551234", now)
            .empty());
}

TEST_CASE("the last call is the last to any number") {
  CHECK_FALSE(last_call({}, now).has_value());
  CHECK(last_call(std::vector{call(9, busy), call(7, connected, false, "1"), call(3, no_dialtone)}, now) ==
        now - 7);
}

TEST_CASE("a connection ends a series") {
  CHECK(series_length({call(400, busy), call(300, connected), call(200, busy), call(100, busy)}, "default") ==
        2);
  CHECK(series_length({call(200, busy), call(100, connection_lost)}, "default") == 0);
}

TEST_CASE("a manual start begins a series") {
  CHECK(series_length({call(400, busy), call(300, busy), call(200, busy, true), call(100, busy)},
                      "default") == 2);
}

TEST_CASE("the profile's pause ends a series, or bounds its window") {
  // In a row: 59 minutes between any two hold the series together; 60 do not.
  CHECK(series_length({call(10600, busy), call(7060, busy), call(3540, busy)}, "us") == 3);
  CHECK(series_length({call(10600, busy), call(7000, busy), call(3540, busy)}, "us") == 2);
  CHECK(series_length({call(3600, busy)}, "us") == 0);
  // Within: only the last 30 minutes count.
  CHECK(series_length({call(1900, busy), call(1800, busy), call(1799, busy), call(60, busy)}, "default") ==
        2);
}
