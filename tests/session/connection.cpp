// What stands between CONNECT and the line being free again: data, loss, escape, hang-up, another dial.
#include "harness/script/read.hpp"
#include "tests/session/conversation.hpp"

using namespace dialbench;
using namespace dialbench::tests;

namespace {

script::Step write(std::string bytes) { return step_of(script::StepKind::raw, std::move(bytes)); }
script::Step pause(Duration duration) {
  auto step = step_of(script::StepKind::pause);
  step.duration = duration;
  return step;
}
script::Step expecting(std::string text, Duration timeout) {
  auto step = step_of(script::StepKind::expect);
  script::Pattern pattern;
  pattern.kind = script::Pattern::Kind::substring;
  pattern.text = std::move(text);
  step.patterns.push_back(pattern);
  step.timeout = timeout;
  return step;
}
script::Script chat(const std::string& text) {
  script::NumberRules rules;
  rules.line_simulator = true;
  const auto script = script::read_chat(text, "test.chat", rules);
  if (!script) FAIL(script::shown(script.error()));
  return *script;
}
session::Options with_lines() {
  session::Options options;
  options.has_lines = true;
  return options;
}
void hangs_up(Conversation& talk) {
  talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
}
Conversation& connects(Conversation& talk) {
  return talk.expect("ATDT5551234\r").after(12s).reply("CONNECT 33600");
}

} // namespace

TEST_CASE("an escape whose guard time was broken on the way is tried once more") {
  Conversation talk(script_of({dial("T5551234"), hangup()}));
  connects(talk).expect("+++").expect("ATH\r").expect("AT\r").expect("\rAT\r");
  hangs_up(talk);
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::connected);
  CHECK(outcome.evidence.hang_up_proven);
}

TEST_CASE("an ATH that was lost on its way has hung up nothing: AT is answered, and it is said again") {
  Conversation talk(script_of({dial("T5551234"), hangup()}));
  connects(talk).expect("+++").after(1200ms).reply("OK").expect("ATH\r");
  SECTION("no answer came") {}
  SECTION("a byte of it was damaged") { talk.reply("ERROR"); }
  talk.expect("AT\r").reply("OK");
  talk.expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::connected);
  CHECK(talk.outcome().evidence.hang_up_proven);
}

TEST_CASE("a modem that answers no ATH and does what it says is asked twice, not for ever") {
  Conversation talk(script_of({dial("T5551234"), hangup()}));
  connects(talk).expect("+++").after(1200ms).reply("OK").expect("ATH\r").expect("AT\r").reply("OK");
  talk.expect("ATH\r").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::connected);
}

TEST_CASE("after a hang-up a command is a command again, and a dial is checked") {
  SECTION("a query waits for its OK") {
    Conversation talk(script_of({dial("T5551234"), hangup(), send("ATI11")}));
    connects(talk);
    hangs_up(talk);
    talk.expect("ATI11\r").reply("SNR 32").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::connected);
  }
  SECTION("an emergency number is not dialled") {
    session::Options options;
    options.rules.country = "us";
    session::Session session(script_of({write("ATDT911\r")}), options);
    session.start({});
    REQUIRE(session.outcome() != nullptr);
    CHECK(session.outcome()->outcome == OutcomeClass::refused_emergency);
    CHECK(session.output().empty());
  }
  SECTION("a second dial has an epoch and a verdict of its own") {
    Conversation talk(chat("'' ATDT5551234 CONNECT '\\d+++\\d\\c' OK ATH OK ATDT5559876 CONNECT \\c"));
    connects(talk);
    talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("ATDT5559876\r");
    talk.after(5s).reply("NO DIALTONE");
    const auto& outcome = talk.outcome();
    CHECK(outcome.outcome == OutcomeClass::no_dialtone);
    CHECK(outcome.evidence.number == "5559876");
    CHECK(outcome.evidence.epoch == 2);
  }
}

TEST_CASE("an emergency number in two pieces is one") {
  script::NumberRules rules;
  rules.country = "us";
  session::Options options;
  options.rules = rules;
  session::Session session(script_of({write("ATDT9"), write("11\r")}), options);
  session.start({});
  std::string sent;
  for (int i = 0; i < 10 && session.outcome() == nullptr; ++i) {
    sent += session.output();
    session.sent(session.output().size(), Time(i * 1000));
  }
  REQUIRE(session.outcome() != nullptr);
  CHECK(session.outcome()->outcome == OutcomeClass::refused_emergency);
  CHECK(sent == "ATDT9\b\b\b\b\b"); // no CR ends it, and nothing of it is left
}

