// Whole verdicts, word for word: the words are the product.
#include "harness/diagnosis/verdict.hpp"
#include "tests/catch.hpp"
#include "tests/diagnosis/shown.hpp"
#include "tests/diagnosis/situations.hpp"

#include <algorithm>

using namespace dialbench;
using namespace dialbench::tests;
using at::Meaning;
using diagnosis::Likelihood;

namespace {

diagnosis::Verdict verdict_of(const Call& call) { return diagnosis::diagnose(call.outcome()); }

std::string golden(const Call& call) { return '\n' + shown(verdict_of(call)); }

Call bad_script() {
  auto call = a_call().never_dialled().ends(evidence::Ending::script_fault);
  call.e.commands.clear();
  call.e.fault_text = "call.toml:3:7: there is no step of the name 'dail'";
  return call;
}

Call good_call() {
  auto call = a_call().lines(false, true, true).uart(2).connects(14s);
  call.e.link.dce_transmit = call.e.link.dce_receive = 33600;
  call.e.link.modulation = "V34";
  call.e.link.error_control = "LAPM";
  call.e.link.compression = "V42BIS";
  return call;
}

} // namespace

TEST_CASE("676: busy at once is the near exchange") {
  CHECK(golden(a_call().to("95551234").then("BUSY", Meaning::busy, 1s)) == R"(
676 ERROR_LINE_BUSY, busy, certain
Busy, sooner than the network can have routed the call.
- 1.0 s after the last digit (about). [time of the result; dialling is estimated]
- This port carries no DCD, DSR or CTS.
- Hung up, and proven. [DCD went off, or AT was answered]
likely 676.prefix
  for BUSY came 1.0 s after the last digit (about): a PBX gives its tone that soon.
  for 95551234 begins with 9 and has no pause behind it.
  check Put the prefix and a pause in front: dialbench dial -p /dev/ttyS0 --prefix 9, 5551234
likely 676.reorder
  for BUSY came 1.0 s after the last digit (about): the near exchange gave it.
  check Dial the same digits with a handset on this jack and listen: two beeps a second are congestion or a wrong number, one is busy.
possible 676.own_number
  for BUSY came 1.0 s after the last digit (about): the own exchange knows the number.
  check Dial this number from another telephone: if the modem's line rings, the number is its own.
)");
}

TEST_CASE("676: busy after routing is a busy number") {
  CHECK(golden(a_call().then("BUSY", Meaning::busy, 8s)) == R"(
676 ERROR_LINE_BUSY, busy, certain
The number, or the way to it, is busy.
- 8.0 s after the last digit (about). [time of the result; dialling is estimated]
- This port carries no DCD, DSR or CTS.
- Hung up, and proven. [DCD went off, or AT was answered]
likely 676.busy
  for BUSY came 8.0 s after the last digit (about): the network had time to route the call.
  check Wait a minute, then dial once more: dialbench dial -p /dev/ttyS0 5550179
possible 676.reorder
  check Dial the same digits with a handset on this jack and listen: two beeps a second are congestion or a wrong number, one is busy.
possible 676.own_number
  against BUSY came 8.0 s after the last digit (about): the own exchange is faster.
  check Dial this number from another telephone: if the modem's line rings, the number is its own.
)");
}

TEST_CASE("678: it rang until S7") {
  CHECK(golden(a_call().ringing(8).then("NO ANSWER", Meaning::no_answer, 50s)) == R"(
678 ERROR_NO_ANSWER, no_answer, certain
It rang until the end, and nobody answered.
- 50.0 s after the last digit (about): S7 (50 s) ended the call. [time of the result; dialling is estimated]
- 8 rings, the last 6.0 s before the end. [RINGING lines]
- S7 is 50 s. [ATS7?]
- X4: busy lines and missing dial tones are reported. [accepted set-up]
- This port carries no DCD, DSR or CTS.
- Hung up, and proven. [DCD went off, or AT was answered]
likely 678.nobody
  for It rang until the end: 8 rings, the last one 6.0 s before.
  for The modem says NO ANSWER, as most do only when it rings to the end.
  check Call the number from a handset; where it rings on, have the far modem's power, line and auto-answer (S0) looked at.
possible 678.wrong_number
  for It rang: some line is there.
  check Compare the number digit by digit, then dial it from a handset and ask who is there.
possible 678.answer_service
  for It rang and was not answered.
  check Ask the far side to restart what answers there, then dial again: dialbench dial -p /dev/ttyS0 5550179
also Windows shows 678 for this; NT 4.0 before Service Pack 6 showed 676.
)");
}

