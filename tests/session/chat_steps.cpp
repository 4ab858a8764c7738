// chat(8) scripts through a session: the script as its author wrote it, the verdict that chat cannot give.
#include "harness/script/read.hpp"
#include "tests/session/conversation.hpp"

using namespace dialbench;
using namespace dialbench::tests;

namespace {
script::Script chat(const std::string& text) {
  script::NumberRules rules;
  rules.line_simulator = true;
  const auto script = script::read_chat(text, "test.chat", rules);
  if (!script) FAIL(script::shown(script.error()));
  return *script;
}
// The shape of the script that Debian's ppp ships.
const char* const provider = "ABORT BUSY ABORT \"NO CARRIER\" ABORT VOICE ABORT \"NO DIALTONE\"\n"
                             "\"\" ATZW2\nOK ATDT5551234\nogin guest\nword \\qsecret\n";
} // namespace

TEST_CASE("a chat script that logs in connects") {
  Conversation talk(chat(provider));
  talk.expect("ATZW2\r").says("ATZW2\r\r\nOK\r\n").expect("ATDT5551234\r");
  talk.after(12s).says(
      "\r\nCARRIER 33600\r\n\r\nPROTOCOL: ERROR-CONTROL/LAPB\r\n\r\nCONNECT 33600\r\nlogin: ");
  talk.expect("guest\r").says("Password: ").expect("secret\r");
  talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::connected);
  CHECK(outcome.word == "CONNECT 33600");
  CHECK(outcome.evidence.number == "5551234");
  for (const auto& command : outcome.evidence.commands)
    CHECK(command.text.find("secret") == std::string::npos);
}

TEST_CASE("an ABORT string that is a result word matches whole lines and gives its code") {
  Conversation talk(chat(provider));
  talk.expect("ATZW2\r").reply("OK").expect("ATDT5551234\r").after(5s).reply("BUSY");
  CHECK(talk.outcome().outcome == OutcomeClass::busy);
}

TEST_CASE("a result that the script does not name ends the dial all the same") {
  Conversation talk(chat(provider));
  talk.expect("ATZW2\r").reply("OK").expect("ATDT5551234\r").after(30s).reply("NO ANSWER");
  CHECK(talk.outcome().outcome == OutcomeClass::no_answer);
}

TEST_CASE("the script's TIMEOUT stands and is named") {
  Conversation talk(chat("TIMEOUT 10 '' ATZ OK ATDT5551234 CONNECT ''"));
  talk.expect("ATZ\r").reply("OK").expect("ATDT5551234\r");
  const Time sent = talk.now();
  talk.expect("\r");
  CHECK(talk.now() - sent == 10s);
  talk.reply("NO CARRIER").expect("AT\r").reply("OK");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::no_carrier);
  CHECK(outcome.evidence.deadline_given);
}

TEST_CASE("the script's TIMEOUT does not cut a line in two that is on its way") {
  Conversation talk(chat("TIMEOUT 10 '' ATZ OK ATDT5551234 CONNECT ''"));
  talk.expect("ATZ\r").reply("OK").expect("ATDT5551234\r").after(9900ms).says("\r\nNO CAR");
  talk.expect("\r").says("RIER\r\n").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
  CHECK(talk.outcome().evidence.unknown.empty());
}

TEST_CASE(
    "a CONNECT of the call before, sooner than the digits can be out, is not the one that a chat waits for") {
  Conversation talk(chat("ABORT 'NO CARRIER' '' ATDT5551234 CONNECT ''"), owing(1));
  talk.expect("ATDT5551234\r").after(1s).reply("CONNECT 33600").after(20s).reply("NO CARRIER");
  CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
  CHECK(talk.outcome().evidence.stale.size() == 1);
}

TEST_CASE("unknown text before the digits are out is an earlier call's in a chat script, too") {
  Conversation talk(chat("TIMEOUT 10 '' ATZ OK ATDT5551234 CONNECT ''"), owing(1));
  talk.expect("ATZ\r").reply("OK").expect("ATDT5551234\r").after(300ms).reply("HANGUP");
  talk.expect("\r").reply("NO CARRIER").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
  CHECK(talk.outcome().evidence.unknown.empty());
}

