// What real modems, soft modems and emulators were seen to send, item by item as facts number them (quirks 1
// to 14). Items 12 and 13 are about ports and stand in tests/port too; here is what a session makes of them.
#include "at/dialect.hpp"
#include "tests/session/conversation.hpp"

using namespace dialbench;
using namespace dialbench::tests;

namespace {

const std::string dial_line = "ATDT5551234\r";

script::Script usual() { return script_of({send("ATE0Q0V1X4"), dial("T5551234")}); }

void hangs_up(Conversation& talk) {
  talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
}

} // namespace

TEST_CASE("quirk 1: echo in one-byte reads, late, together with the result, of the aborting byte, or none") {
  Conversation talk(script_of({send("ATZ"), send("ATE1"), dial("T5551234")}), patience(10s));
  SECTION("one byte at a time") {
    talk.expect("ATZ\r").drip("ATZ\r\r\nOK\r\n", 2ms);
    talk.expect("ATE1\r").drip("ATE1\r\r\nOK\r\n", 2ms);
    talk.expect(dial_line).drip(dial_line, 2ms).after(5s).reply("BUSY");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
  }
  SECTION("seconds late, together with the result") {
    talk.expect("ATZ\r").after(1500ms).says("ATZ\r\r\nOK\r\n");
    talk.expect("ATE1\r").says("ATE1\r\r\nOK\r\n");
    talk.expect(dial_line).after(5s).says(dial_line + "\r\nBUSY\r\n");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
  }
  SECTION("the byte that aborts a dial is echoed") {
    talk.expect("ATZ\r").reply("OK").expect("ATE1\r").reply("OK").expect(dial_line);
    talk.expect("\r").says("\r\r\nNO CARRIER\r\n").expect("AT\r").says("AT\r\r\nOK\r\n");
    CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
  }
  SECTION("no echo at all") {
    talk.expect("ATZ\r").reply("OK").expect("ATE1\r").reply("OK").expect(dial_line).after(5s).reply("BUSY");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
  }
}

TEST_CASE("quirk 2: line ends of every kind") {
  const auto framed = GENERATE(as<std::string>(), "\r\n%\r\n", "%\r\n", "\n%\r\n", "%\r", "\r%\r", "%\n",
                               "\r\n\r\n%\r\n\r\n", "\r\r\n%\r\r\n");
  auto with = [&](std::string word) { return std::string(framed).replace(framed.find('%'), 1, word); };
  CAPTURE(framed);
  Conversation talk(usual());
  talk.expect("ATE0Q0V1X4\r").says(with("OK")).expect(dial_line).after(5s).says(with("NO CARRIER"));
  CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
}

TEST_CASE("quirk 2: NUL in place of LF, and other S3 and S4 characters") {
  const std::string nul("\r\0OK\r\0", 6);
  Conversation talk(usual());
  SECTION("S4 = 0") {
    talk.expect("ATE0Q0V1X4\r").says(nul).expect(dial_line).after(5s).says(std::string("\r\0BUSY\r\0", 8));
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
  }
  SECTION("S4 = !") {
    talk.expect("ATE0Q0V1X4\r").says("\r!OK\r!").expect(dial_line).after(5s).says("\r!BUSY\r!");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
    CHECK(at::has(talk.outcome().evidence.result->slips, at::Slip::odd_terminator));
  }
}

TEST_CASE("quirk 3: numeric forms") {
  struct Row {
    const char* ok;
    const char* result;
  };
  const auto row =
      GENERATE(Row{"0\r", "7\r"}, Row{"\r\n0\r\n", "\r\n7\r\n"}, Row{"\r\n000\r\n", "\r\n007\r\n"},
               Row{"0\r\n", "7\r\n"}, Row{"ATE0Q0V1X4\r0\r", "7\r"});
  Conversation talk(usual());
  talk.expect("ATE0Q0V1X4\r").says(row.ok).expect(dial_line).after(5s).says(row.result);
  CHECK(talk.outcome().outcome == OutcomeClass::busy);
  CHECK(talk.outcome().evidence.numeric);
  CHECK(talk.outcome().evidence.result->text.find('7') != std::string::npos);
}

