// The steps of native scripts: branches, bounds, data after CONNECT, lines.
#include "tests/session/conversation.hpp"

using namespace dialbench;
using namespace dialbench::tests;

namespace {
script::Branch on(OutcomeClass outcome, std::string target, unsigned times = 0, Duration after = {}) {
  script::Branch branch;
  branch.when.kind = script::Pattern::Kind::outcome;
  branch.when.outcome = outcome;
  branch.target = std::move(target);
  branch.times = times;
  branch.after = after;
  return branch;
}
script::Pattern anywhere(std::string text) {
  script::Pattern pattern;
  pattern.kind = script::Pattern::Kind::substring;
  pattern.text = std::move(text);
  return pattern;
}
script::Step expecting(std::string text, Duration timeout) {
  auto step = step_of(script::StepKind::expect);
  step.patterns.push_back(anywhere(std::move(text)));
  step.timeout = timeout;
  return step;
}
void hangs_up(Conversation& talk) {
  talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
}
} // namespace

TEST_CASE("a branch is taken as often as it may, and then the verdict stands") {
  auto step = dial("T5551234");
  step.label = "again";
  step.on.push_back(on(OutcomeClass::busy, "again", 2, 60s));
  Conversation talk(script_of({step}));
  for (int i = 0; i < 2; ++i) talk.expect("ATDT5551234\r").after(5s).reply("BUSY").expect("AT\r").reply("OK");
  talk.expect("ATDT5551234\r").after(5s).reply("BUSY");
  CHECK(talk.outcome().outcome == OutcomeClass::busy);
  CHECK(talk.outcome().evidence.epoch == 3);
}

TEST_CASE("a second dial begins anew, and keeps the dialogue and what is known of the modem") {
  auto step = dial("T5551234");
  step.label = "again";
  step.on.push_back(on(OutcomeClass::busy, "again", 1));
  Conversation talk(script_of({send("ATS7=30X4"), step}));
  talk.expect("ATS7=30X4\r").reply("OK").expect("ATDT5551234\r").after(5s);
  talk.reply("RINGING").reply("SOMETHING NEW").reply("BUSY").expect("AT\r").reply("OK");
  talk.expect("ATDT5551234\r").after(5s).reply("NO ANSWER");
  const auto& seen = talk.outcome().evidence;
  CHECK(talk.outcome().word == "NO ANSWER");
  CHECK(seen.number == "5551234");
  CHECK(seen.ringing == 0);
  CHECK_FALSE(seen.first_ringing);
  CHECK(seen.unknown.empty());
  CHECK(seen.epoch == 2);
  CHECK(seen.s7 == 30s);
  CHECK(seen.x_level == 4);
  CHECK(seen.commands.size() == 4);
}

TEST_CASE("the cap on dials holds whatever the script says") {
  auto step = dial("T5551234");
  step.label = "again";
  step.on.push_back(on(OutcomeClass::busy, "again"));
  session::Options options;
  options.dials_max = 3;
  Conversation talk(script_of({step}), options);
  for (int i = 0; i < 3; ++i) {
    if (i > 0) talk.expect("AT\r").reply("OK");
    talk.expect("ATDT5551234\r").after(5s).reply("BUSY");
  }
  CHECK(talk.outcome().outcome == OutcomeClass::refused_redial);
}

TEST_CASE("a script that jumps in a circle ends") {
  auto step = send("AT");
  step.label = "round";
  script::Branch branch;
  branch.when.kind = script::Pattern::Kind::any;
  branch.target = "round";
  step.on.push_back(branch);
  session::Options options;
  options.command_gap = {};
  Conversation talk(script_of({step}), options);
  for (unsigned i = 0; i <= script::jumps_max; ++i) talk.expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::script_fault);
}