TEST_CASE("ERROR to a set-up string is a set-up error, at once") {
  Conversation talk(chat(provider));
  talk.expect("ATZW2\r").reply("ERROR");
  CHECK(talk.outcome().outcome == OutcomeClass::setup_error);
  CHECK(talk.outcome().evidence.failed_command == "ATZW2");
}

TEST_CASE("nothing came at all") {
  Conversation talk(chat("TIMEOUT 3 '' ATZ OK ATDT5551234"));
  talk.expect("ATZ\r");
  CHECK(talk.outcome().outcome == OutcomeClass::no_response);
}

TEST_CASE("a sub-send goes out when the time of its expect is up") {
  Conversation talk(chat("TIMEOUT 2 '' ATZ OK-AT-OK ATDT5551234 CONNECT \\c"));
  talk.expect("ATZ\r").expect("AT\r").reply("OK").expect("ATDT5551234\r").after(5s).reply("BUSY");
  // the expect for CONNECT has two seconds, too: our abort is what BUSY comes behind
  talk.outcome_in_silence();
}

TEST_CASE("a sub-send after a sub-expect that matched says nothing") {
  Conversation talk(chat("TIMEOUT 20 '' ATZ OK-AT-OK ATDT5551234 CONNECT \\c"));
  talk.expect("ATZ\r").reply("OK").expect("ATDT5551234\r").after(5s).reply("BUSY");
  CHECK(talk.outcome().outcome == OutcomeClass::busy);
}

TEST_CASE("other ABORT strings match anywhere, after CONNECT too") {
  Conversation talk(chat("ABORT 'Invalid Login' '' ATDT5551234 CONNECT \\c ogin: guest welcome \\c"));
  talk.expect("ATDT5551234\r").after(12s).reply("CONNECT").says("login: ").expect("guest\r");
  talk.says("\r\nSorry, Inva").says("lid Login today\r\n");
  talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::script_unmet);
  CHECK_THAT(talk.outcome().evidence.fault_text, ContainsSubstring("Invalid Login"));
}

TEST_CASE("REPORT collects what stands behind its string, SAY is told") {
  Conversation talk(chat("REPORT CONNECT SAY 'dialling' '' ATDT5551234 CONNECT \\c"));
  talk.expect("ATDT5551234\r").after(12s).reply("CONNECT 31200/ARQ");
  talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
  const auto& outcome = talk.outcome();
  REQUIRE(outcome.evidence.reports.size() == 1);
  CHECK(outcome.evidence.reports[0] == "CONNECT 31200/ARQ");
  CHECK(outcome.evidence.notes.front().text == "dialling");
}

TEST_CASE("pauses inside a send string take their time, and \\c sends no CR") {
  Conversation talk(chat("'' A\\d\\dT\\c '' Z"));
  talk.expect("A");
  const Time sent = talk.now();
  talk.expect("T");
  CHECK(talk.now() - sent == 2s);
  talk.expect("Z\r");
  CHECK(talk.outcome().outcome == OutcomeClass::completed);
}

TEST_CASE("a script that ends with its dial waits for the verdict") {
  Conversation talk(chat("'' ATDT5551234"));
  talk.expect("ATDT5551234\r").after(9s).reply("NO DIALTONE");
  CHECK(talk.outcome().outcome == OutcomeClass::no_dialtone);
}

TEST_CASE("the carrier goes while a prompt is awaited") {
  Conversation talk(chat("'' ATDT5551234 CONNECT \\c ogin: guest"));
  talk.expect("ATDT5551234\r").after(12s).reply("CONNECT").after(3s).reply("NO CARRIER");
  SECTION("the modem answers AT: lost") {
    talk.expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::connection_lost);
  }
  SECTION("it does not: these were data, and the prompt comes") {
    talk.expect("AT\r").after(3s).says("login: ").expect("guest\r");
    talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::connected);
  }
}

TEST_CASE("a secret that is echoed stands in no evidence") {
  Conversation talk(chat("'' \\qhunter2 OK \\c"));
  talk.expect("hunter2\r").says("hunter2\r\r\nOK\r\n");
  const auto& outcome = talk.outcome();
  for (const auto& command : outcome.evidence.commands) {
    CHECK(command.text == "****");
    for (const auto& said : command.reply) CHECK(said.text != "hunter2");
  }
}