TEST_CASE("quirk 3: two digits mean a CONNECT with a rate, by dialect, without one they are ambiguous") {
  session::Options options;
  SECTION("conexant: 64 is CONNECT 28800") {
    options.dialect = at::find_dialect("conexant");
    REQUIRE(options.dialect != nullptr);
    Conversation talk(usual(), options);
    talk.expect("ATE0Q0V1X4\r").says("0\r").expect(dial_line).after(15s).says("64\r");
    talk.expect("+++").after(1200ms).says("0\r").expect("ATH\r").says("0\r").expect("AT\r").says("0\r");
    CHECK(talk.outcome().outcome == OutcomeClass::connected);
  }
  SECTION("nobody knows: the number is kept, and nothing is claimed") {
    options.dial_timeout = 30s;
    Conversation talk(usual(), options);
    talk.expect("ATE0Q0V1X4\r").says("0\r").expect(dial_line).after(15s).says("11\r");
    talk.expect("\r").expect("AT\r").says("0\r");
    CHECK(talk.outcome().outcome == OutcomeClass::unknown_result);
    REQUIRE(talk.outcome().evidence.unknown.size() == 1);
    CHECK(talk.outcome().evidence.unknown[0].text == "11");
  }
}

TEST_CASE("quirk 3: data glued behind CONNECT in the same read is data") {
  Conversation talk(script_of({dial("T5551234"), hold(2s)}));
  talk.expect(dial_line).after(12s).says("\r\nCONNECT 33600\r\nlogin: BUSY\r\n");
  hangs_up(talk);
  CHECK(talk.outcome().outcome == OutcomeClass::connected);
  CHECK(talk.outcome().evidence.data_bytes == 13);
}

TEST_CASE("quirk 4: two finals for one command") {
  Conversation talk(script_of({send("ATZ"), dial("T5551234")}));
  SECTION("OK twice") {
    talk.expect("ATZ\r").says("\r\nOK\r\n\r\nOK\r\n").expect(dial_line).after(5s).reply("BUSY");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
  }
  SECTION("OK, then NO CARRIER 40 ms later") {
    talk.expect("ATZ\r")
        .reply("OK")
        .after(40ms)
        .reply("NO CARRIER")
        .expect(dial_line)
        .after(5s)
        .reply("BUSY");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
  }
  SECTION("NO CARRIER, then OK") {
    talk.expect("ATZ\r").says("\r\nNO CARRIER\r\n\r\nOK\r\n").expect(dial_line).after(5s).reply("BUSY");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
    CHECK(talk.outcome().evidence.stale.size() == 1);
  }
  SECTION("CONNECT, then OK") {
    talk.expect("ATZ\r").reply("OK").expect(dial_line).after(12s).says("\r\nCONNECT\r\n\r\nOK\r\n");
    hangs_up(talk);
    CHECK(talk.outcome().outcome == OutcomeClass::connected);
  }
  SECTION("NO CARRIER, and HANGUP 1.4 s later, when all is over") {
    talk.expect("ATZ\r")
        .reply("OK")
        .expect(dial_line)
        .after(12s)
        .reply("NO CARRIER")
        .after(1400ms)
        .reply("HANGUP");
    CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
  }
}

TEST_CASE("quirk 4: no final at all: an unanswered query does not end a run that can go on") {
  auto query = send("ATI9");
  query.optional = true;
  Conversation talk(script_of({query, dial("T5551234")}));
  talk.expect("ATI9\r").expect(dial_line).after(5s).reply("BUSY");
  CHECK(talk.outcome().outcome == OutcomeClass::busy);
}

TEST_CASE("quirk 5: unsolicited lines") {
  Conversation talk(script_of({send("ATZ"), dial("T5551234")}));
  SECTION("RING inside a half-typed command") {
    talk.expect("ATZ\r").says("AT\r\nRING\r\nZ\r\r\nOK\r\n").expect(dial_line).after(5s).reply("BUSY");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
  }
  SECTION("caller ID in one write") {
    talk.expect("ATZ\r").says("\r\nRING\r\n\r\nDATE = 0712\r\n\r\nTIME = 1402\r\n\r\nNMBR = "
                              "5550123\r\n\r\nNAME = BUSY\r\n\r\nOK\r\n");
    talk.expect(dial_line).after(5s).reply("NO ANSWER");
    CHECK(talk.outcome().outcome == OutcomeClass::no_answer);
  }
  SECTION("RING glued behind NO CARRIER") {
    talk.expect("ATZ\r").reply("OK").expect(dial_line).after(5s).says("\r\nNO CARRIER\r\nRING\r\n");
    CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
  }
  SECTION("a reply that comes after the reply of the next command") {
    Conversation late(script_of({send("ATE1"), send("ATS7?"), dial("T5551234")}));
    late.expect("ATE1\r")
        .says("ATE1\r\r\nOK\r\n")
        .expect("ATS7?\r")
        .says("ATS7?\r\r\n050\r\n\r\nOK\r\n")
        .says("\r\nOK\r\n");
    late.expect(dial_line).says(dial_line).after(5s).reply("BUSY");
    CHECK(late.outcome().outcome == OutcomeClass::busy);
    CHECK(late.outcome().evidence.s7 == 50s);
  }
}

