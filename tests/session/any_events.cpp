// Whatever happens, in whatever order, to whatever script: a session ends, does not turn in a circle, and
// says nothing more when it is over. Seeds are fixed; a failure names its own.
#include "tests/session/conversation.hpp"

#include <array>
#include <random>

using namespace dialbench;
using namespace dialbench::tests;

namespace {

class Chance {
 public:
  explicit Chance(unsigned seed)
      : random_(seed) {}
  unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }
  bool one_in(unsigned n) { return below(n) == 0; }
  Duration time_below(Duration most) { return Duration(static_cast<std::int64_t>(random_() % most.count())); }

 private:
  std::mt19937_64 random_;
};

constexpr std::array words = {"\r\nOK\r\n",
                              "\r\nCONNECT 33600\r\n",
                              "\r\nNO CARRIER\r\n",
                              "\r\nBUSY\r\n",
                              "\r\nERROR\r\n",
                              "\r\nRINGING\r\n",
                              "\r\nRING\r\n",
                              "0\r",
                              "7\r",
                              "050\r\n",
                              "login: ",
                              "ATDT5551234\r",
                              "+++",
                              "\r",
                              "\n",
                              "B\x8eUSY\r\n",
                              "\r\nNO CARRIER\r",
                              "\xff\xfe"};

script::Script any_script(Chance& chance) {
  std::vector<script::Step> steps;
  for (unsigned i = 0, count = 1 + chance.below(6); i < count; ++i) {
    switch (chance.below(8)) {
    case 0: steps.push_back(send("ATE0Q0V1X4")); break;
    case 1: steps.push_back(send(chance.one_in(2) ? "ATS7?" : "ATA")); break;
    case 2: steps.push_back(hold(chance.time_below(20s))); break;
    case 3: steps.push_back(hangup()); break;
    case 4: {
      auto step = step_of(script::StepKind::expect);
      step.patterns.push_back(
          {.kind = script::Pattern::Kind::substring, .meaning = {}, .outcome = {}, .text = "ogin:"});
      steps.push_back(step);
      break;
    }
    case 5:
      steps.push_back(step_of(script::StepKind::raw, chance.one_in(2) ? "guest\r" : "ATDT5559876\r"));
      break;
    default: steps.push_back(dial("T5551234")); break;
    }
    if (chance.one_in(3)) steps.back().optional = true;
    if (!chance.one_in(4)) continue;
    script::Branch branch;
    branch.when.kind = script::Pattern::Kind::any;
    branch.target = chance.one_in(2) ? "next" : "end";
    branch.times = 2;
    steps.back().on.push_back(branch);
  }
  return script_of(steps);
}

// One thing that happens; false where nothing did.
void something(session::Session& session, Chance& chance, Time now, bool& dcd) {
  switch (chance.below(20)) {
  case 0: session.stop(now); break;
  case 1:
    dcd = !dcd;
    session.lines_changed({.dcd = dcd}, now);
    break;
  case 2: session.receive(std::string(chance.below(3000), static_cast<char>(chance.below(256))), now); break;
  case 3:
    if (chance.one_in(20)) session.port_failed({}, now);
    break;
  default: session.receive(words.at(chance.below(words.size())), now); break;
  }
}

void drain(session::Session& session, Chance& chance, Time now, bool dcd) {
  while (const auto request = session.next_request()) {
    session::PortAnswer answer;
    answer.kind =
        chance.one_in(4) ? session::PortAnswer::Kind::not_supported : session::PortAnswer::Kind::done;
    if (chance.one_in(2)) answer.lines = evidence::ModemLines{.dcd = dcd};
    session.answered(request->id, answer, now);
  }
  if (const auto size = session.output().size(); size > 0)
    session.sent(1 + chance.below(static_cast<unsigned>(size)), now);
}

} // namespace

TEST_CASE("any events, any script: the session ends, and turns in no circle") {
  for (unsigned seed = 1; seed <= 3000; ++seed) {
    CAPTURE(seed);
    Chance chance(seed);
    session::Options options;
    options.rules.line_simulator = true;
    options.has_lines = chance.one_in(2);
    options.finals_owed = chance.below(3);
    session::Session session(any_script(chance), options);
    Time now{};
    bool dcd = false;
    session.start(now);
    int idle = 0;
    for (int round = 0; session.outcome() == nullptr; ++round) {
      REQUIRE(round < 100'000);
      REQUIRE(now < 6h);
      drain(session, chance, now, dcd);
      if (session.outcome() != nullptr) break;
      const auto deadline = session.deadline();
      REQUIRE((deadline || !session.output().empty()));
      if (chance.one_in(10)) {
        now += chance.time_below(3s);
        something(session, chance, now, dcd);
        idle = 0;
      } else if (deadline) {
        idle = *deadline <= now ? idle + 1 : 0;
        REQUIRE(idle < 100); // a deadline that is past, again and again, is a circle
        now = std::max(now, *deadline);
        session.tick(now);
      }
    }
    CHECK(session.output().empty());
    CHECK_FALSE(session.deadline());
    CHECK_FALSE(session.next_request());
    CHECK(session.outcome()->evidence.unknown.size() <= evidence::sayings_max);
  }
}
