#include "harness/script/read.hpp"

#include "tests/catch.hpp"
#include "tests/script/faults.hpp"

using namespace dialbench::script;
using dialbench::at::Meaning;
using dialbench::evidence::OutcomeClass;
using dialbench::tests::chat_fault;
using Setting = Step::Setting;
using namespace std::chrono_literals;

namespace {

Script read(std::string_view text, const ChatNumbers& numbers = {}) {
  auto script = read_chat(text, "f", {}, numbers);
  if (!script) FAIL(shown(script.error()));
  return std::move(script).value();
}

// The shape of the script that a well-known distribution ships for its provider: three placeholders in angle
// brackets, the password behind \q.
std::string provider(const std::string& number, const std::string& user, const std::string& password) {
  return "# Fill in the parts in brackets.\n"
         "\n"
         "ABORT        BUSY\n"
         "ABORT        \"NO CARRIER\"\n"
         "ABORT        VOICE\n"
         "ABORT\t     \"NO DIALTONE\"\n"
         "\"\"           ATZW2\n"
         "OK           ATDT" +
         number +
         "\n"
         "ogin         " +
         user +
         "\n"
         "word         \\q" +
         password + "\n";
}

} // namespace

TEST_CASE("the provider script, filled in, reads as the dialogue it is") {
  const Script script = read(provider("5550100", "jdoe", "secret"));
  CHECK(script.chat);
  CHECK(script.file == "f");
  CHECK_FALSE(script.takes_number);
  REQUIRE(script.steps.size() == 11);

  CHECK(script.steps[0].setting == Setting::abort);
  CHECK(script.steps[0].patterns[0].meaning == Meaning::busy);
  CHECK(script.steps[1].patterns[0].meaning == Meaning::no_carrier);
  CHECK(script.steps[1].patterns[0].text == "NO CARRIER");
  CHECK(script.steps[2].patterns[0].meaning == Meaning::voice_answer);
  CHECK(script.steps[3].patterns[0].meaning == Meaning::no_dialtone);

  CHECK(script.steps[4].kind == StepKind::raw); // "" expects nothing, so nothing stands before it
  CHECK(script.steps[4].text.bytes == "ATZW2\r");
  CHECK(script.steps[5].kind == StepKind::chat_expect);
  CHECK(script.steps[5].patterns[0].meaning == Meaning::ok);
  CHECK(script.steps[5].timeout == 45s);
  CHECK(script.steps[6].text.bytes == "ATDT5550100\r");
  CHECK(script.steps[7].patterns[0].kind == Pattern::Kind::substring);
  CHECK(script.steps[7].patterns[0].text == "ogin");
  CHECK(script.steps[8].text.bytes == "jdoe\r");
  CHECK_FALSE(script.steps[8].text.secret);
  CHECK(script.steps[10].text.bytes == "secret\r");
  CHECK(script.steps[10].text.secret);
}

TEST_CASE("the provider script as shipped is refused at the first character that is no number") {
  const auto fault = read_chat(
      provider("<put phone number here>", "<put login name here>", "<put password here>"), "provider", {});
  REQUIRE_FALSE(fault);
  CHECK(fault.error().outcome == OutcomeClass::number_malformed);
  CHECK_THAT(shown(fault.error()), StartsWith("provider:8:18: "));
  CHECK_FALSE(fault.error().found.empty());
}

TEST_CASE("numbers are checked in every string that is sent, at their own place") {
  struct Case {
    std::string text;
    std::string place;
    OutcomeClass outcome;
  };
  const auto each = GENERATE(values<Case>({
      {"'' ATDT911", "f:1:8: ", OutcomeClass::refused_emergency},
      {"OK-ATDT911-OK ATZ", "f:1:8: ", OutcomeClass::refused_emergency},
      {"'' ATZ\\rATDT911", "f:1:13: ", OutcomeClass::refused_emergency},
      {"'' 'ATDT55\\s5<'", "f:1:14: ", OutcomeClass::number_malformed},
      {"'' AT\\d\\dDT55:", "f:1:14: ", OutcomeClass::number_malformed},
      {"'' ATDT" + std::string(300, '5'), "f:1:72: ", OutcomeClass::number_too_long},
      {"'' ATDT5550100 CONNECT \\d+++\\d\\c OK ATDT911", "f:1:41: ", OutcomeClass::refused_emergency},
  }));
  CAPTURE(each.text);
  const auto script = read_chat(each.text, "f", {});
  REQUIRE_FALSE(script);
  CHECK(script.error().outcome == each.outcome);
  CHECK_THAT(shown(script.error()), StartsWith(each.place));
}