TEST_CASE("A/ repeats a dial by the same rules") {
  auto first = dial("T5551234");
  first.on.push_back(on(OutcomeClass::busy, "next"));
  session::Options options;
  options.dials_max = 1;
  Conversation talk(script_of({first, send("A/")}), options);
  talk.expect("ATDT5551234\r").after(5s).reply("BUSY");
  CHECK(talk.outcome().outcome == OutcomeClass::refused_redial);
}

TEST_CASE("a send that dials is a dial") {
  Conversation talk(script_of({send("ATX4DT5551234")}));
  talk.expect("ATX4DT5551234\r").after(5s).reply("NO ANSWER");
  CHECK(talk.outcome().outcome == OutcomeClass::no_answer);
  CHECK(talk.outcome().evidence.number == "5551234");
}

TEST_CASE("an expect after CONNECT reads the data, and a send is data") {
  Conversation talk(script_of({dial("T5551234"), expecting("ogin:", 10s), send("guest"), hangup()}));
  talk.expect("ATDT5551234\r").after(12s).says("\r\nCONNECT 33600\r\nWelcome\r\nlog").says("in: ");
  talk.expect("guest\r");
  hangs_up(talk);
  CHECK(talk.outcome().outcome == OutcomeClass::connected);
}

TEST_CASE("an expect that is not met is named with its place") {
  Conversation talk(script_of({expecting("READY", 5s)}));
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::script_unmet);
  CHECK(outcome.evidence.fault_text == "test.toml:1:1: nothing that was expected here came in 5.0 s");
}

TEST_CASE("a branch to fail is a failure, also where what stands so far is a success") {
  const auto failing_on = [](script::Pattern::Kind kind) {
    script::Branch branch;
    branch.when.kind = kind;
    branch.target = "fail";
    return branch;
  };
  SECTION("an expect behind CONNECT whose time is over") {
    auto step = expecting("ogin:", 45s);
    step.on.push_back(failing_on(script::Pattern::Kind::timeout));
    Conversation talk(script_of({dial("T5551234"), step}));
    talk.expect("ATDT5551234\r").after(12s).reply("CONNECT 33600");
    hangs_up(talk);
    const auto& outcome = talk.outcome();
    CHECK(outcome.outcome == OutcomeClass::script_unmet);
    CHECK(outcome.evidence.fault_text == "test.toml:1:1: nothing that was expected here came in 45.0 s");
    CHECK(outcome.evidence.hang_up_proven);
    CHECK(outcome.evidence.came_while_expecting == 0U);
  }
  SECTION("a text behind CONNECT that means failure") {
    auto step = expecting("No free lines", 45s);
    step.on.push_back(failing_on(script::Pattern::Kind::any));
    Conversation talk(script_of({dial("T5551234"), step}));
    talk.expect("ATDT5551234\r").after(12s).reply("CONNECT 33600").after(1s).says("No free lines");
    hangs_up(talk);
    const auto& outcome = talk.outcome();
    CHECK(outcome.outcome == OutcomeClass::script_unmet);
    CHECK(outcome.evidence.fault_text == "test.toml:1:1: the script gave up here");
    CHECK(outcome.evidence.came_while_expecting == 13U);
  }
  SECTION("a CONNECT itself that the script does not want") {
    auto step = dial("T5551234");
    step.on.push_back(failing_on(script::Pattern::Kind::any));
    Conversation talk(script_of({step}));
    talk.expect("ATDT5551234\r").after(12s).reply("CONNECT 300");
    hangs_up(talk);
    CHECK(talk.outcome().outcome == OutcomeClass::script_unmet);
  }
  SECTION("a verdict that is a failure already stays") {
    auto step = dial("T5551234");
    step.on.push_back(on(OutcomeClass::busy, "fail"));
    Conversation talk(script_of({step}));
    talk.expect("ATDT5551234\r").after(5s).reply("BUSY");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
  }
}