TEST_CASE("quirk 5: RING inside a half-typed command, without a line end of its own") {
  struct Row {
    const char* set_up;
    const char* dial;
  };
  const auto row = GENERATE(Row{"AT\r\nRINGE0Q0V1X2\r\r\nOK", "AT\r\nRINGDP5550120\r"},
                            Row{"\r\nRINGATE0Q0V1X2\r\r\nOK", "\r\nRINGATDP5550120\r"},
                            Row{"ATRING\r\nE0Q0V1X2\rOK\r\n", "ATRING\r\nDP5550120\r"},
                            Row{"ATE0Q0VRING1X2\r\r\nOK\r\n", "ATDP555RING0120\r"},
                            Row{"ATRING\r\nE0Q0V1X2\rOK\r\n", "ATDP5550RING\r\n120\r"});
  Conversation talk(script_of({send("ATE0Q0V1X2"), dial("P5550120")}), patience(56s));
  CAPTURE(row.dial);
  talk.expect("ATE0Q0V1X2\r").says(row.set_up).expect("ATDP5550120\r").says(row.dial);
  talk.expect("\r").says("\r\r\nNO CARRIER\r\n").expect("AT\r").says("AT\r\r\nOK\r\n");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::no_carrier);
  CHECK(outcome.evidence.unknown.empty());
  CHECK(outcome.evidence.unsolicited.size() == 2);
  CHECK(outcome.evidence.incoming_rings == 1);
}

TEST_CASE("quirk 6: ATA, then CONNECT and NO CARRIER within 2 ms") {
  Conversation talk(script_of({send("ATA"), hold(1s)}));
  talk.expect("ATA\r").says("\r\nCONNECT\r\n").after(2ms).says("\r\nNO CARRIER\r\n");
  talk.expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::connection_lost);
}

TEST_CASE("the second OK of a set-up command does not pay what an earlier dial owes") {
  auto options = owing(1);
  options.command_gap = 100ms;
  Conversation talk(usual(), options);
  talk.expect("ATE0Q0V1X4\r").reply("OK").after(50ms).reply("OK").expect(dial_line);
  talk.after(500ms).reply("NO CARRIER").after(9s).reply("BUSY");
  CHECK(talk.outcome().outcome == OutcomeClass::busy);
}

TEST_CASE("the wait for a result is no pause inside a line, where none of the modem's lines has an end") {
  Conversation talk(usual());
  talk.expect("ATE0Q0V1X4\r").says("\r\nOK").expect(dial_line).after(15s).says("\r\nBUSY");
  CHECK(talk.outcome().outcome == OutcomeClass::busy);
  CHECK(*talk.outcome().evidence.ended - *talk.outcome().evidence.dial_sent == 15500ms);
}

TEST_CASE("quirk 6: RING goes on after the caller left and is no result of ours") {
  Conversation talk(usual());
  talk.expect("ATE0Q0V1X4\r").reply("RING").after(1s).reply("OK").expect(dial_line);
  talk.after(6s).reply("RING").after(6s).reply("RING").after(1s).reply("BUSY");
  CHECK(talk.outcome().outcome == OutcomeClass::busy);
  CHECK(talk.outcome().evidence.incoming_rings == 2);
}

TEST_CASE("quirk 7: the OK after a failed dial may be none: AT is asked before the next dial") {
  auto again = dial("T5551234");
  script::Branch branch;
  branch.when.kind = script::Pattern::Kind::outcome;
  branch.when.outcome = OutcomeClass::busy;
  branch.target = "again";
  branch.times = 1;
  branch.after = 60s;
  again.label = "again";
  again.on.push_back(branch);
  Conversation talk(script_of({again}));
  talk.expect(dial_line).after(5s).reply("BUSY").expect("AT\r").reply("OK").expect(dial_line).after(5s).reply(
      "NO ANSWER");
  CHECK(talk.outcome().outcome == OutcomeClass::no_answer);
  CHECK(talk.outcome().evidence.epoch == 2);
}

