#include "harness/emulator/habits.hpp"

#include "tests/emulator/conversation.hpp"

#include <algorithm>

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Conversation;
using namespace std::chrono_literals;

namespace {

constexpr const char* ok = "\r\nOK\r\n";
constexpr const char* no_carrier = "\r\nNO CARRIER\r\n";
constexpr const char* busy = "\r\nBUSY\r\n";
constexpr const char* connect_lines =
    "\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: V.42BIS\r\n\r\nCONNECT 33600\r\n";
constexpr Duration digits_out = 1000ms + 7 * 190ms;

struct Setting {
  const char* name;
  const char* value;
};

// A modem without echo that has these habits.
Conversation modem_with(std::initializer_list<Setting> settings) {
  Habits habits = Conversation::quiet_echo();
  for (const auto& setting : settings) {
    CAPTURE(setting.name, setting.value);
    REQUIRE(set_habit(habits, setting.name, setting.value));
  }
  return Conversation(habits);
}

} // namespace

TEST_CASE("every habit has a name of its own, a quirk that is one, and a text") {
  std::vector<std::string_view> names;
  for (const auto& row : habit_rows()) {
    CAPTURE(row.name);
    CHECK(row.quirk <= 15);
    CHECK_FALSE(row.text.empty());
    names.push_back(row.name);
  }
  std::ranges::sort(names);
  CHECK(std::ranges::adjacent_find(names) == names.end());
  for (unsigned quirk = 1; quirk <= 14; ++quirk) {
    if (quirk == 12) continue; // a port node whose number changes: the serving side's
    CAPTURE(quirk);
    CHECK(std::ranges::find(habit_rows(), quirk, &HabitRow::quirk) != habit_rows().end());
  }
}

TEST_CASE("habits are set by name") {
  Habits habits;
  CHECK(set_habit(habits, "mute", "true"));
  CHECK(habits.mute);
  CHECK(set_habit(habits, "late_result", "1m30s"));
  CHECK(habits.late_result == 90s);
  CHECK(set_habit(habits, "phantom_rings", "3"));
  CHECK(habits.phantom_rings == 3);
  CHECK(set_habit(habits, "noise_before", "\x9e\xb5"));
  CHECK(habits.noise_before == "\x9e\xb5");
  CHECK(set_habit(habits, "refuses", "X4"));
  CHECK(set_habit(habits, "refuses", "Z"));
  CHECK(habits.refuses == std::vector<std::string>{"X4", "Z"});
  CHECK(set_habit(habits, "line_ends", "nul_for_lf"));
  CHECK(habits.line_ends == Habits::LineEnds::nul_for_lf);
  CHECK(set_habit(habits, "hang_up_reply", "ok_twice"));
  CHECK(habits.hang_up_reply == Habits::HangUpReply::ok_twice);
  CHECK(set_habit(habits, "numeric_form", "trailing_line_feed"));
  CHECK(habits.numeric_form == Habits::NumericForm::trailing_line_feed);
  CHECK(set_habit(habits, "return_reply", "connect_then_ok"));
  CHECK(habits.return_reply == Habits::ReturnReply::connect_then_ok);
}

TEST_CASE("a habit that cannot be set says what was expected") {
  Habits habits;
  CHECK(assign_habit(habits, "mute", "yes") == "true or false");
  CHECK(assign_habit(habits, "muted", "true") == "the name of a habit");
  CHECK(assign_habit(habits, "phantom_rings", "-1") == "a whole number from 0 to 1000");
  CHECK(assign_habit(habits, "swallows_lines", "-1") == "a whole number from 0 to 10000000");
  CHECK(assign_habit(habits, "late_result", "soon") == "a duration such as 1.5s, 300ms or 1m30s");
  CHECK(assign_habit(habits, "return_reply", "maybe") == "one of no_carrier, ok, error, connect_then_ok");
  CHECK_FALSE(set_habit(habits, "noise_before", std::string(5000, 'x')));
  CHECK_FALSE(habits.mute);
}

