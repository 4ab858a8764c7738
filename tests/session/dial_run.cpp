// Dials: the words, the timers, stale results. Each test is a conversation with a modem.
#include "tests/session/conversation.hpp"

using namespace dialbench;
using namespace dialbench::tests;

namespace {
Conversation dialling(session::Options options = {}) {
  Conversation talk(script_of({send("ATE0Q0V1X4"), dial("T5551234")}), std::move(options));
  talk.expect("ATE0Q0V1X4\r").reply("OK").expect("ATDT5551234\r");
  return talk;
}
} // namespace

TEST_CASE("the modem's word decides, whole and in its own spelling") {
  struct Row {
    const char* word;
    OutcomeClass outcome;
  };
  const auto row =
      GENERATE(Row{"BUSY", OutcomeClass::busy}, Row{"VOICE", OutcomeClass::voice_answer},
               Row{"FAX", OutcomeClass::fax_answer}, Row{"DATA", OutcomeClass::data_answer},
               Row{"NO ANSWER", OutcomeClass::no_answer}, Row{"NO CARRIER", OutcomeClass::no_carrier},
               Row{"NO DIALTONE", OutcomeClass::no_dialtone}, Row{"NO DIAL TONE", OutcomeClass::no_dialtone},
               Row{"NO PROMPTTONE", OutcomeClass::no_dialtone}, Row{"NO LINE", OutcomeClass::no_dialtone},
               Row{"LINE IN USE", OutcomeClass::line_in_use},
               Row{"PHONE OFF-HOOK", OutcomeClass::line_in_use}, Row{"ERROR", OutcomeClass::command_error},
               Row{"+CME ERROR: 30", OutcomeClass::command_error}, Row{"DELAYED", OutcomeClass::delayed},
               Row{"BLACKLISTED", OutcomeClass::blacklisted}, Row{"busy", OutcomeClass::busy});
  auto talk = dialling();
  talk.after(5s).reply(row.word);
  CAPTURE(row.word);
  CHECK(talk.outcome().outcome == row.outcome);
  CHECK(talk.outcome().word == row.word);
}

TEST_CASE("progress lines are not results") {
  auto talk = dialling();
  talk.after(4s).reply("RINGING").after(6s).reply("RINGING").after(6s).reply("CARRIER 33600");
  talk.reply("PROTOCOL: ERROR-CONTROL/LAPB")
      .reply("COMPRESSION: V.42BIS")
      .reply("RING")
      .reply("CONNECT 33600");
  talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::connected);
  CHECK(outcome.word == "CONNECT 33600");
  CHECK(outcome.evidence.ringing == 2);
  CHECK(outcome.evidence.incoming_rings == 1);
  CHECK(outcome.evidence.link.compression == "V42BIS");
  CHECK(outcome.evidence.hang_up_proven);
}

TEST_CASE("our timer comes after the modem's own: dial time at worst, S7 and a margin") {
  Conversation talk(script_of({send("ATS7=30"), dial("T5551234")}));
  talk.expect("ATS7=30\r").reply("OK").expect("ATDT5551234\r");
  // 7 digits at 190 ms, at most 10 s for the dial tone, S7 of 30 s, 2 s of margin
  const Time sent = talk.now();
  talk.expect("\r");
  CHECK(talk.now() - sent == 43330ms);
  talk.after(10ms).reply("NO CARRIER").expect("AT\r").reply("OK");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::no_carrier);
  CHECK_FALSE(outcome.evidence.deadline_given);
  CHECK(outcome.evidence.finals_owed == 0);
}

TEST_CASE("our timer: AT is answered and no word came: nobody answered, and one final is owed") {
  auto talk = dialling();
  talk.expect("\r").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::no_answer);
  CHECK(talk.outcome().evidence.finals_owed == 1);
}

TEST_CASE("our timer: ringing to the end is no answer, whatever the abort brings") {
  auto talk = dialling();
  for (int i = 0; i < 11; ++i) talk.after(6s).reply("RINGING");
  talk.expect("\r").reply("NO CARRIER").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::no_answer);
}

TEST_CASE("our timer: a modem that answers nothing any more") {
  auto talk = dialling();
  CHECK(talk.outcome_in_silence().outcome == OutcomeClass::no_response);
  CHECK(talk.outcome_in_silence().evidence.after_timer == evidence::AfterTimer::at_dead);
}

TEST_CASE("a shorter deadline of the user's stands, and the evidence says so") {
  auto talk = dialling(patience(8s));
  const Time sent = talk.now();
  talk.expect("\r");
  CHECK(talk.now() - sent == 8s);
  talk.reply("NO CARRIER").expect("AT\r").reply("OK");
  CHECK(talk.outcome().evidence.deadline_given);
}

