// A script that asks the modem who it is: what that tells is kept, and picks the dialect where the user gave
// none.
#include "at/dialect.hpp"
#include "at/owned_dialect.hpp"
#include "tests/session/conversation.hpp"

using namespace dialbench;
using namespace dialbench::tests;

namespace {
void usr_answers(Conversation& talk) {
  talk.expect("ATI3\r").says("\r\nU.S. Robotics 56K FAX EXT V4.11.2\r\n\r\nOK\r\n");
}
} // namespace

TEST_CASE("the reply to ATI3 picks the dialect, and numbers are understood from then on") {
  Conversation talk(script_of({send("ATV0"), send("ATI3"), dial("T5551234")}));
  talk.expect("ATV0\r").says("0\r");
  talk.expect("ATI3\r").says("U.S. Robotics 56K FAX EXT V4.11.2\r\n0\r");
  talk.expect("ATDT5551234\r").after(5s).says("12\r"); // VOICE at USR, CONNECT 9600 elsewhere
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::voice_answer);
  CHECK(outcome.evidence.dialect == "usr");
  CHECK(outcome.evidence.identification == "U.S. Robotics 56K FAX EXT V4.11.2");
}

TEST_CASE("a dialect that the user gave is not replaced by what the modem says of itself") {
  session::Options options;
  options.dialect = at::find_dialect("conexant");
  Conversation talk(script_of({send("ATI3")}), options);
  usr_answers(talk);
  CHECK(talk.outcome().evidence.dialect == "conexant");
}

TEST_CASE("text that answers another command identifies nobody") {
  Conversation talk(script_of({send("AT&V")}));
  talk.expect("AT&V\r").says("\r\nU.S. Robotics 56K FAX EXT\r\n\r\nOK\r\n");
  const auto& outcome = talk.outcome();
  CHECK(outcome.evidence.dialect.empty());
  CHECK(outcome.evidence.identification.empty());
}

TEST_CASE("an ATI that the modem refuses picks no dialect") {
  auto step = send("ATI3");
  step.optional = true;
  Conversation talk(script_of({step}));
  talk.expect("ATI3\r").reply("ERROR");
  CHECK(talk.outcome().evidence.dialect.empty());
}

TEST_CASE("identification text is bounded") {
  Conversation talk(script_of({send("ATI4")}));
  std::string page = "\r\n";
  for (int i = 0; i < 500; ++i) page += "line " + std::to_string(i) + " of a page that has no end\r\n";
  talk.expect("ATI4\r").says(page + "\r\nOK\r\n");
  CHECK(talk.outcome().evidence.identification.size() <= 2048);
}

TEST_CASE("a number that the modem so identified cannot take is not dialled") {
  // USR's Courier refuses more than 35 digits.
  Conversation talk(script_of({send("ATI3"), dial("T" + std::string(36, '5'))}));
  usr_answers(talk);
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::number_too_long);
  CHECK_FALSE(outcome.evidence.dialled);
}

TEST_CASE("what the dialect's own table states of a CONNECT is what the link is") {
  const at::OwnedDialect own(
      {.id = "own",
       .title = "",
       .source = "",
       .rows = {{-1,
                 "CONNECT FAST",
                 at::Meaning::connect,
                 {.stated = true, .dce = 33600, .dte = 115200, .error_control = true}}},
       .reports = {},
       .blacklist_reset = {},
       .blacklist_list = {}});
  session::Options options;
  options.dialect = &own.view();
  Conversation talk(script_of({dial("T5551234"), hangup()}), options);
  talk.expect("ATDT5551234\r").after(20s).reply("CONNECT FAST");
  talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
  const auto& link = talk.outcome().evidence.link;
  CHECK(link.dce_receive == 33600U);
  CHECK(link.dte == 115200U);
  CHECK(link.error_control == "ARQ");
}