TEST_CASE("678: a limit of ours, and a modem that is alive") {
  CHECK(golden(a_call().our_timer(20s, evidence::AfterTimer::at_answers, true)) == R"(
678 ERROR_NO_ANSWER, no_answer
Our limit ended the call before the modem said anything.
or 679: our limit cut the modem's own word off; a carrier may have been on its way
- Our timer ended the call 20.0 s after the last digit (about). [our timer]
- After our abort the modem answered AT. [abort with CR, then AT]
- The limit that was set (23.0 s) is shorter than dialling and S7 need; the modem's own word may have been cut off. [--dial-timeout, or TIMEOUT of a chat script]
- No ringing was reported; many modems never report it. [lines of the modem]
- S7 is 50 s. [ATS7?]
- X4: busy lines and missing dial tones are reported. [accepted set-up]
- This port carries no DCD, DSR or CTS.
- Hung up, and proven. [DCD went off, or AT was answered]
likely 678.deadline_short
  for A limit shorter than dialling and S7 need ended the call.
  check Give it all the time it needs: dialbench dial -p /dev/ttyS0 --dial-timeout 120s 5550179
possible 678.nobody
  for The modem is alive and had nothing to report.
  check Call the number from a handset; where it rings on, have the far modem's power, line and auto-answer (S0) looked at.
possible 678.pulse_line
  for Tones were dialled, and no ringing was reported.
  check Dial with pulses: dialbench dial -p /dev/ttyS0 --pulse 5550179
also Windows shows 678 for this; NT 4.0 before Service Pack 6 showed 676.
)");
}

TEST_CASE("679: at S7 and X0 much may be hidden") {
  CHECK(golden(a_call().x(0).then("NO CARRIER", Meaning::no_carrier, 50s)) == R"(
679 ERROR_NO_CARRIER, no_carrier
No carrier was heard until S7 (50 s) was over.
or 678: as likely: no ringing was reported, and without an answer it ends with S7 as well
or 676: at X0 the modem does not report a busy line
or 680: at X0 the modem dials without listening for a dial tone
- 50.0 s after the last digit (about): S7 (50 s) ended the call. [time of the result; dialling is estimated]
- No ringing was reported; many modems never report it. [lines of the modem]
- S7 is 50 s. [ATS7?]
- X0: neither a busy line nor a missing dial tone is reported. [accepted set-up]
- This port carries no DCD, DSR or CTS.
- Hung up, and proven. [DCD went off, or AT was answered]
likely 679.hidden_word
  for At X0 the modem reports neither a busy line nor a missing dial tone.
  check Let the modem say more: dialbench dial -p /dev/ttyS0 --init ATX4 5550179
possible 679.no_modem
  for No carrier was heard until S7 (50 s).
  check Dial the number from a handset and listen: a modem answers with a steady high tone.
possible 679.nobody
  for No carrier was heard until S7 (50 s).
  check Call the number from a handset; where it rings on, have the far modem's power, line and auto-answer (S0) looked at.
also Windows shows 679 for this; NT 4.0 before Service Pack 6 showed 676.
)");
}

TEST_CASE("679: at S7 and X1") {
  CHECK(golden(a_call().x(1).then("NO CARRIER", Meaning::no_carrier, 50s)) == R"(
679 ERROR_NO_CARRIER, no_carrier
No carrier was heard until S7 (50 s) was over.
or 678: as likely: no ringing was reported, and without an answer it ends with S7 as well
or 676: at X1 the modem does not report a busy line
or 680: at X1 the modem dials without listening for a dial tone
- 50.0 s after the last digit (about): S7 (50 s) ended the call. [time of the result; dialling is estimated]
- No ringing was reported; many modems never report it. [lines of the modem]
- S7 is 50 s. [ATS7?]
- X1: neither a busy line nor a missing dial tone is reported. [accepted set-up]
- This port carries no DCD, DSR or CTS.
- Hung up, and proven. [DCD went off, or AT was answered]
likely 679.hidden_word
  for At X1 the modem reports neither a busy line nor a missing dial tone.
  check Let the modem say more: dialbench dial -p /dev/ttyS0 --init ATX4 5550179
possible 679.no_modem
  for No carrier was heard until S7 (50 s).
  check Dial the number from a handset and listen: a modem answers with a steady high tone.
possible 679.nobody
  for No carrier was heard until S7 (50 s).
  check Call the number from a handset; where it rings on, have the far modem's power, line and auto-answer (S0) looked at.
also Windows shows 679 for this; NT 4.0 before Service Pack 6 showed 676.
)");
}

