// Session and emulated modem in memory: every number of the embedded exchange, minutes in microseconds, any
// chunking.
#include "harness/simulation/join.hpp"
#include "harness/diagnosis/verdict.hpp"
#include "harness/emulator/modem.hpp"
#include "harness/evidence/mapping.hpp"
#include "harness/script/read.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace std::chrono_literals;
using evidence::OutcomeClass;

namespace {

const char* const dial_script = R"(
[variables]
number = { required = true }
hold = "0s"
[[step]]
send = "ATE0Q0V1X4"
tries = 3
[[step]]
send = "ATS7?"
optional = true
[[step]]
dial = "T${number}"
[[step]]
hold = "${hold}"
[[step]]
hangup = true
)";

session::Session dialling(const std::string& number, const std::string& hold = "0s") {
  session::Options options;
  options.command_gap = {};
  options.rules.line_simulator = true;
  const std::vector<script::Assignment> assignments = {{"number", number}, {"hold", hold}};
  const auto script = script::read_toml(dial_script, "dial.toml", assignments, options.rules);
  if (!script) FAIL(script::shown(script.error()));
  return session::Session(*script, options);
}

struct Row {
  const char* number;
  OutcomeClass outcome;
};

} // namespace

TEST_CASE("every number of the embedded exchange ends as its digits say, in any chunking") {
  const auto row =
      GENERATE(Row{"5550100", OutcomeClass::connected}, Row{"5550176", OutcomeClass::busy},
               Row{"5550177", OutcomeClass::voice_answer}, Row{"5550178", OutcomeClass::no_answer},
               Row{"5550179", OutcomeClass::no_carrier}, Row{"5550180", OutcomeClass::no_dialtone},
               Row{"5550181", OutcomeClass::command_error}, Row{"5550192", OutcomeClass::no_response},
               Row{"5550103", OutcomeClass::fax_answer}, Row{"5550104", OutcomeClass::no_carrier},
               Row{"5550105", OutcomeClass::delayed}, Row{"5550106", OutcomeClass::blacklisted},
               Row{"5550107", OutcomeClass::line_in_use}, Row{"5550108", OutcomeClass::connected});
  const auto seed = GENERATE(range(0, 20));
  CAPTURE(row.number, seed);
  auto session = dialling(row.number);
  emulator::Modem modem(emulator::embedded_exchange());
  simulation::Join options;
  options.chunk_seed = static_cast<std::uint64_t>(seed);
  const auto result = simulation::join(session, modem, options);
  REQUIRE(result.ended == simulation::Ended::with_outcome);
  CHECK(session.outcome()->outcome == row.outcome);
}

TEST_CASE("a call that the far end drops while it is watched is lost") {
  auto session = dialling("5550102", "10s");
  emulator::Modem modem(emulator::embedded_exchange());
  simulation::join(session, modem);
  REQUIRE(session.outcome() != nullptr);
  CHECK(session.outcome()->outcome == OutcomeClass::connection_lost);
}

TEST_CASE("a live line is held for a minute, and hung up") {
  auto session = dialling("5550101", "30s");
  emulator::Modem modem(emulator::embedded_exchange());
  const auto result = simulation::join(session, modem);
  REQUIRE(session.outcome() != nullptr);
  CHECK(session.outcome()->outcome == OutcomeClass::connected);
  CHECK(session.outcome()->evidence.hang_up_proven);
  CHECK(result.at > 40s);
}

TEST_CASE("the same seed gives the same transcript") {
  const auto transcript = [](std::uint64_t seed) {
    std::string text;
    auto session = dialling("5550100");
    emulator::Modem modem(emulator::embedded_exchange());
    simulation::Join options;
    options.chunk_seed = seed;
    options.record = [&](const transcript::Event& event) {
      text +=
          std::to_string(event.at.count()) + (event.kind == transcript::Kind::sent ? '>' : '<') + event.text;
    };
    simulation::join(session, modem, options);
    return text;
  };
  CHECK(transcript(7) == transcript(7));
  CHECK(transcript(7) != transcript(8));
}

TEST_CASE("the plug is pulled in the middle of a call") {
  emulator::Exchange exchange = emulator::embedded_exchange();
  emulator::Far far;
  far.kind = emulator::Far::Kind::unplugged;
  far.after = 3s;
  exchange.numbers["5550123"] = far;
  auto session = dialling("5550123");
  emulator::Modem modem(exchange);
  simulation::join(session, modem);
  REQUIRE(session.outcome() != nullptr);
  CHECK(session.outcome()->outcome == OutcomeClass::port_lost);
}

TEST_CASE("an attempt ends by its deadline with whatever habits the modem has") {
  const auto& row = GENERATE(from_range(
      std::vector<emulator::HabitRow>(emulator::habit_rows().begin(), emulator::habit_rows().end())));
  const auto number = GENERATE(as<std::string>(), "5550100", "5550176", "5550178");
  emulator::Habits habits;
  // Each switch on, one after the other; what is no switch keeps its default.
  if (!emulator::set_habit(habits, row.name, "true")) return;
  CAPTURE(row.name, number);
  auto session = dialling(number);
  emulator::Modem modem(emulator::embedded_exchange(), habits);
  const auto result = simulation::join(session, modem);
  CHECK(result.ended == simulation::Ended::with_outcome);
  CHECK(result.at < 3min);
}