TEST_CASE("a secret number is not shown") {
  CHECK(chat_fault("'' \\qATDT55x") ==
        "f:1:12: this number may not be dialled (it is secret, so it is not shown)");
}

TEST_CASE("what the far end is sent is no dial command") {
  CHECK(chat_fault("'' ATDT5550100 CONNECT '' ogin: atdave word: \\qatdragon") == "no fault");
  CHECK(chat_fault("'' ATDT5550100 ogin: atdave") == "no fault");
  CHECK(chat_fault("ogin: atdave") !=
        "no fault"); // nothing was dialled: the modem would take it as a command
}

TEST_CASE("a number that ends in , stays in command mode") {
  const Script script = read("'' ATDT5550100; OK ATH");
  CHECK(script.steps[0].stay_in_command_mode);
  CHECK_FALSE(script.steps[2].stay_in_command_mode);
}

TEST_CASE("sub-strings say what to send when the time is up") {
  const Script script = read("ogin:-BREAK-ogin:--ogin: ppp");
  REQUIRE(script.steps.size() == 2);
  const auto& step = script.steps[0];
  CHECK(step.patterns[0].text == "ogin:");
  REQUIRE(step.subs.size() == 2);
  REQUIRE(step.subs[0].pieces.size() == 1);
  CHECK(step.subs[0].pieces[0].kind == Step::Piece::Kind::send_break);
  CHECK_FALSE(step.subs[0].carriage_return);
  REQUIRE(step.subs[0].pattern);
  CHECK(step.subs[0].pattern->text == "ogin:");
  CHECK(step.subs[0].expect.bytes == "ogin:");
  CHECK(step.subs[1].send.bytes.empty());
  CHECK(step.subs[1].carriage_return);
  REQUIRE(step.subs[1].pattern);
}

TEST_CASE("a sub-send with nothing behind it lets the script go on") {
  const Script script = read("OK-AT-\\q ATZ");
  REQUIRE(script.steps[0].subs.size() == 1);
  CHECK(script.steps[0].subs[0].send.bytes == "AT");
  CHECK_FALSE(script.steps[0].subs[0].pattern);
  CHECK_FALSE(read("OK-AT ATZ").steps[0].subs[0].pattern);
  CHECK(read("OK- ATZ").steps[0].subs.empty());
  CHECK(read("-AT-OK ATZ").steps[0].kind == StepKind::raw);
}

TEST_CASE("every setting becomes a step where it stands") {
  const Script script =
      read("TIMEOUT 10 ABORT '\\nRING\\r' REPORT CONNECT ECHO ON HANGUP OFF SAY 'dialling\\n'\n"
           "CLR_ABORT BUSY CLR_REPORT CONNECT OK ATZ TIMEOUT 0 OK");
  REQUIRE(script.steps.size() == 12);
  CHECK(script.steps[0].setting == Setting::timeout);
  CHECK(script.steps[0].timeout == 10s);
  CHECK(script.steps[0].duration == 10s);
  CHECK(script.steps[1].setting == Setting::abort);
  CHECK(script.steps[1].patterns[0].meaning == Meaning::ring);
  CHECK(script.steps[2].setting == Setting::report);
  CHECK(script.steps[2].patterns[0].meaning == Meaning::connect);
  CHECK(script.steps[3].setting == Setting::echo);
  CHECK(script.steps[3].on_off);
  CHECK(script.steps[4].setting == Setting::hangup);
  CHECK_FALSE(script.steps[4].on_off);
  CHECK(script.steps[5].setting == Setting::say);
  CHECK(script.steps[5].text.bytes == "dialling\n");
  CHECK(script.steps[6].setting == Setting::clear_abort);
  CHECK(script.steps[6].patterns[0].meaning == Meaning::busy);
  CHECK(script.steps[7].setting == Setting::clear_report);
  CHECK(script.steps[8].timeout == 10s);
  CHECK(script.steps[10].timeout == 45s); // TIMEOUT 0 is chat's default
  CHECK(script.steps[11].timeout == 45s);
}

TEST_CASE("CLR_ABORT names what ABORT has set in the same form") {
  const Script script = read("ABORT 'BUSY\\r' ABORT 'no\\sway' CLR_ABORT BUSY CLR_ABORT 'no way'");
  CHECK(script.steps[0].patterns[0].text == "BUSY");
  CHECK(script.steps[2].text.bytes == script.steps[0].patterns[0].text);
  CHECK(script.steps[3].text.bytes == script.steps[1].patterns[0].text);
}