TEST_CASE("679: at S7 and X2 a busy line is hidden") {
  CHECK(golden(a_call().x(2).then("NO CARRIER", Meaning::no_carrier, 50s)) == R"(
679 ERROR_NO_CARRIER, no_carrier
No carrier was heard until S7 (50 s) was over.
or 678: as likely: no ringing was reported, and without an answer it ends with S7 as well
or 676: at X2 the modem does not report a busy line
- 50.0 s after the last digit (about): S7 (50 s) ended the call. [time of the result; dialling is estimated]
- No ringing was reported; many modems never report it. [lines of the modem]
- S7 is 50 s. [ATS7?]
- X2: a busy line is not reported. [accepted set-up]
- This port carries no DCD, DSR or CTS.
- Hung up, and proven. [DCD went off, or AT was answered]
likely 679.hidden_word
  for At X2 the modem does not report a busy line.
  check Let the modem say more: dialbench dial -p /dev/ttyS0 --init ATX4 5550179
possible 679.no_modem
  for No carrier was heard until S7 (50 s).
  check Dial the number from a handset and listen: a modem answers with a steady high tone.
possible 679.nobody
  for No carrier was heard until S7 (50 s).
  check Call the number from a handset; where it rings on, have the far modem's power, line and auto-answer (S0) looked at.
also Windows shows 679 for this; NT 4.0 before Service Pack 6 showed 676.
)");
}

TEST_CASE("679: at S7 and X3 a dead line is hidden") {
  CHECK(golden(a_call().x(3).then("NO CARRIER", Meaning::no_carrier, 50s)) == R"(
679 ERROR_NO_CARRIER, no_carrier
No carrier was heard until S7 (50 s) was over.
or 678: as likely: no ringing was reported, and without an answer it ends with S7 as well
or 680: at X3 the modem dials without listening for a dial tone
- 50.0 s after the last digit (about): S7 (50 s) ended the call. [time of the result; dialling is estimated]
- No ringing was reported; many modems never report it. [lines of the modem]
- S7 is 50 s. [ATS7?]
- X3: dials without listening for a dial tone. [accepted set-up]
- This port carries no DCD, DSR or CTS.
- Hung up, and proven. [DCD went off, or AT was answered]
likely 679.hidden_word
  for At X3 the modem dials without listening for a dial tone.
  check Let the modem say more: dialbench dial -p /dev/ttyS0 --init ATX4 5550179
possible 679.no_modem
  for No carrier was heard until S7 (50 s).
  check Dial the number from a handset and listen: a modem answers with a steady high tone.
possible 679.nobody
  for No carrier was heard until S7 (50 s).
  check Call the number from a handset; where it rings on, have the far modem's power, line and auto-answer (S0) looked at.
also Windows shows 679 for this; NT 4.0 before Service Pack 6 showed 676.
)");
}

TEST_CASE("679: at S7 and X4 it is nobody or no modem") {
  CHECK(golden(a_call().x(4).then("NO CARRIER", Meaning::no_carrier, 50s)) == R"(
679 ERROR_NO_CARRIER, no_carrier
No carrier was heard until S7 (50 s) was over.
or 678: as likely: no ringing was reported, and without an answer it ends with S7 as well
- 50.0 s after the last digit (about): S7 (50 s) ended the call. [time of the result; dialling is estimated]
- No ringing was reported; many modems never report it. [lines of the modem]
- S7 is 50 s. [ATS7?]
- X4: busy lines and missing dial tones are reported. [accepted set-up]
- This port carries no DCD, DSR or CTS.
- Hung up, and proven. [DCD went off, or AT was answered]
possible 679.no_modem
  for No carrier was heard until S7 (50 s).
  check Dial the number from a handset and listen: a modem answers with a steady high tone.
possible 679.nobody
  for No carrier was heard until S7 (50 s).
  check Call the number from a handset; where it rings on, have the far modem's power, line and auto-answer (S0) looked at.
possible 679.modulation
  check Keep to an older mode (the modem keeps +MS=V32B,0 until ATZ): dialbench dial -p /dev/ttyS0 --init AT+MS=V32B,0 5550179
also Windows shows 679 for this; NT 4.0 before Service Pack 6 showed 676.
)");
}