TEST_CASE("NO CARRIER just before the end of a hold ends in a question, not in a circle") {
  Conversation talk(script_of({dial("T5551234"), hold(6s)}));
  connects(talk).after(5900ms).reply("NO CARRIER").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::connection_lost);
}

TEST_CASE("a connection was lost when NO CARRIER came, not when that was proven") {
  const auto lost_after = [](Conversation& talk) {
    const auto& outcome = talk.outcome();
    REQUIRE(outcome.outcome == OutcomeClass::connection_lost);
    REQUIRE(outcome.evidence.connected_at);
    REQUIRE(outcome.evidence.ended);
    return *outcome.evidence.ended - *outcome.evidence.connected_at;
  };
  SECTION("in a hold, whatever the modem says behind it") {
    Conversation talk(script_of({dial("T5551234"), hold(10s)}));
    connects(talk).after(3s).reply("NO CARRIER").after(100ms).reply("NO CARRIER").expect("AT\r").reply("OK");
    CHECK(lost_after(talk) == 3s);
  }
  SECTION("while a prompt is awaited") {
    Conversation talk(script_of({dial("T5551234"), expecting("ogin:", 20s)}));
    connects(talk).after(4s).reply("NO CARRIER").expect("AT\r").reply("OK");
    CHECK(lost_after(talk) == 4s);
  }
  SECTION("in a pause") {
    Conversation talk(script_of({dial("T5551234"), pause(10s)}));
    connects(talk).after(3s).reply("NO CARRIER").expect("AT\r").reply("OK");
    CHECK(lost_after(talk) == 3s);
  }
  SECTION("while we wait out the guard time") {
    Conversation talk(script_of({dial("T5551234"), hangup()}));
    connects(talk).after(300ms).reply("NO CARRIER").expect("AT\r").reply("OK");
    CHECK(lost_after(talk) == 300ms);
  }
}

TEST_CASE("a loss that is found while we hang up is told before the hang-up, with the modem's word") {
  Conversation talk(script_of({dial("T5551234"), hangup()}));
  connects(talk).after(300ms).reply("NO CARRIER").expect("AT\r").reply("OK");
  const auto& notes = talk.outcome().evidence.notes;
  REQUIRE(notes.size() >= 2);
  const auto& loss = notes[notes.size() - 2];
  CHECK(loss.text == "NO CARRIER: the connection was lost before we hung up");
  CHECK(loss.kind == evidence::Note::Kind::result);
  CHECK(loss.at == talk.outcome().evidence.ended);
  CHECK(notes.back().kind == evidence::Note::Kind::hangup);
}

TEST_CASE("the loss does not depend on how its line is cut, nor on an OK behind it") {
  Conversation talk(script_of({dial("T5551234"), hold(30s)}));
  connects(talk).after(5s);
  SECTION("whole") { talk.says("\r\nNO CARRIER\r\n"); }
  SECTION("the LF comes alone") { talk.says("\r\nNO CARRIER\r").says("\n"); }
  SECTION("one byte at a time") { talk.drip("\r\nNO CARRIER\r\n", 3ms); }
  SECTION("OK 40 ms behind") { talk.reply("NO CARRIER").after(40ms).reply("OK"); }
  talk.expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::connection_lost);
}

TEST_CASE("DCD that rose before CONNECT counts, and its fall is the loss wherever the script is") {
  SECTION("in a hold") {
    Conversation talk(script_of({dial("T5551234"), hold(30s)}), with_lines());
    talk.expect("ATDT5551234\r").after(12s).lines({.dcd = true}).after(100ms).reply("CONNECT 33600");
    talk.after(5s).lines({.dcd = false});
    CHECK(talk.outcome().outcome == OutcomeClass::connection_lost);
  }
  SECTION("in a pause") {
    Conversation talk(script_of({dial("T5551234"), pause(10s)}), with_lines());
    talk.expect("ATDT5551234\r")
        .lines({.dcd = true})
        .after(12s)
        .reply("CONNECT")
        .after(2s)
        .lines({.dcd = false});
    CHECK(talk.outcome().outcome == OutcomeClass::connection_lost);
  }
}