TEST_CASE("numbers that mean nothing are refused") {
  Habits habits;
  CHECK(assign_habit(habits, "port_rate", "7") ==
        "the rate of a serial port: 300,600,1200,2400,4800,9600,19200,38400,57600,115200,230400");
  for (const auto* wrong : {"0", "", "-1", "57600,", "115201", "57600 ", "\"\""}) {
    CAPTURE(wrong);
    CHECK(assign_habit(habits, "port_rate", wrong));
  }
  CHECK(assign_habit(habits, "ignores_x", "9") == "a whole number from 0 to 1");
  CHECK(assign_habit(habits, "command_characters", "0") == "a whole number from 1 to 4096");
  CHECK(assign_habit(habits, "command_characters", "4097"));
  CHECK(assign_habit(habits, "phantom_rings", "1001"));
  CHECK(assign_habit(habits, "incoming_rings", "0"));
  CHECK(assign_habit(habits, "blank_lines", "101"));
  CHECK(habits.port_rate == 115200);
  CHECK(habits.command_characters == 128);
  CHECK_FALSE(assign_habit(habits, "port_rate", "57600"));
  CHECK_FALSE(assign_habit(habits, "command_characters", "4096"));
  CHECK_FALSE(assign_habit(habits, "ignores_x", "1"));
}

TEST_CASE("a time in a text has a unit") {
  Habits habits;
  CHECK(assign_habit(habits, "late_result", "1500") == "a duration such as 1.5s, 300ms or 1m30s");
  CHECK(assign_habit(habits, "late_result", "1.5"));
  CHECK_FALSE(assign_habit(habits, "late_result", "0"));
  CHECK(habits.late_result == 0s);
}

TEST_CASE("quirk 1: echo") {
  SECTION("byte by byte, and everything else too") {
    Habits habits;
    habits.byte_interval = 10ms;
    Conversation modem{habits};
    modem.hears("AT\r").says("A").after(0s);
    modem.says("T").after(10ms);
    modem.says("\r\r\nOK\r\n").after(80ms);
  }
  SECTION("late, together with the result") {
    Habits habits;
    habits.late_echo = true;
    habits.result_delay = 2s;
    Conversation modem{habits};
    modem.hears("ATX4\r").is_silent_for(1s);
    modem.says("ATX4\r\r\nOK\r\n").after(2s);
  }
  SECTION("late, with the result of a dial") {
    Habits habits;
    habits.late_echo = true;
    Conversation modem{habits};
    modem.hears("ATDT5550176\r").says("ATDT5550176\r\r\nBUSY\r\n").after(digits_out + 5s);
  }
  SECTION("late, and no result at all") {
    Habits habits;
    habits.late_echo = true;
    Conversation modem{habits};
    modem.hears("ATQ1\r").says("ATQ1\r");
  }
  SECTION("of the byte that aborts a dial") {
    Habits habits;
    habits.echoes_abort = true;
    Conversation modem{habits};
    modem.hears("ATDT5550178\r").says("ATDT5550178\r");
    modem.wait(5s);
    modem.hears("x").says("x\r\nNO CARRIER\r\n");
  }
  SECTION("none") { modem_with({{"echo", "false"}}).answers("AT", ok); }
  SECTION("that cannot be switched off") {
    Habits habits;
    habits.ignores_echo_off = true;
    Conversation modem{habits};
    modem.hears("ATE0\r").says("ATE0\r\r\nOK\r\n");
    modem.hears("AT\r").says("AT\r\r\nOK\r\n");
  }
}

TEST_CASE("quirk 2: line ends and letters") {
  modem_with({{"line_ends", "cr_only"}}).answers("AT", "\rOK\r");
  modem_with({{"line_ends", "lf_only"}}).answers("ATS7?", "\n050\n\nOK\n");
  modem_with({{"lower_case", "true"}}).answers("AT", "\r\nok\r\n");
  modem_with({{"unterminated", "true"}}).answers("AT", "\r\nOK");
}

TEST_CASE("quirk 3: numbers") {
  modem_with({{"verbose", "false"}}).answers("AT", "0\r");
  modem_with({{"verbose", "false"}}).answers("AT&F", "0\r");
  modem_with({{"verbose", "false"}, {"ignores_v", "true"}}).answers("ATV1", "0\r");
  modem_with({{"numeric_form", "three_digits"}}).answers("ATV0", "\r\n000\r\n");
  Conversation glued{Habits{}};
  glued.hears("ATV0\r").says("ATV0\r0\r");
}