TEST_CASE("679: long before S7 the modems did not agree") {
  CHECK(golden(a_call().emulated().then("NO CARRIER", Meaning::no_carrier, 12500ms)) == R"(
679 ERROR_NO_CARRIER, no_carrier
The call ended without a carrier, before S7 (50 s) was over.
or 678: less likely: an unanswered call mostly lasts until S7
- 12.5 s after the last digit (about): S7 (50 s) had not ended the call. [time of the result; dialling is estimated]
- No ringing was reported; many modems never report it. [lines of the modem]
- S7 is 50 s. [ATS7?]
- X4: busy lines and missing dial tones are reported. [accepted set-up]
- A pty carries no DCD.
- Hung up, and proven. [DCD went off, or AT was answered]
likely 679.training
  for 12.5 s after the last digit (about): the call ended before S7 (50 s).
  check Call at 2400 bit/s; if that connects, the path is at fault: dialbench dial --init AT+MS=V22B,0 5550179
possible 679.modulation
  for 12.5 s after the last digit (about): the call ended before S7 (50 s).
  check Keep to an older mode: dialbench dial --init AT+MS=V32B,0 5550179
possible 679.no_modem
  check Dial the number from a handset and listen: a modem answers with a steady high tone.
also Windows shows 679 for this; NT 4.0 before Service Pack 6 showed 676.
)");
}

TEST_CASE("679: at once it is no event of the line") {
  CHECK(golden(a_call().then("NO CARRIER", Meaning::no_carrier, 500ms)) == R"(
679 ERROR_NO_CARRIER, no_carrier
The modem gave up within a second of the last digit.
or 678: not sure: so fast an end is hardly an event of the line at all
- 0.5 s after the last digit (about): no event of the telephone line is as fast. [time of the result; dialling is estimated]
- No ringing was reported; many modems never report it. [lines of the modem]
- S7 is 50 s. [ATS7?]
- X4: busy lines and missing dial tones are reported. [accepted set-up]
- This port carries no DCD, DSR or CTS.
- Hung up, and proven. [DCD went off, or AT was answered]
likely 679.aborted
  for No event of the telephone line is as fast.
  check See that no other program writes to this port, then dial once more: dialbench ports
possible 679.refused
  for A modem that refuses a number says so at once.
  check Switch the modem off and on, wait ten minutes, then dial once: dialbench dial -p /dev/ttyS0 5550179
also Windows shows 679 for this; NT 4.0 before Service Pack 6 showed 676.
)");
}

TEST_CASE("680: too fast to have listened") {
  CHECK(golden(a_call().then("NO DIALTONE", Meaning::no_dialtone, -2500ms)) == R"(
680 ERROR_NO_DIALTONE, no_dialtone, certain
The modem refused at once: it cannot have listened for a dial tone.
- 0.5 s after the dial command. [time of the result]
- X4: busy lines and missing dial tones are reported. [accepted set-up]
- This port carries no DCD, DSR or CTS.
- Hung up, and proven. [DCD went off, or AT was answered]
likely 680.line_dead
  for It came 0.5 s after the dial command, too fast to have listened: no current flows.
  check Lift a handset on the same cord and jack; silence for ten seconds: check LINE against PHONE, then change cord and jack.
possible 680.off_hook
  for It came 0.5 s after the dial command: some modems see a taken line at once.
  check Hang up and unplug every other phone, fax and alarm panel on this line, then dial again: dialbench dial -p /dev/ttyS0 5550179
possible 680.not_awake
  for It came 0.5 s after the dial command, too fast to have listened.
  check Wait ten seconds after power-up, then dial again: dialbench dial -p /dev/ttyS0 5550179
also Windows shows 680 for this; NT 4.0 before Service Pack 6 showed 676.
)");
}