TEST_CASE("quirk 7: OK to a dial that does not stay in command mode is not its result") {
  Conversation talk(script_of({dial("T5551234")}), patience(20s));
  SECTION("the real one follows") {
    talk.expect(dial_line).reply("OK").after(9s).reply("BUSY");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
  }
  SECTION("nothing follows: the command was swallowed") {
    talk.expect(dial_line).reply("OK").expect("\r").expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::unknown_result);
  }
  SECTION("the modem answers nothing any more: that outweighs an OK") {
    talk.expect(dial_line).reply("OK").expect("\r").expect("AT\r").expect("\rAT\r").expect("+++");
    talk.expect("ATH\r").expect("\rATH\r").expect("AT\r").expect("\rAT\r");
    CHECK(talk.outcome().outcome == OutcomeClass::no_response);
  }
  SECTION("NO CARRIER answers the abort: it was dialling, and the OK was the second of the command before") {
    talk.expect(dial_line).reply("OK").expect("\r").reply("NO CARRIER").expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
    CHECK(talk.outcome().evidence.unknown.empty());
    REQUIRE(talk.outcome().evidence.unsolicited.size() == 1);
    CHECK(talk.outcome().evidence.unsolicited[0].text == "OK");
  }
}

TEST_CASE("quirk 8: lines around CONNECT") {
  Conversation talk(script_of({dial("T5551234"), hold(3s)}));
  SECTION("before and after") {
    talk.expect(dial_line)
        .after(12s)
        .reply("Modulation: V34")
        .reply("Protocol: LAPM")
        .reply("Compression: V.42bis");
    talk.says("\r\nCONNECT\r\nTo escape to command mode, use '+++'.\r\n");
    hangs_up(talk);
    CHECK(talk.outcome().outcome == OutcomeClass::connected);
    CHECK(talk.outcome().evidence.link.modulation == "V34");
    CHECK_FALSE(talk.outcome().evidence.link.dce_receive);
  }
  SECTION("CARRIER as the answer to ATO is progress, not a result") {
    Conversation back(script_of({send("ATO")}));
    back.expect("ATO\r").reply("CARRIER 33600").reply("CONNECT 33600");
    hangs_up(back);
    CHECK(back.outcome().outcome == OutcomeClass::connected);
  }
}

TEST_CASE("quirk 9: garbage before NO CARRIER, a false CONNECT, and data that looks like results") {
  SECTION("garbage and its line end, then the word") {
    Conversation talk(script_of({dial("T5551234")}));
    talk.expect(dial_line).after(12s).says("\x9e\xb5\r\nNO CARRIER\r\n");
    CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
    CHECK(talk.outcome().evidence.unknown.empty()); // noise is no text
    CHECK(talk.outcome().evidence.garbage);
  }
  SECTION("an endless stream after CONNECT is data, and bounded") {
    Conversation talk(script_of({dial("T5551234"), hold(2s)}));
    talk.expect(dial_line).after(12s).reply("CONNECT 2400");
    for (int i = 0; i < 100; ++i) talk.says(std::string(4096, 'U'));
    hangs_up(talk);
    CHECK(talk.outcome().outcome == OutcomeClass::connected);
    CHECK(talk.outcome().evidence.data_bytes >= 409600);
  }
  SECTION("the words among the data, which goes on") {
    Conversation talk(script_of({dial("T5551234"), hold(3s)}));
    talk.expect(dial_line).after(12s).reply("CONNECT 33600");
    talk.after(1s).says("+++\r\nNO CARRIER\r\nOK\r\n").after(100ms).says("more data\r\n");
    hangs_up(talk);
    CHECK(talk.outcome().outcome == OutcomeClass::connected);
  }
  SECTION("the words among the data, then silence: the modem is asked, and is still in data mode") {
    Conversation talk(script_of({dial("T5551234"), hold(5s)}));
    talk.expect(dial_line).after(12s).reply("CONNECT 33600").after(1s).says("\r\nNO CARRIER\r\n");
    talk.expect("AT\r").says("AT\r");
    hangs_up(talk);
    CHECK(talk.outcome().outcome == OutcomeClass::connected);
  }
}