TEST_CASE("quirk 3: data glued behind CONNECT") {
  Exchange exchange;
  exchange.other.greeting = "login: ";
  Habits habits = Conversation::quiet_echo();
  habits.greeting_glued = true;
  Conversation modem{habits, exchange};
  modem.hears("ATX0DT1\r").says("\r\nCONNECT\r\nlogin: ").after(2s + 190ms + 17s);
}

TEST_CASE("quirk 4: two finals, or none") {
  SECTION("OK twice") { modem_with({{"final_twice", "true"}}).answers("ATZ", "\r\nOK\r\n\r\nOK\r\n"); }
  SECTION("CONNECT, then OK") {
    Conversation modem = modem_with({{"ok_after_connect", "true"}});
    modem.hears("ATX1DT5550100\r").says(connect_lines);
    modem.mark();
    modem.says(ok).after(40ms);
  }
  SECTION("NO CARRIER, then OK") {
    Conversation modem = modem_with({{"ok_after_no_carrier", "true"}, {"reply_gap", "55ms"}});
    modem.hears("ATDT5550179\r").says(no_carrier);
    modem.mark();
    modem.says(ok).after(55ms);
  }
  SECTION("NO CARRIER, then HANGUP") {
    Conversation modem = modem_with({{"hangup_line", "true"}});
    modem.hears("ATDT5550179\r").says(no_carrier);
    modem.mark();
    modem.says("\r\nHANGUP\r\n").after(1400ms);
  }
  SECTION("none, and the command is obeyed") {
    Conversation modem = modem_with({{"unanswered", "s7 = 60"}, {"unanswered", "S7?"}});
    modem.hears("ATS7=60\r").is_silent_for(5s);
    modem.hears("ats7?\r").says("\r\n060\r\n");
    modem.is_silent_for(5s);
    modem.answers("AT", ok);
  }
}

TEST_CASE("quirk 5: unsolicited lines") {
  SECTION("RING in a half-typed command") {
    Habits habits;
    habits.ring_in_command = true;
    Conversation modem{habits};
    modem.hears("ATX4\r").says("AT\r\nRING\r\nX4\r\r\nOK\r\n");
  }
  SECTION("OK when DTR drops") {
    Conversation modem = modem_with({{"ok_when_dtr_drops", "true"}});
    modem.dtr(false);
    modem.says(ok);
    modem.dtr(true);
    modem.connects("5550100");
    modem.dtr(false);
    modem.says(ok);
    modem.is_silent_for(5s);
  }
  SECTION("RING behind NO CARRIER") {
    Conversation modem = modem_with({{"ring_glued", "true"}});
    modem.hears("ATDT5550179\r").says("\r\nNO CARRIER\r\n\r\nRING\r\n");
  }
  SECTION("a caller ID block of nine lines") {
    Conversation modem = modem_with({{"caller_id", "true"}});
    modem.rings(2);
    const std::string block(modem.listen(0s));
    CHECK(std::ranges::count(block, '\n') == 2 * 9);
    CHECK_THAT(block, StartsWith("\r\nRING\r\n\r\nDATE = ") && ContainsSubstring("\r\nNMBR = 5550100\r\n"));
    modem.says("\r\nRING\r\n").after(6s);
  }
  SECTION("a line while the digits go out") {
    Conversation modem = modem_with({{"said_while_dialling", "DTMF 5"}});
    modem.hears("ATDT5550176\r").says("\r\nDTMF 5\r\n").after(1s);
    modem.says(busy).after(digits_out + 5s);
  }
  SECTION("somebody calls") {
    Conversation modem = modem_with({{"rings_after", "3s"}, {"incoming_rings", "2"}});
    modem.hears("AT\r").says(ok);
    modem.says("\r\nRING\r\n").after(3s);
    modem.says("\r\nRING\r\n").after(9s);
    modem.is_silent_for(60s);
  }
  SECTION("a reply that is overtaken") {
    Conversation modem = modem_with({{"slow_command", "I3"}, {"slow_reply", "1s"}});
    modem.hears("ATI3\r").is_silent_for(100ms);
    modem.answers("ATX4", ok);
    modem.says("\r\ndialbench emulated modem\r\nNo telephone line is attached\r\n\r\nOK\r\n");
  }
  SECTION("RINGING") {
    Conversation modem = modem_with({{"reports_ringing", "true"}});
    modem.answers("ATX7S7=10", ok);
    modem.hears("ATDT5550178\r").says("\r\nRINGING\r\n").after(digits_out + 2s);
    modem.says("\r\nRINGING\r\n").after(digits_out + 8s);
    modem.says("\r\nNO ANSWER\r\n").after(digits_out + 10s);
    modem.hears("ATX0DT5550178\r").says(no_carrier);
  }
  SECTION("a result that comes when nobody waits for it any more") {
    Conversation modem = modem_with({{"late_result", "10s"}});
    modem.hears("ATDT5550176\r").is_silent_for(12s);
    modem.answers("\rAT", ok);
    modem.mark();
    modem.says(busy).after(digits_out + 15s - 12200ms);
  }
  SECTION("CONNECT late") {
    Conversation modem = modem_with({{"late_result", "10s"}});
    modem.hears("ATX4DT5550100\r").says(connect_lines).after(digits_out + 22s);
  }
}