TEST_CASE("a keyword is one only where a string would be expected") {
  const Script script = read("OK ABORT OK 'TIMEOUT'");
  REQUIRE(script.steps.size() == 4);
  CHECK(script.steps[1].text.bytes == "ABORT\r");
  CHECK(script.steps[3].text.bytes == "TIMEOUT\r");
}

TEST_CASE("strings that are result words stand for their meaning, others for themselves") {
  const Script script = read("OK\\r\\n ATZ '\\r\\n' \\c 'CONNECT 33600' x '+CGATT: 0' ''");
  CHECK(script.steps[0].patterns[0].kind == Pattern::Kind::meaning);
  CHECK(script.steps[0].text.bytes == "OK\\r\\n");
  CHECK(script.steps[2].patterns[0].text == "\r\n");
  CHECK(script.steps[3].text.bytes.empty());
  CHECK(script.steps[4].patterns[0].kind == Pattern::Kind::substring);
  CHECK(script.steps[6].patterns[0].text == "+CGATT: 0");
  CHECK(script.steps[7].text.bytes == "\r");
}

TEST_CASE("\\T takes the number from outside") {
  const Script script = read("'' ATDT\\T CONNECT ''", {"5550100", ""});
  CHECK(script.takes_number);
  CHECK(script.steps[0].text.bytes == "ATDT5550100\r");
  CHECK(chat_fault("'' ATDT\\T") ==
        "f:1:8: \\T or \\U, and no number for it; expected a number on the command line");
  CHECK_THAT(chat_fault("'' ATDT\\T", {}, {"911", ""}), StartsWith("f:1:8: 911 is an emergency number"));
}

TEST_CASE("faults name what was expected there") {
  struct Case {
    std::string text;
    std::string fault;
  };
  const auto each = GENERATE(values<Case>({
      {"", "f:1:1: the script is empty; expected at least one step"},
      {" \n\r\n\t", "f:1:1: the script is empty; expected at least one step"},
      {"# only\n# words\n", "f:1:1: the script has only comments; expected a string to expect"},
      {std::string("OK\nAT\0Z", 7), "f:2:3: a NUL byte: this is no text file; expected a script"},
      {"OK \"ATZ", "f:1:4: a quote that is not closed; expected \" on the same line"},
      {"'' ATZ\nABORT", "f:2:1: ABORT with nothing behind it; expected the string to abort on"},
      {"ABORT ''", "f:1:7: ABORT with an empty string, which everything matches; expected a string"},
      {"TIMEOUT", "f:1:1: TIMEOUT with nothing behind it; expected seconds, a whole number up to 86400"},
      {"TIMEOUT soon", "f:1:9: TIMEOUT soon; expected seconds, a whole number up to 86400"},
      {"TIMEOUT 5s", "f:1:9: TIMEOUT 5s; expected seconds, a whole number up to 86400"},
      {"TIMEOUT 99999999999999",
       "f:1:9: TIMEOUT 99999999999999; expected seconds, a whole number up to 86400"},
      {"ECHO maybe", "f:1:6: ECHO maybe; expected ON or OFF"},
      {"HANGUP\n off", "f:2:2: HANGUP off; expected ON or OFF"},
      {"SAY", "f:1:1: SAY with nothing behind it; expected the text to show"},
      {"'' @/etc/secret", "f:1:4: @ names a file to send from, and only the script is read; expected the "
                          "text itself; \\@ for the character"},
      {std::string(1025, 'x'), "f:1:1: a string of 1025 bytes; expected at most 1024"},
      {"'' ATDT5550100" + std::string(1025, ','), "f:1:4: a string of 1036 bytes; expected at most 1024"},
      {std::string(101, '-'), "f:1:1: 101 strings between dashes; expected at most 100"},
      {"OK-AT-" + std::string(1025, 'x'), "f:1:1: a string of 1025 bytes; expected at most 1024"},
      {std::string(script_bytes_max + 1, ' ') + "x",
       "f: the script is too large; expected at most 1048576 bytes"},
  }));
  CAPTURE(each.text.substr(0, 60));
  CHECK(chat_fault(each.text) == each.fault);
}

TEST_CASE("a script of very many words ends in a fault") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "OK AT\n";
  CHECK_THAT(chat_fault(text), ContainsSubstring("the script is too long; expected at most 1000 steps"));
}