TEST_CASE("680: listened and heard nothing") {
  CHECK(golden(a_call().lines(false, true, true).then("NO DIAL TONE", Meaning::no_dialtone, -800ms)) == R"(
680 ERROR_NO_DIALTONE, no_dialtone, certain
The modem listened for 2.2 s and heard no dial tone that it knows.
- 2.2 s after the dial command. [time of the result]
- X4: busy lines and missing dial tones are reported. [accepted set-up]
- DCD off, DSR on, CTS on. [lines at the end]
- Hung up, and proven. [DCD went off, or AT was answered]
possible 680.line_dead
  for It listened for 2.2 s and gave up.
  check Lift a handset on the same cord and jack; silence for ten seconds: check LINE against PHONE, then change cord and jack.
possible 680.off_hook
  for It listened for 2.2 s and gave up.
  check Hang up and unplug every other phone, fax and alarm panel on this line, then dial again: dialbench dial -p /dev/ttyS0 5550179
possible 680.stutter_tone
  for It listened for 2.2 s and found no steady tone.
  check Lift a handset; if it beeps first, play the messages. Or wait for the steady tone: dialbench dial -p /dev/ttyS0 --init ATX3 --prefix ,,,W 5550179
also Windows shows 680 for this; NT 4.0 before Service Pack 6 showed 676.
)");
}

TEST_CASE("692: nothing comes back") {
  CHECK(golden(a_call().lines(false, false, false).no_reply()) == R"(
692 ERROR_PORT_OR_DEVICE, no_response
Nothing comes back from the port: no modem answers.
or 630: Windows 95 and 98 showed 630 for this, NT showed 692
- AT got no answer. [command and answer]
- DCD off, DSR off, CTS off. [lines at the end]
likely 692.modem_off
  for Nothing at all came back.
  for DSR is off: a modem that is on holds it on.
  check Look at its lamps; switch it off for ten seconds and on again, then: dialbench dial -p /dev/ttyS0 5550179
likely 692.cable
  for DSR is off.
  for CTS is off.
  for Nothing at all came back.
  check Push both plugs home and fasten the screws; try another straight modem cable, not a null-modem cable.
likely 692.flow_control
  for CTS is off.
  check Use a cable with RTS and CTS wired through; switch the modem off and on, then: dialbench dial -p /dev/ttyS0 5550179
)");
}

TEST_CASE("752: a fault of the script") {
  CHECK(golden(bad_script()) == R"(
752 ERROR_SCRIPT_SYNTAX, script_fault, certain
call.toml:3:7: there is no step of the name 'dail'.
possible 752.typo
  check Open the script at the line and column that the message names, and correct that word.
possible 752.other_kind
  check Give a chat script with --chat and a TOML script with --script: dialbench dial -p /dev/ttyS0 --chat FILE 5550179
possible 752.not_text
  check Look at the file in a text editor; fetch it anew where it is not readable.
)");
}

TEST_CASE("775: an emergency number") {
  CHECK(golden(a_call().to("911").refused(evidence::Refusal::emergency)) == R"(
775 ERROR_BLOCKED, refused_emergency, certain
Not dialled: this is an emergency number.
likely 775.emergency
  for The number is in the table of emergency numbers.
  check On a line simulator or your own PBX only, declare it with the option --line simulator.
)");
}

TEST_CASE("602: ModemManager has the port") {
  CHECK(golden(a_call()
                   .on("/dev/ttyACM0")
                   .port_fault(evidence::PortFault::in_use,
                               "ModemManager (pid 812) has /dev/ttyACM0 open. It tries every new modem for a "
                               "while after plug-in.")) == R"(
602 ERROR_PORT_ALREADY_OPEN, port_in_use
ModemManager (pid 812) has /dev/ttyACM0 open. It tries every new modem for a while after plug-in.
or 633: Windows shows either number for a port that is taken
likely 602.modem_manager
  for ModemManager (pid 812) has /dev/ttyACM0 open. It tries every new modem for a while after plug-in.
  check Wait half a minute and dial again; if it is still held: sudo systemctl stop ModemManager
unlikely 602.earlier_session
  against Another holder is named.
  check End the earlier dialler, or log out and in, then see whether the port is free: dialbench ports
)");
}

