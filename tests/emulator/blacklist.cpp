#include "harness/emulator/blacklist.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;
using namespace std::chrono_literals;
using dialbench::Time;
using Answer = Blacklist::Answer;

TEST_CASE("without a rule nothing is remembered") {
  Blacklist list;
  for (int i = 0; i < 100; ++i) list.failed(BlacklistRule::none, "1", 0s);
  CHECK(list.asks(BlacklistRule::none, "1", 0s) == Answer::dial);
  CHECK(list.asks(BlacklistRule::us, "1", 0s) == Answer::dial);
}

TEST_CASE("too soon is delayed, too often is blacklisted, and a lock ends") {
  Blacklist list;
  const auto rule = BlacklistRule::nz; // 30 s between, 10 in 30 min
  for (int i = 0; i < 10; ++i) {
    const auto at = i * 31s;
    REQUIRE(list.asks(rule, "1", at) == Answer::dial);
    list.failed(rule, "1", at);
    REQUIRE(list.asks(rule, "1", at + 29s) == (i == 9 ? Answer::blacklisted : Answer::delayed));
  }
  CHECK(list.asks(rule, "2", 300s) == Answer::dial);
  CHECK(list.asks(rule, "1", 279s + 1800s - 1s) != Answer::dial);
  CHECK(list.asks(rule, "1", 279s + 1800s) == Answer::dial);
  list.failed(rule, "1", 279s + 1800s);
  CHECK(list.asks(rule, "1", 279s + 1831s) == Answer::dial); // the count begins again
}

TEST_CASE("some rules last until the modem is switched off, and an answer clears a number") {
  Blacklist list;
  for (int i = 0; i < 5; ++i) list.failed(BlacklistRule::ch, "1", i * 121s);
  CHECK(list.asks(BlacklistRule::ch, "1", 9999h) == Answer::blacklisted);
  list.clear();
  CHECK(list.asks(BlacklistRule::ch, "1", 9999h) == Answer::dial);
  for (int i = 0; i < 5; ++i) list.failed(BlacklistRule::ch, "1", i * 121s);
  list.answered("1");
  CHECK(list.asks(BlacklistRule::ch, "1", 9999h) == Answer::dial);
}

TEST_CASE("some rules ask what came of each attempt") {
  using enum Blacklist::Heard;
  struct Row {
    BlacklistRule rule;
    Blacklist::Heard heard;
    int attempts;
  };
  const auto row = GENERATE(values<Row>({{BlacklistRule::us, tone, 15},
                                         {BlacklistRule::us, nothing, 2},
                                         {BlacklistRule::us, answered, 2},
                                         {BlacklistRule::au, tone, 10},
                                         {BlacklistRule::au, nothing, 3},
                                         {BlacklistRule::at, tone, 11},
                                         {BlacklistRule::at, nothing, 11},
                                         {BlacklistRule::at, answered, 3},
                                         {BlacklistRule::ch, nothing, 5},
                                         {BlacklistRule::ch, answered, 5}}));
  CAPTURE(static_cast<int>(row.rule), static_cast<int>(row.heard));
  Blacklist list;
  for (int i = 0; i < row.attempts; ++i) {
    REQUIRE(list.asks(row.rule, "1", i * 150s) == Answer::dial);
    list.failed(row.rule, "1", i * 150s, row.heard);
  }
  CHECK(list.asks(row.rule, "1", row.attempts * 150s) == Answer::blacklisted);
}

TEST_CASE("one attempt that met no busy tone among many that did counts") {
  Blacklist list;
  for (int i = 0; i < 5; ++i) list.failed(BlacklistRule::us, "1", i * 1s);
  REQUIRE(list.asks(BlacklistRule::us, "1", 6s) == Answer::dial);
  list.failed(BlacklistRule::us, "1", 6s, Blacklist::Heard::nothing);
  CHECK(list.asks(BlacklistRule::us, "1", 7s) == Answer::blacklisted);
  CHECK(list.asks(BlacklistRule::us, "1", 6s + 1h) == Answer::dial);
}

TEST_CASE("the memory is bounded: the number that failed longest ago is forgotten") {
  Blacklist list;
  const auto rule = BlacklistRule::at;
  for (int n = 0; n < 10'000; ++n)
    for (int i = 0; i < 11; ++i) list.failed(rule, std::to_string(n), n * 1s);
  CHECK(list.asks(rule, "0", 99'999s) == Answer::dial);
  CHECK(list.asks(rule, "9999", 99'999s) == Answer::blacklisted);
}

TEST_CASE("a rule is named") {
  BlacklistRule rule{};
  CHECK_FALSE(read_blacklist_rule(rule, "ch"));
  CHECK(rule == BlacklistRule::ch);
  CHECK_THAT(read_blacklist_rule(rule, "xx").value_or(""), StartsWith("one of none, us, au"));
}

TEST_CASE("France: each gap is two minutes longer than the one before, and the sixth attempt is the last") {
  Blacklist list;
  Time at = 0s;
  for (int i = 1; i <= 6; ++i) {
    REQUIRE(list.asks(BlacklistRule::fr, "1", at) == Answer::dial);
    list.failed(BlacklistRule::fr, "1", at);
    const auto gap = i * 2min;
    REQUIRE(list.asks(BlacklistRule::fr, "1", at + gap - 1s) ==
            (i == 6 ? Answer::blacklisted : Answer::delayed));
    at += gap;
  }
  CHECK(list.asks(BlacklistRule::fr, "1", 9999h) == Answer::blacklisted);
}