TEST_CASE("without DCD a loss during a pause is found before we hang up") {
  Conversation talk(script_of({dial("T5551234"), pause(10s)}));
  connects(talk).after(3s).reply("NO CARRIER").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::connection_lost);
}

TEST_CASE("a pause leaves the prompt to the expect behind it") {
  Conversation talk(script_of({dial("T5551234"), pause(3s), expecting("ogin:", 10s)}));
  connects(talk).after(1s).says("login: ");
  hangs_up(talk);
  CHECK(talk.outcome().outcome == OutcomeClass::connected);
}

TEST_CASE("a CONNECT that comes while we abort is a connection, and is hung up as one") {
  Conversation talk(script_of({dial("T5551234")}), patience(8s));
  talk.expect("ATDT5551234\r").expect("\r").after(200ms).reply("CONNECT 33600");
  hangs_up(talk);
  CHECK(talk.outcome().outcome == OutcomeClass::connected);
  CHECK(talk.outcome().evidence.hang_up_proven);
}

TEST_CASE("a modem that turns out to be in data mode is hung up before AT proves anything") {
  Conversation talk(script_of({dial("T5551234")}), patience(8s));
  talk.expect("ATDT5551234\r")
      .expect("\r")
      .expect("AT\r")
      .expect("\rAT\r")
      .expect("+++")
      .after(1200ms)
      .reply("OK");
  talk.expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
  CHECK(talk.outcome().evidence.hang_up_proven);
}

TEST_CASE("NO CARRIER behind a DCD that fell before CONNECT was read needs no question") {
  Conversation talk(script_of({dial("T5551234"), hold(30s)}), with_lines());
  talk.lines({.dcd = false}).expect("ATDT5551234\r").after(12s).lines({.dcd = true});
  talk.after(100ms).lines({.dcd = false}).reply("CONNECT 33600").after(1s).reply("NO CARRIER");
  CHECK(talk.outcome().outcome == OutcomeClass::connection_lost);
}

TEST_CASE("DTR that is ignored: the escape sequence hangs up") {
  Conversation talk(script_of({dial("T5551234"), hangup()}), with_lines());
  talk.expect("ATDT5551234\r").lines({.dcd = true}).after(12s).reply("CONNECT 33600");
  hangs_up(talk);
  CHECK(talk.outcome().outcome == OutcomeClass::connected);
}

TEST_CASE("NO CARRIER among the data while we hang up: it was data, so we escape in earnest") {
  Conversation talk(script_of({dial("T5551234"), hangup()}));
  connects(talk).after(100ms).says("\r\nNO CARRIER\r\nmore\r\n");
  talk.expect("AT\r").expect("\rAT\r");
  hangs_up(talk);
  CHECK(talk.outcome().outcome == OutcomeClass::connected);
}

TEST_CASE("a dial that ends in a loop or a flood is aborted, not left running") {
  Conversation talk(script_of({dial("T5551234")}));
  talk.expect("ATDT5551234\r");
  SECTION("loop") {
    for (int i = 0; i < 201; ++i) talk.reply("RINGING");
    talk.expect("\r").reply("NO CARRIER").expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::looping);
  }
  SECTION("flood") {
    talk.says(std::string(3000, 'U'));
    talk.expect("\r").says("\r\nNO CARRIER\r\n").expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::overflow);
  }
  CHECK(talk.outcome().evidence.hung_up);
}

TEST_CASE("a dial command that is half sent when the user stops is sent whole, and then aborted") {
  session::Options options;
  options.rules.line_simulator = true;
  session::Session session(script_of({dial("T5551234")}), options);
  session.start({});
  session.sent(5, 0ms); // ATDT5 is out
  session.stop(1ms);
  CHECK(session.output() == "551234\r");
  session.sent(7, 2ms);
  session.tick(200ms);
  CHECK(session.output() == "\r");
}