TEST_CASE("connected: what the modem said of the link") {
  CHECK(golden(good_call()) == R"(
0, connected, certain
Connected: 33600 bit/s, V34, error control LAPM, compression V42BIS.
- CONNECT 14.0 s after the last digit (about). [time of the result; dialling is estimated]
- DCD off, DSR on, CTS on. [lines at the end]
- Hung up, and proven. [DCD went off, or AT was answered]
also UART overruns (2): 710 ERROR_OVERRUN. Characters from the modem were lost; a lower --speed helps.
)");
}

TEST_CASE("every attempt has a verdict that can be shown") {
  for (const auto& attempt : situations()) {
    const auto verdict = diagnosis::diagnose(attempt);
    CAPTURE(shown(verdict));
    CHECK(verdict.outcome == attempt.outcome);
    CHECK(verdict.word == attempt.word);
    CHECK((verdict.code == 0) == verdict.symbol.empty());
    CHECK((verdict.code == 0) == verdict.causes.empty());
    CHECK(verdict.certain == verdict.alternatives.empty());
    CHECK(verdict.causes.size() <= 3);
    CHECK(std::ranges::is_sorted(verdict.causes, {}, &diagnosis::ProbableCause::likelihood));
    for (const auto& cause : verdict.causes) {
      CHECK_FALSE(cause.check.empty());
      CHECK_FALSE(cause.text.empty());
      CHECK(cause.check.find("PORT ") == std::string::npos);
    }
  }
}

TEST_CASE("likelihood is never a percentage") {
  for (const auto& attempt : situations())
    CHECK(shown(diagnosis::diagnose(attempt)).find('%') == std::string::npos);
}

TEST_CASE("the same attempt gives the same verdict") {
  for (const auto& attempt : situations()) {
    CHECK(shown(diagnosis::diagnose(attempt)) == shown(diagnosis::diagnose(attempt)));
  }
}

TEST_CASE("what a port advises in one command becomes the check, more than that is left to the report") {
  using evidence::PortFault;
  const auto one = verdict_of(a_call().port_fault(PortFault::in_use, "agetty (pid 7) has /dev/ttyS0 open.",
                                                  "sudo systemctl stop serial-getty@ttyS0.service"));
  REQUIRE_FALSE(one.causes.empty());
  CHECK(one.causes.front().check == "List the logins on serial ports, and stop the one of this port: "
                                    "sudo systemctl stop serial-getty@ttyS0.service");
  const auto more = verdict_of(a_call().port_fault(PortFault::denied, "/dev/ttyS0 belongs to root:dialout.",
                                                   "sudo usermod -aG dialout $USER\nnewgrp dialout"));
  REQUIRE_FALSE(more.causes.empty());
  CHECK(more.causes.front().check.find('\n') == std::string::npos);
}

TEST_CASE("advice of the port that is no command of its own is left to the report") {
  using evidence::PortFault;
  const auto missing = verdict_of(a_call().port_fault(PortFault::no_such_port, "There is no /dev/ttyS9.",
                                                      "Ports here now: /dev/ttyS0 (16550A)"));
  REQUIRE_FALSE(missing.causes.empty());
  CHECK(missing.causes.front().check == "Compare with the names that are there: dialbench ports");
  const auto device = verdict_of(
      a_call().port_fault(PortFault::not_a_serial_port, "/dev/null is no serial port.", "dialbench ports"));
  REQUIRE(device.causes.size() == 2);
  CHECK(device.causes.front().check == "Choose one of the ports that are there: dialbench ports");
  for (const auto& cause : device.causes) CHECK(cause.id != "636.other_modem");
}

TEST_CASE("692: AT is answered, and one command of ours is not") {
  const auto verdict = verdict_of(a_call().no_reply_to("X4"));
  CHECK(verdict.headline == "The modem answers, but not X4.");
  REQUIRE_FALSE(verdict.causes.empty());
  CHECK(verdict.causes.front().id == "692.no_at");
  for (const auto& cause : verdict.causes) {
    CHECK(cause.id != "692.loopback");
    CHECK(cause.id != "692.modem_off");
  }
  const auto known = verdict_of(a_call().no_reply_to("ATI11"));
  REQUIRE_FALSE(known.causes.empty());
  CHECK(known.causes.front().id == "692.one_command");
}

