#include "harness/redial/rules.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <array>
#include <random>

using namespace dialbench::redial;
using namespace std::chrono_literals;
using dialbench::evidence::OutcomeClass;
using enum dialbench::evidence::OutcomeClass;

namespace {

constexpr std::int64_t start = 1'700'000'000;
const std::string number = "5551234";

// A redialler that dials whenever the rule lets it: how long it was made to wait before each attempt, until
// it is made to wait for a connection that never comes. A call takes no time here.
struct Redialler {
  std::string country;
  std::vector<Dialled> history = {};
  std::int64_t now_s = start;

  Decision ask(bool manual = false) const {
    return may_dial(history, number, now_s, manual, profile_for(country));
  }
  void dial(OutcomeClass outcome, bool manual = false) {
    history.push_back({number, now_s, outcome, manual});
  }

  // The waits before `attempts` automatic attempts that all end in `outcome`.
  std::vector<std::int64_t> waits(std::size_t attempts, OutcomeClass outcome) {
    std::vector<std::int64_t> all;
    for (; attempts > 0; --attempts) {
      const auto decision = ask();
      all.push_back(decision.allowed ? 0 : decision.wait.count());
      now_s += all.back();
      REQUIRE(ask().allowed);
      dial(outcome);
    }
    return all;
  }
};

using Waits = std::vector<std::int64_t>;

Waits joined(std::initializer_list<Waits> parts) {
  Waits all;
  for (const Waits& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

} // namespace

TEST_CASE("a number that was never dialled may be dialled, everywhere") {
  for (const Profile& row : profiles()) {
    const auto decision = may_dial({}, number, start, false, row);
    CHECK(decision.allowed);
    CHECK(decision.wait == 0s);
    CHECK_THAT(decision.reason, ContainsSubstring(std::string(row.title)));
  }
}

TEST_CASE("default: 60 s after the first two failures, then 2 min, and 10 in 30 min") {
  const std::string country = GENERATE("default", "gb", "de");
  Redialler line{country};
  CHECK(line.waits(10, no_answer) == Waits{0, 60, 60, 120, 120, 120, 120, 120, 120, 120});
  // The tenth stands 960 s behind the first; the window opens 1800 s behind the first.
  const auto decision = line.ask();
  CHECK_FALSE(decision.allowed);
  CHECK(decision.wait == 840s);
  CHECK(decision.by_hand);
  CHECK_THAT(decision.reason,
             ContainsSubstring("allows 10 attempts to one number within 30 min (good practice"));
}

TEST_CASE("us: two in a row, then an hour") {
  Redialler line{"us"};
  CHECK(line.waits(5, no_answer) == Waits{0, 0, 3600, 0, 3600});
  CHECK(
      Redialler{"us", {{number, start, no_answer, false}, {number, start, no_carrier, false}}}.ask().reason ==
      "The redial rule for the United States allows 2 attempts in a row to one number that is not busy each "
      "time, "
      "then wants a pause of 60 min (FCC, 47 CFR 68.318(b)).");
}

TEST_CASE("us: fifteen in a row where each finds it busy") {
  Redialler line{"us"};
  CHECK(line.waits(16, busy) == joined({Waits(15, 0), {3600}}));
}

TEST_CASE("us: one attempt that was not busy ends the thirteen more") {
  Redialler line{"us"};
  line.waits(4, busy);
  CHECK(line.ask().allowed);
  line.dial(no_answer);
  CHECK(line.ask().wait == 3600s);
}

TEST_CASE("us: one more call after somebody answered who is no modem") {
  Redialler line{"us"};
  CHECK(line.waits(3, voice_answer) == Waits{0, 0, 3600});
}

TEST_CASE("us: a manual start ends the lock-out, is not counted itself, and is not covered") {
  Redialler line{"us"};
  line.waits(2, no_answer);
  CHECK_FALSE(line.ask().allowed);
  CHECK(line.ask().by_hand);
  CHECK(line.ask(true).allowed);
  line.dial(no_answer, true);
  CHECK(line.waits(3, no_answer) == Waits{0, 0, 3600});
}

TEST_CASE("au: three in a row, ten where busy is detected, 2 s between, then 30 min") {
  CHECK(Redialler{"au"}.waits(4, no_answer) == Waits{0, 2, 2, 1800});
  CHECK(Redialler{"au"}.waits(11, busy) == joined({{0}, Waits(9, 2), {1800}}));
}

TEST_CASE("nz: 30 s between, ten within 30 min") {
  Redialler line{"nz"};
  CHECK(line.waits(10, busy) == joined({{0}, Waits(9, 30)}));
  CHECK(line.ask().wait == 1530s);
}

TEST_CASE("nz: 5 s between calls to different numbers, by hand none") {
  const std::vector<Dialled> history = {{"5559999", start - 3, connected, false}};
  const auto decision = may_dial(history, number, start, false, profile_for("nz"));
  CHECK_FALSE(decision.allowed);
  CHECK(decision.wait == 2s);
  CHECK_THAT(decision.reason, ContainsSubstring("wants 5 s between any two automatic calls (PTC 200"));
  CHECK(may_dial(history, number, start + 2, false, profile_for("nz")).allowed);
  CHECK(may_dial(history, number, start, true, profile_for("nz")).allowed);
  CHECK(may_dial(history, number, start, false, profile_for("us")).allowed);
}

TEST_CASE("it and sg: five at once, four more 2 min apart, then 120 min") {
  const std::string country = GENERATE("it", "sg");
  CHECK(Redialler{country}.waits(10, no_answer) == Waits{0, 0, 0, 0, 0, 120, 120, 120, 120, 7200});
}

TEST_CASE("ch: 2 min between, 5 min after four failures, four retries, then none") {
  Redialler line{"ch"};
  CHECK(line.waits(5, busy) == Waits{0, 120, 120, 120, 300});
  const auto decision = line.ask();
  CHECK(decision.wait == 86400s - 660s);
  CHECK_THAT(decision.reason,
             ContainsSubstring("allows 5 attempts to one number, then none until a person dials it"));
  CHECK(line.ask(true).allowed);
}

TEST_CASE("at: ten retries, but two where somebody answers who is no modem, then none") {
  Redialler silent{"at"};
  CHECK(silent.waits(11, no_answer) == joined({{0}, Waits(10, 5)}));
  CHECK(silent.ask().wait == 86400s - 50s);
  Redialler answered{"at"};
  CHECK(answered.waits(3, voice_answer) == Waits{0, 5, 5});
  CHECK(answered.ask().wait == 86400s - 10s);
  CHECK_THAT(answered.ask().reason,
             ContainsSubstring("allows 3 attempts to one number where somebody answers who is no modem"));
}

TEST_CASE("fr: 2, 4, 6 ... min between, five retries, then none") {
  Redialler line{"fr"};
  CHECK(line.waits(6, no_answer) == Waits{0, 120, 240, 360, 480, 600});
  CHECK(line.ask().wait == 86400s - 1800s);
}

TEST_CASE("be: 1 min between, four retries, then an hour") {
  CHECK(Redialler{"be"}.waits(7, no_answer) == Waits{0, 60, 60, 60, 60, 3600, 60});
}

TEST_CASE("a manual start counts as the first attempt where the rule counts calls") {
  Redialler line{"be"};
  line.dial(no_answer, true);
  CHECK(line.waits(5, no_answer) == Waits{60, 60, 60, 60, 3600});
}

TEST_CASE("a connection clears the count everywhere") {
  for (const Profile& row : profiles()) {
    INFO(row.id);
    Redialler line{std::string(row.id)};
    line.waits(row.attempts, no_answer);
    line.dial(connected);
    line.now_s += row.gap_any.count();
    CHECK(line.ask().allowed);
  }
}

TEST_CASE("attempts that made no call count for nothing") {
  Redialler line{"us"};
  for (auto outcome : {no_dialtone, line_in_use, command_error, blacklisted, port_in_use, refused_redial})
    line.dial(outcome);
  CHECK(line.ask().allowed);
}

TEST_CASE("another number has a count of its own, and a dial string is its digits") {
  Redialler line{"us"};
  line.waits(2, no_answer);
  CHECK(may_dial(line.history, "5559999", line.now_s, false, profile_for("us")).allowed);
  CHECK_FALSE(may_dial(line.history, "T*70,,555-1234", line.now_s, false, profile_for("us")).allowed);
}

TEST_CASE("the cap holds for manual starts too, and no profile lifts it") {
  for (const Profile& row : profiles()) {
    INFO(row.id);
    Redialler line{std::string(row.id)};
    for (std::size_t attempt = 0; attempt < attempts_cap; ++attempt) {
      REQUIRE(line.ask(true).allowed);
      line.dial(busy, true);
      line.now_s += 10;
    }
    const auto decision = line.ask(true);
    CHECK_FALSE(decision.allowed);
    CHECK_FALSE(decision.by_hand);
    CHECK(decision.wait == 1600s);
    CHECK(decision.reason ==
          "No number is dialled more than 20 times within 30 min without a connection, by hand or by script "
          "(dialbench's own cap).");
    CHECK_FALSE(line.ask(false).allowed);
    CHECK_FALSE(line.ask(false).by_hand);
    line.now_s += 1600;
    CHECK(line.ask(true).allowed);
  }
}

TEST_CASE("no script gets beyond the cap by mixing manual starts and retries") {
  Redialler line{"us"};
  std::size_t dialled = 0;
  for (int second = 0; second < 1800; ++second, ++line.now_s) {
    const bool manual = second % 3 == 0;
    if (!line.ask(manual).allowed) continue;
    line.dial(no_answer, manual);
    ++dialled;
  }
  CHECK(dialled == attempts_cap);
}

TEST_CASE("a clock that was set back neither frees nor blocks for long") {
  Redialler line{"us"};
  line.waits(2, no_answer);
  line.now_s -= 1800;
  CHECK(line.ask().wait == 3600s);
  line.now_s -= 86400;
  CHECK(line.ask().allowed);
}

TEST_CASE("the wait that is named is the wait that is needed, and reasons are one printable sentence") {
  const unsigned seed = GENERATE(1u, 2u, 3u, 4u);
  std::mt19937 engine(seed);
  constexpr std::array outcomes{busy, busy, no_answer, voice_answer, no_dialtone, connected};
  for (int round = 0; round < 300; ++round) {
    const Profile& profile = profiles()[engine() % profiles().size()];
    std::vector<Dialled> history;
    for (std::size_t count = engine() % 30; count > 0; --count) {
      history.push_back({engine() % 5 == 0 ? "5559999" : number,
                         start - static_cast<std::int64_t>(engine() % 4000),
                         outcomes.at(engine() % outcomes.size()), engine() % 8 == 0});
    }
    for (const bool manual : {false, true}) {
      const auto decision = may_dial(history, number, start, manual, profile);
      INFO(profile.id << ": " << decision.reason);
      CHECK(std::all_of(decision.reason.begin(), decision.reason.end(),
                        [](char character) { return character >= ' ' && character <= '~'; }));
      CHECK(decision.reason.back() == '.');
      CHECK(decision.allowed == (decision.wait == 0s));
      if (decision.allowed) continue;
      const std::int64_t then = start + decision.wait.count();
      CHECK_FALSE(may_dial(history, number, then - 1, manual, profile).allowed);
      CHECK(may_dial(history, number, then, manual, profile).allowed);
      if (!manual) CHECK(decision.by_hand == may_dial(history, number, start, true, profile).allowed);
    }
  }
}