TEST_CASE("quirk 6: rings and calls that are none") {
  SECTION("RING goes on when the caller has left") {
    Conversation modem = modem_with({{"phantom_rings", "2"}});
    modem.rings(1);
    modem.says("\r\nRING\r\n\r\nRING\r\n\r\nRING\r\n").after(12s);
    modem.hears("ATA\r").says(no_carrier).after(50s);
  }
  SECTION("CONNECT and NO CARRIER within 2 ms") {
    Conversation modem = modem_with({{"answer_drops", "true"}});
    modem.rings(3);
    modem.says("\r\nRING\r\n");
    modem.hears("ATX1A\r").says(connect_lines);
    modem.mark();
    modem.says(no_carrier).after(2ms);
  }
}

TEST_CASE("quirk 7: the first command after a failed dial is swallowed, OK all the same") {
  Conversation modem = modem_with({{"first_ok_after_failure_lies", "true"}});
  modem.hears("ATDT5550176\r").says(busy);
  modem.answers("ATS7=60", ok);
  modem.answers("ATS7?", "\r\n050\r\n\r\nOK\r\n");
}

TEST_CASE("quirk 8: what stands around CONNECT") {
  struct Row {
    Setting habit;
    const char* said;
  };
  const auto row = GENERATE(values<Row>(
      {{{"connect_lines", "false"}, "\r\nCONNECT 33600\r\n"},
       {{"connect_error_lines", "true"},
        "\r\nCARRIER 33600\r\n\r\nPROTOCOL: ERROR-CONTROL/LAPB\r\n\r\nCOMPRESSION: "
        "V.42BIS\r\n\r\nCONNECT 33600\r\n"},
       {{"modulation_lines", "true"},
        "\r\nModulation: V.34\r\n\r\nProtocol: LAPM\r\n\r\nCompression: V.42BIS\r\n\r\nCONNECT 33600\r\n"},
       {{"connect_without_rate", "true"},
        "\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: V.42BIS\r\n\r\nCONNECT\r\n"},
       {{"connect_rate_said", "57600"},
        "\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: V.42BIS\r\n\r\nCONNECT 57600\r\n"}}));
  CAPTURE(row.habit.name);
  Conversation modem = modem_with({row.habit});
  modem.hears("ATDT5550100\r").says(row.said);
  modem.is_silent_for(5s);
  CHECK(modem.dcd());
}

TEST_CASE("quirk 8: advice behind CONNECT, CARRIER for ATO") {
  Conversation modem = modem_with({{"advice_after_connect", "Press any key"}, {"carrier_on_return", "true"}});
  modem.connects("5550100");
  modem.says("\r\nPress any key\r\n");
  modem.wait(2s);
  modem.hears("+++").says(ok);
  modem.hears("ATO\r").says("\r\nCARRIER 33600\r\n");
  modem.hears("AT\r").is_silent_for(5s);
}