TEST_CASE("692: the set-up itself switched the answers off") {
  auto call = a_call().no_reply_from("ATE1Q1");
  call.e.echo_only = true;
  const auto verdict = verdict_of(call);
  CHECK(verdict.headline ==
        "No answer comes: a command that was sent has Q1, which tells a modem not to answer.");
  REQUIRE_FALSE(verdict.causes.empty());
  CHECK(verdict.causes.front().id == "692.quiet");
}

TEST_CASE("651: where the plain set-up is refused, it is not advised") {
  const auto verdict = verdict_of(a_call().setup_error("ATE0Q0V1X4"));
  REQUIRE_FALSE(verdict.causes.empty());
  CHECK(verdict.causes.front().id == "651.plain_setup");
  CHECK_THAT(verdict.causes.front().check, ContainsSubstring("--init AT 5550179"));
  for (const auto& cause : verdict.causes) CHECK(cause.id != "651.unknown_command");
}

TEST_CASE("680: a W behind nothing but pauses asks for the first tone") {
  const auto verdict =
      verdict_of(a_call().x(3).to(",,,W5550180").then("NO DIALTONE", at::Meaning::no_dialtone, 47s));
  CHECK(verdict.headline ==
        "The modem paused, listened for 42.0 s at most (W), and heard no dial tone that it knows.");
  REQUIRE_FALSE(verdict.causes.empty());
  CHECK(verdict.causes.front().id == "680.line_dead");
  for (const auto& cause : verdict.causes) CHECK(cause.id != "680.second_tone");
  // Behind a digit it is the second one, and at X4 the first was listened for anyway.
  for (const auto& call : {a_call().x(3).to("9,W5550180"), a_call().x(4).to(",,,W5550180")}) {
    auto ended = call;
    const auto second = verdict_of(ended.then("NO DIALTONE", at::Meaning::no_dialtone, 47s));
    REQUIRE_FALSE(second.causes.empty());
    CHECK(second.causes.front().id == "680.second_tone");
  }
}

TEST_CASE("749: a plus is told with what to dial in its place") {
  const auto verdict = verdict_of(a_call().to("+15550176").refused(evidence::Refusal::malformed));
  REQUIRE_FALSE(verdict.causes.empty());
  CHECK(verdict.causes.front().id == "749.plus");
  CHECK_THAT(verdict.causes.front().check, ContainsSubstring("011"));
}

TEST_CASE("633: rights that no group mends are not blamed on a group") {
  using evidence::PortFault;
  const auto verdict = verdict_of(a_call().port_fault(
      PortFault::denied, "/dev/ttyS0 belongs to root:tty (rw-------). Its group has no access either.",
      "sudo chmod o+rw /dev/ttyS0   # until it is plugged in again"));
  REQUIRE_FALSE(verdict.causes.empty());
  CHECK(verdict.causes.front().id == "633.rights");
  CHECK_THAT(verdict.causes.front().check, ContainsSubstring("then dial again: sudo chmod o+rw /dev/ttyS0"));
  for (const auto& cause : verdict.causes) CHECK(cause.id != "633.group");
}

TEST_CASE("615: behind the name of a pty stands a program") {
  const auto verdict = verdict_of(
      a_call().on("/tmp/modem").port_fault(evidence::PortFault::no_such_port, "There is no /tmp/modem."));
  REQUIRE_FALSE(verdict.causes.empty());
  CHECK(verdict.causes.front().id == "615.far_end_gone");
}

TEST_CASE("638: silence and other words point to different causes") {
  auto silent = a_call().never_dialled().ends(evidence::Ending::script_unmet);
  silent.e.came_while_expecting = 0;
  auto spoken = silent;
  spoken.e.came_while_expecting = 3;
  CHECK(verdict_of(silent).causes.front().id == "638.other_side_waits");
  CHECK(verdict_of(spoken).causes.front().id == "638.text_never_came");
}

TEST_CASE("an outcome without any evidence still has its code") {
  evidence::Outcome bare;
  bare.outcome = evidence::OutcomeClass::no_dialtone;
  const auto verdict = diagnosis::diagnose(bare);
  CHECK(verdict.code == 680);
  CHECK(verdict.symbol == "ERROR_NO_DIALTONE");
  CHECK(verdict.causes.size() == 3);
  CHECK(verdict.causes.front().likelihood == Likelihood::possible);
}