TEST_CASE("a word that comes while we abort is this dial's, late") {
  auto talk = dialling(patience(8s));
  talk.expect("\r").after(3s).expect("AT\r").reply("BUSY").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::busy);
  CHECK(talk.outcome().evidence.stale.empty());
}

TEST_CASE("the result of the call before is stale and decides nothing") {
  SECTION("it comes in the set-up") {
    Conversation talk(script_of({send("ATZ"), dial("T5551234")}), owing(1));
    talk.expect("ATZ\r").reply("BUSY").reply("OK").expect("ATDT5551234\r").after(5s).reply("NO ANSWER");
    CHECK(talk.outcome().outcome == OutcomeClass::no_answer);
    REQUIRE(talk.outcome().evidence.stale.size() == 1);
    CHECK(talk.outcome().evidence.stale[0].text == "BUSY");
  }
  SECTION("it comes between two commands of the set-up") {
    Conversation talk(script_of({send("ATZ"), send("ATM0"), dial("T5551234")}), owing(1));
    talk.expect("ATZ\r").reply("OK").reply("BUSY").expect("ATM0\r").reply("OK").expect("ATDT5551234\r");
    talk.after(100ms).reply("NO ANSWER");
    const auto& outcome = talk.outcome();
    CHECK(outcome.outcome == OutcomeClass::no_answer);
    REQUIRE(outcome.evidence.stale.size() == 1);
    CHECK(outcome.evidence.stale[0].text == "BUSY");
    CHECK(outcome.evidence.finals_owed == 0);
  }
  SECTION("it comes sooner than the digits can be out") {
    auto talk = dialling(owing(1));
    talk.after(1s).reply("BUSY").after(10s).reply("NO CARRIER");
    CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
    CHECK(talk.outcome().evidence.stale.size() == 1);
  }
  SECTION("nothing is owed: an early word is this dial's") {
    auto talk = dialling();
    talk.after(100ms).reply("BUSY");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
  }
}

TEST_CASE("the OK that a repeated set-up command is owed is no text that nobody knows") {
  auto reset = send("ATZ");
  reset.tries = 2;
  Conversation talk(script_of({reset, dial("T5551234")}));
  talk.expect("ATZ\r").expect("\rATZ\r").reply("OK").expect("ATDT5551234\r").after(100ms).reply("OK");
  SECTION("one is owed") {
    CHECK(talk.outcome_in_silence().outcome == OutcomeClass::no_response);
    CHECK(talk.outcome_in_silence().evidence.unknown.empty());
  }
  SECTION("a second one is not") {
    talk.after(1s).reply("OK").expect("\r").expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::unknown_result);
  }
}

TEST_CASE("text that nobody knows, and no final until the deadline") {
  auto talk = dialling(patience(8s));
  talk.after(2s).reply("SORRY DAVE").expect("\r").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::unknown_result);
}

TEST_CASE("BUSY with one bad byte is not BUSY, and the evidence says what it resembles") {
  auto talk = dialling(patience(8s));
  talk.after(2s).reply("B\x8eUSY").expect("\r").expect("AT\r").reply("OK");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::unknown_result);
  REQUIRE(outcome.evidence.unknown.size() == 1);
  CHECK(outcome.evidence.unknown[0].resembles == "BUSY");
  CHECK(outcome.evidence.unknown[0].damage == at::Damage::noise);
}

TEST_CASE("an endless line is overflow, endless ringing a loop") {
  SECTION("overflow") {
    auto talk = dialling();
    talk.says(std::string(5000, 'U'));
    CHECK(talk.outcome_in_silence().outcome == OutcomeClass::overflow);
  }
  SECTION("loop") {
    auto talk = dialling();
    for (int i = 0; i < 300; ++i) talk.reply("RINGING");
    CHECK(talk.outcome_in_silence().outcome == OutcomeClass::looping);
  }
}

TEST_CASE("a dial that stays in command mode and gets OK") {
  auto step = dial("T5551234");
  step.stay_in_command_mode = true;
  Conversation talk(script_of({step}));
  talk.expect("ATDT5551234;\r").after(3s).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::command_mode);
}