TEST_CASE("quirk 9: noise") {
  SECTION("before a dial result") {
    Conversation modem = modem_with({{"noise_before", "\x9e\xb5"}});
    modem.answers("AT", ok);
    modem.hears("ATDT5550179\r").says("\x9e\xb5\r\nNO CARRIER\r\n");
  }
  SECTION("a stream of U behind a false CONNECT") {
    Conversation modem = modem_with({{"false_connect", "true"}, {"connect_lines", "false"}});
    modem.hears("ATDT5550176\r").says("\r\nCONNECT 33600\r\nUUUUUUUU");
    CHECK(modem.listen(1s).size() > 10'000);
    modem.dtr(false);
    CHECK_THAT(modem.listen(1s), ContainsSubstring("NO CARRIER"));
    modem.answers("AT", ok);
  }
  SECTION("a flood without line ends") {
    Conversation modem = modem_with({{"flood", "true"}});
    modem.hears("AT\r");
    const std::string said = modem.listen(10s);
    CHECK(said.size() > 100'000);
    CHECK(said.find_first_of("\r\n") == std::string::npos);
    modem.hears("AT\r");
    CHECK(modem.listen(1s).find('\r') == std::string::npos);
  }
}

TEST_CASE("quirk 10: a modem that does not answer") {
  SECTION("not even by an echo") {
    Habits habits;
    habits.mute = true;
    Conversation modem{habits};
    modem.hears("AT\r").is_silent_for(60s);
    modem.hears("ATDT5550176\r").is_silent_for(60s);
    CHECK(modem.modem().dials() == 0);
  }
  SECTION("but by its echo") {
    Habits habits;
    habits.echo_only = true;
    Conversation modem{habits};
    modem.hears("AT\r").says("AT\r");
    modem.is_silent_for(60s);
  }
  SECTION("at first") {
    Conversation modem = modem_with({{"swallows_lines", "2"}});
    modem.hears("AT\r").is_silent_for(2s);
    modem.hears("AT\r").is_silent_for(2s);
    modem.answers("AT", ok);
  }
  SECTION("whatever DTR does") {
    Conversation modem = modem_with({{"ignores_dtr", "true"}});
    modem.hears("ATDT5550192\r").is_silent_for(10s);
    modem.dtr(false);
    modem.dtr(true);
    modem.hears("AT\r").is_silent_for(10s);
  }
}

TEST_CASE("quirk 11: S7 and X are ignored") {
  SECTION("S7") {
    Conversation modem = modem_with({{"ignores_s7", "true"}});
    modem.hears("ATS7=5DT5550178\r").says("\r\nNO ANSWER\r\n").after(digits_out + 45s);
  }
  SECTION("S7, for longer") {
    Conversation modem = modem_with({{"ignores_s7", "true"}, {"fixed_wait", "10m"}});
    modem.hears("ATS7=5DT5550104\r").says(no_carrier).after(digits_out + 10min);
  }
  SECTION("X") {
    Conversation modem = modem_with({{"ignores_x", "1"}});
    modem.hears("ATX1DT5550176\r").says(busy).after(digits_out + 1s + 5s);
  }
}

TEST_CASE("quirk 13: an echo without end") {
  Conversation modem = modem_with({{"echo_for_ever", "true"}});
  modem.hears("AT\r").says("AT\rAT\rAT\r");
  CHECK(modem.listen(10s).size() > 100'000);
}

TEST_CASE("quirk 14: what answers ATH in a call") {
  struct Row {
    const char* form;
    const char* at_once;
    const char* later;
    const char* idle;
  };
  const auto row = GENERATE(values<Row>({{"ok", ok, "", ok},
                                         {"no_carrier_only", no_carrier, "", ok},
                                         {"no_carrier_then_ok", no_carrier, ok, ok},
                                         {"ok_then_no_carrier", ok, no_carrier, ok},
                                         {"error", "\r\nERROR\r\n", "", "\r\nERROR\r\n"},
                                         {"ok_twice", "\r\nOK\r\n\r\nOK\r\n", "", "\r\nOK\r\n\r\nOK\r\n"}}));
  CAPTURE(row.form);
  Conversation modem = modem_with({{"hang_up_reply", row.form}});
  modem.answers("ATH", row.idle);
  modem.connects("5550100");
  modem.wait(2s);
  modem.hears("+++").says(ok);
  modem.hears("ATH\r").says(row.at_once).after(0s);
  CHECK_FALSE(modem.dcd());
  modem.says(row.later).after(*row.later == '\0' ? 0ms : 40ms);
  modem.is_silent_for(5s);
}

TEST_CASE("quirk 14: what answers ATO without a call") {
  modem_with({}).answers("ATO", no_carrier);
  modem_with({{"return_reply", "ok"}}).answers("ATO", ok);
  modem_with({{"return_reply", "error"}}).answers("ATO", "\r\nERROR\r\n");
  modem_with({{"return_reply", "connect_then_ok"}}).answers("ATO", "\r\nCONNECT\r\n\r\nOK\r\n");
}

TEST_CASE("quirk 14: OK for the byte that aborts a dial") {
  Conversation modem = modem_with({{"abort_says_ok", "true"}});
  modem.hears("ATDT5550178\r");
  modem.wait(5s);
  modem.hears("\r").says(ok);
  modem.is_silent_for(60s);
}

TEST_CASE("quirk 2: empty lines behind information text") {
  modem_with({{"blank_lines", "2"}}).answers("ATS7?", "\r\n050\r\n\r\n\r\n\r\nOK\r\n");
}

TEST_CASE("quirk 3: another maker's words and numbers") {
  modem_with({{"dialect", "usr"}, {"verbose", "false"}}).hears("ATX7DT5550178\r").says("11\r");
  Habits habits;
  CHECK_THAT(*assign_habit(habits, "dialect", "acme"), StartsWith("one of v250, hayes, conexant"));
  CHECK(habits.dialect == nullptr);
}

TEST_CASE("quirk 4: OK twice for Z alone, none for ATO") {
  Conversation modem = modem_with({{"z_answers_twice", "true"}, {"unanswered", "O"}});
  modem.answers("ATZ", "\r\nOK\r\n\r\nOK\r\n");
  modem.answers("AT", ok);
  modem.answers("ATO", "");
  modem.connects("5550101");
  modem.says("\r\nlogin: ");
  modem.wait(2s);
  modem.hears("+++").says("+++\r\nOK\r\n");
  modem.answers("ATO", "");
  modem.hears("x").says("x");
}

TEST_CASE("quirk 4: a command that comes too soon behind a result is lost") {
  Conversation modem = modem_with({{"command_gap", "100ms"}});
  modem.hears("AT\r").says(ok);
  modem.wait(99ms);
  modem.hears("AT\r").is_silent_for(1s);
  modem.hears("AT\r").says(ok);
  modem.wait(100ms);
  modem.hears("AT\r").says(ok);
}

TEST_CASE("quirk 8: the rate of a port under W0") {
  Conversation modem = modem_with({{"port_rate", "57600"}});
  modem.hears("ATW0DT5550100\r").says("\r\nCONNECT 57600\r\n");
}

TEST_CASE("quirk 15: ATH takes as long as data are under way") {
  Conversation modem = modem_with({{"data_on_their_way", "4s"}});
  modem.connects("5550100");
  modem.wait(2s);
  modem.hears("+++").says(ok);
  modem.hears("ATH\r").says(ok).after(4s);
}

TEST_CASE("habits that are no quirk") {
  SECTION("a command line of its own length") {
    Conversation modem = modem_with({{"command_characters", "40"}});
    modem.answers("AT" + std::string(40, ' '), ok);
    modem.answers("AT" + std::string(41, ' '), "\r\nERROR\r\n");
  }
  SECTION("commands that are refused, however they are spelled") {
    Conversation modem = modem_with({{"refuses", "E0Q0V1X4"}});
    modem.answers("ATE0Q0V1X4", "\r\nERROR\r\n");
    modem.answers("at e0 q0 v1 x4", "\r\nERROR\r\n");
    modem.answers("ATE0", ok);
  }
  SECTION("another name") {
    modem_with({{"identification", "ACME 56"}}).answers("AT+GMM", "\r\nACME 56\r\n\r\nOK\r\n");
  }
  SECTION("a result that takes its time") {
    Conversation modem = modem_with({{"result_delay", "300ms"}});
    modem.hears("AT\r").says(ok).after(300ms);
  }
  SECTION("Z takes the rest of the line with it") {
    Conversation modem = modem_with({{"z_ends_line", "true"}});
    modem.answers("ATZS7=60X9", ok);
    modem.answers("ATS7?", "\r\n050\r\n\r\nOK\r\n");
  }
}