TEST_CASE("what came before an expect is nothing that came while it waited") {
  auto setup = send("ATE0S0=1");
  SECTION("silence") {
    Conversation talk(script_of({setup, expecting("RING", 60s)}));
    talk.expect("ATE0S0=1\r").says("ATE0S0=1\r\r\nOK\r\n");
    const auto& outcome = talk.outcome();
    CHECK(outcome.outcome == OutcomeClass::script_unmet);
    CHECK(outcome.evidence.came_while_expecting == 0U);
  }
  SECTION("something else") {
    Conversation talk(script_of({setup, expecting("WELCOME", 60s)}));
    talk.expect("ATE0S0=1\r").says("ATE0S0=1\r\r\nOK\r\n").after(3s).reply("RING");
    CHECK(talk.outcome().evidence.came_while_expecting == 1U);
  }
  SECTION("a step that is no expect says nothing of it") {
    auto refused = send("AT+NO");
    refused.on.push_back(on(OutcomeClass::busy, "fail"));
    refused.on.back().when.kind = script::Pattern::Kind::any;
    Conversation talk(script_of({setup, refused}));
    talk.expect("ATE0S0=1\r").reply("OK").expect("AT+NO\r").reply("ERROR");
    const auto& outcome = talk.outcome();
    CHECK(outcome.outcome == OutcomeClass::script_unmet);
    CHECK_FALSE(outcome.evidence.came_while_expecting);
  }
}

TEST_CASE("a command is said again behind a CR: what is left of the first try may still wait for one") {
  auto reset = send("ATZ");
  reset.tries = 3;
  Conversation talk(script_of({reset, dial("T5551234")}));
  talk.expect("ATZ\r").expect("\rATZ\r").expect("\rATZ\r").reply("OK").expect("ATDT5551234\r").reply("BUSY");
  CHECK(talk.outcome().outcome == OutcomeClass::busy);
  CHECK(talk.outcome().evidence.commands.front().text == "ATZ");
}

TEST_CASE("a modem that answers AT but not a command of ours is no loop plug") {
  auto bare = send("X4");
  bare.tries = 2;
  Conversation talk(script_of({bare}));
  talk.expect("X4\r").says("X4\r").expect("\rX4\r").says("X4\r"); // it hears no AT, so it only echoes
  talk.expect("\r").expect("AT\r").says("AT\r\r\nOK\r\n");
  talk.expect("X4\r").says("X4\r").expect("\rX4\r").says("X4\r");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::no_response);
  CHECK(outcome.evidence.failed_command == "X4");
  CHECK_FALSE(outcome.evidence.echo_only);
}

TEST_CASE("with DCD its fall is the loss, and DTR hangs up") {
  session::Options options;
  options.has_lines = true;
  SECTION("held until DCD falls") {
    Conversation talk(script_of({dial("T5551234"), hold(30s)}), options);
    talk.expect("ATDT5551234\r")
        .after(12s)
        .reply("CONNECT 33600")
        .lines({.dcd = true})
        .after(5s)
        .lines({.dcd = false});
    CHECK(talk.outcome().outcome == OutcomeClass::connection_lost);
  }
  SECTION("held to the end, then DTR is dropped") {
    Conversation talk(script_of({dial("T5551234"), hold(3s)}), options);
    talk.expect("ATDT5551234\r")
        .after(12s)
        .reply("CONNECT 33600")
        .lines({.dcd = true})
        .after(3600ms)
        .lines({.dcd = false});
    talk.expect("AT\r").reply("OK");
    const auto& outcome = talk.outcome();
    CHECK(outcome.outcome == OutcomeClass::connected);
    CHECK(outcome.evidence.hang_up_proven);
  }
}

TEST_CASE("secrets stand in no evidence") {
  auto step = send("ATsecret");
  step.text.secret = true;
  Conversation talk(script_of({step}));
  REQUIRE(talk.session().output_is_secret());
  talk.expect("ATsecret\r").says("ATsecret\r\r\nERROR\r\n");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::setup_error);
  CHECK(outcome.evidence.failed_command == "****");
  for (const auto& note : outcome.evidence.notes) CHECK(note.text.find("secret") == std::string::npos);
}