TEST_CASE("a chat script keeps the results of earlier calls apart, too") {
  SECTION("before it dials") {
    Conversation talk(chat("ABORT BUSY '' ATZ OK ATDT5551234 CONNECT \\c"));
    talk.expect("ATZ\r").reply("BUSY").reply("OK").expect("ATDT5551234\r").after(9s).reply("NO ANSWER");
    CHECK(talk.outcome().outcome == OutcomeClass::no_answer);
    CHECK(talk.outcome().evidence.stale.size() == 1);
  }
  SECTION("sooner than its digits, while one is owed") {
    Conversation talk(chat("ABORT BUSY '' ATDT5551234 CONNECT \\c"), owing(1));
    talk.expect("ATDT5551234\r").after(200ms).reply("BUSY").after(9s).reply("NO ANSWER");
    CHECK(talk.outcome().outcome == OutcomeClass::no_answer);
  }
}

TEST_CASE("NO CARRIER after CONNECT is a loss, though the script aborts on these words") {
  Conversation talk(chat("ABORT 'NO CARRIER' '' ATDT5551234 CONNECT \\c ogin: guest"));
  connects(talk).after(3s).reply("NO CARRIER").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::connection_lost);
}

TEST_CASE("a chat dial that stays in command mode has its OK for a result") {
  Conversation talk(chat("'' ATDT5551234; OK ATH OK \\c"));
  talk.expect("ATDT5551234;\r").after(3s).reply("OK").expect("ATH\r").reply("OK");
  talk.outcome_in_silence();
  CHECK(talk.outcome_in_silence().outcome == OutcomeClass::command_mode);
}

TEST_CASE("a far end that sends NO CARRIER for ever does not hold an expect for ever") {
  Conversation talk(script_of({dial("T5551234"), expecting("ogin:", 10s)}));
  connects(talk);
  for (int i = 0; i < 3; ++i) talk.after(1s).reply("NO CARRIER").expect("AT\r").after(2100ms);
  CHECK(talk.outcome_in_silence().outcome == OutcomeClass::script_unmet);
}

TEST_CASE("a secret in a number stands nowhere") {
  auto step = dial("T5550176,,4711");
  step.text.secret = true;
  Conversation talk(script_of({step}));
  talk.expect("ATDT5550176,,4711\r").says("ATDT5550176,,4711\r").after(9s).reply("BUSY");
  const auto& evidence = talk.outcome().evidence;
  CHECK(evidence.number.find("4711") == std::string::npos);
  CHECK(evidence.dial_command.find("4711") == std::string::npos);
  for (const auto& note : evidence.notes) CHECK(note.text.find("4711") == std::string::npos);
  for (const auto& command : evidence.commands) CHECK(command.text.find("4711") == std::string::npos);
}

TEST_CASE("registers that are asked together are not mistaken for each other") {
  auto query = send("ATS7?S0?");
  Conversation talk(script_of({query, dial("T5551234")}));
  talk.expect("ATS7?S0?\r")
      .says("\r\n050\r\n\r\n002\r\n\r\nOK\r\n")
      .expect("ATDT5551234\r")
      .after(9s)
      .reply("BUSY");
  CHECK_FALSE(talk.outcome().evidence.s7);
}

TEST_CASE("a stop while the port is asked for its counters keeps the verdict") {
  session::Options options = with_lines();
  options.rules.line_simulator = true;
  session::Session session(script_of({dial("T5551234")}), options);
  session.start({});
  session::PortAnswer answer;
  answer.uart = evidence::UartErrors{};
  session.answered(session.next_request()->id, answer, 0ms);
  session.sent(session.output().size(), 1ms);
  session.receive("\r\nBUSY\r\n", 9s);
  REQUIRE(session.outcome() == nullptr); // the counters are asked for
  session.stop(9s);
  REQUIRE(session.outcome() != nullptr);
  CHECK(session.outcome()->outcome == OutcomeClass::busy);
}

TEST_CASE("NO CARRIER without its line end, and silence behind it, is asked about as well") {
  Conversation talk(script_of({dial("T5551234"), hold(20s)}));
  talk.expect("ATDT5551234\r").after(9s).reply("CONNECT 33600").after(5s).says("\r\nNO CARRIER");
  SECTION("AT is answered: the call is lost") {
    talk.expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::connection_lost);
  }
  SECTION("text goes on: it was data") {
    talk.after(100ms).says(" was my train\r\n").after(1s);
    talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::connected);
  }
}