TEST_CASE("numbers that are none are refused before a byte is sent") {
  struct Row {
    std::string number;
    OutcomeClass outcome;
  };
  const auto row = GENERATE(values<Row>({{"T555\r1234", OutcomeClass::number_malformed},
                                         {std::string("T555\0"
                                                      "1234",
                                                      9),
                                          OutcomeClass::number_malformed},
                                         {"T555;1234", OutcomeClass::number_malformed},
                                         {"Thello", OutcomeClass::number_malformed},
                                         {"T" + std::string(300, '5'), OutcomeClass::number_too_long}}));
  Conversation talk(script_of({dial(row.number)}));
  CHECK(talk.outcome().outcome == row.outcome);
  CHECK_FALSE(talk.outcome().evidence.dialled);
}

TEST_CASE("an emergency number is refused on a real line, whole and after prefix and pauses") {
  const auto number = GENERATE(as<std::string>(), "T911", "T9,911", "P112", "T*70,911");
  session::Options options;
  options.rules.country = "us";
  options.rules.prefix = "9,";
  session::Session session(script_of({dial(number)}), options);
  session.start({});
  REQUIRE(session.outcome() != nullptr);
  CHECK(session.outcome()->outcome == OutcomeClass::refused_emergency);
}

TEST_CASE("the port goes: 692 before the dial command, 630 from its first byte") {
  SECTION("before") {
    Conversation talk(script_of({send("ATZ"), dial("T5551234")}));
    talk.expect("ATZ\r").port_lost();
    CHECK(talk.outcome().outcome == OutcomeClass::port_lost_idle);
  }
  SECTION("during") {
    auto talk = dialling();
    talk.port_lost();
    CHECK(talk.outcome().outcome == OutcomeClass::port_lost);
  }
}

TEST_CASE("a write that the port does not take is stalled, not silent") {
  Conversation talk(script_of({dial("T5551234")}));
  talk.blocked();
  CHECK(talk.outcome().outcome == OutcomeClass::stalled);
}

TEST_CASE("the user stops: first it hangs up, then it leaves") {
  SECTION("while dialling") {
    auto talk = dialling();
    talk.after(3s).stop().expect("\r").reply("NO CARRIER").expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::stopped);
    CHECK(talk.outcome().evidence.hang_up_proven);
  }
  SECTION("twice: at once") {
    auto talk = dialling();
    talk.after(3s).stop().stop();
    CHECK(talk.outcome().outcome == OutcomeClass::stopped);
  }
  SECTION("before anything was dialled: at once") {
    Conversation talk(script_of({send("ATZ"), dial("T5551234")}));
    talk.expect("ATZ\r").stop();
    CHECK(talk.outcome().outcome == OutcomeClass::stopped);
  }
}

TEST_CASE("our timer: a line that is still on its way is heard to its end") {
  auto talk = dialling(patience(10s));
  SECTION("the result itself") {
    talk.after(9900ms).says("\r\nC").expect("\r").after(200ms).says("ONNECT 33600\r\n");
  }
  SECTION("a progress line, and the result behind it has no line end") {
    talk.after(9900ms).says("\r\nCOMPRE").expect("\r").after(200ms);
    talk.says("SSION: V.42BIS\r\n").after(1500ms).says("\r\nCONNECT 33600");
  }
  SECTION("the result is whole but for its line end") { talk.after(9900ms).says("\r\nCONNECT 33600"); }
  talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::connected);
  CHECK(outcome.word == "CONNECT 33600");
  CHECK(outcome.evidence.unknown.empty());
}

TEST_CASE("our timer: text without a line end that nobody knows is a line once it is silent") {
  auto talk = dialling(patience(10s));
  talk.after(8s).says("\r\nNO BATTERY").expect("\r").expect("AT\r").reply("OK");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::unknown_result);
  REQUIRE(outcome.evidence.unknown.size() == 1);
  CHECK(outcome.evidence.unknown.front().text == "NO BATTERY");
}

TEST_CASE("our timer: of two results behind the abort the first is the dial's own") {
  auto talk = dialling(patience(10s));
  talk.expect("\r").expect("AT\r").after(100ms).reply("BUSY").reply("NO CARRIER").reply("OK");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::busy);
  CHECK(outcome.evidence.stale.empty());
}

TEST_CASE("unknown text sooner than the digits can be out is an earlier call's, where that owes a result") {
  auto options = patience(8s);
  options.finals_owed = 1;
  auto talk = dialling(options);
  const Duration when = GENERATE(1200ms, 5s);
  talk.after(when).reply("HANGUP").expect("\r").reply("NO CARRIER").expect("AT\r").reply("OK");
  const auto& evidence = talk.outcome().evidence;
  CHECK(evidence.unknown.empty() == (when < 2s));
  CHECK(evidence.unsolicited.empty() == (when > 2s));
  CHECK(talk.outcome().outcome == (when < 2s ? OutcomeClass::no_carrier : OutcomeClass::unknown_result));
}