TEST_CASE("quirk 10: a modem that never answers again is no response, not no carrier") {
  SECTION("in the set-up") {
    Conversation talk(usual());
    const auto& outcome = talk.outcome_in_silence();
    CHECK(outcome.outcome == OutcomeClass::no_response);
    CHECK(outcome.evidence.failed_command == "ATE0Q0V1X4");
  }
  SECTION("it comes back when DTR drops") {
    session::Options options;
    options.has_lines = true;
    Conversation talk(script_of({dial("T5551234")}), options);
    talk.expect("ATDT5551234\r").lines({.dcd = true}).expect("\r").expect("AT\r").expect("\rAT\r");
    talk.after(2600ms).lines({.dcd = false});
    talk.expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::no_answer);
  }
}

TEST_CASE("quirk 11: S7 and X levels that are ignored") {
  SECTION("the answer comes after S7 and before our own deadline") {
    Conversation talk(script_of({send("ATS7=30"), dial("T5551234")}));
    talk.expect("ATS7=30\r").reply("OK").expect(dial_line).after(41s).reply("NO CARRIER");
    CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
  }
  SECTION("BUSY at X0 is BUSY") {
    Conversation talk(script_of({send("ATX0"), dial("T5551234")}));
    talk.expect("ATX0\r").reply("OK").expect(dial_line).after(5s).reply("BUSY");
    CHECK(talk.outcome().outcome == OutcomeClass::busy);
  }
}

TEST_CASE("quirk 12: where nothing else helps the port is closed and opened by its name") {
  Conversation talk(script_of({dial("T5551234"), hangup()}));
  talk.expect(dial_line).after(12s).reply("CONNECT 33600");
  for (int escapes = 0; escapes < 2; ++escapes)
    talk.expect("+++").expect("ATH\r").expect("AT\r").expect("\rAT\r");
  // a reopen is asked for here, and answered; where DTR is not heeded, only ATH can have hung up
  talk.expect("AT\r").reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::connected);
  CHECK(talk.outcome().evidence.hang_up_proven);
}

TEST_CASE("quirk 13: two echoes that feed each other end, and do not fill the memory") {
  Conversation talk(script_of({send("ATZ")}));
  talk.expect("ATZ\r");
  for (int i = 0; i < 30000; ++i) talk.says("ATZ\r");
  const auto& outcome = talk.outcome_in_silence();
  CHECK(outcome.outcome == OutcomeClass::no_response);
  CHECK(outcome.evidence.commands.size() < 20);
}

TEST_CASE("quirk 13: an echo that is heard from its middle on is an echo all the same") {
  Conversation talk(script_of({send("ATZ")}));
  talk.expect("ATZ\r").says("TZ\r");
  for (int i = 0; i < 30000; ++i) talk.says("ATZ\r");
  CHECK(talk.outcome_in_silence().outcome == OutcomeClass::no_response);
}

TEST_CASE("quirk 14: what ATH brings") {
  Conversation talk(script_of({dial("T5551234"), hangup()}));
  talk.expect(dial_line)
      .after(12s)
      .reply("CONNECT 33600")
      .expect("+++")
      .after(1200ms)
      .reply("OK")
      .expect("ATH\r");
  SECTION("NO CARRIER only") { talk.reply("NO CARRIER"); }
  SECTION("NO CARRIER, then OK") { talk.says("\r\nNO CARRIER\r\n\r\nOK\r\n"); }
  SECTION("OK, then NO CARRIER") { talk.reply("OK").after(40ms).reply("NO CARRIER"); }
  SECTION("ERROR, again: it was idle") {
    talk.reply("ERROR").expect("AT\r").reply("OK").expect("ATH\r").reply("ERROR");
  }
  SECTION("OK twice") { talk.says("\r\nOK\r\n\r\nOK\r\n"); }
  talk.expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::connected);
  CHECK(talk.outcome().evidence.hang_up_proven);
}

TEST_CASE("one byte a second: slow, and understood all the same") {
  Conversation talk(script_of({send("ATZ"), dial("T5551234")}));
  talk.expect("ATZ\r").drip("ATZ\r\r\nOK\r\n", 1s).expect(dial_line).drip("\r\nNO CARRIER\r\n", 1s);
  CHECK(talk.outcome().outcome == OutcomeClass::no_carrier);
}

TEST_CASE("BUSY without its line end is BUSY when silence follows") {
  Conversation talk(usual());
  talk.expect("ATE0Q0V1X4\r").reply("OK").expect(dial_line).after(5s).says("\r\nBUSY");
  const auto& outcome = talk.outcome();
  CHECK(outcome.outcome == OutcomeClass::busy);
  CHECK(at::has(outcome.evidence.result->slips, at::Slip::unterminated));
}
