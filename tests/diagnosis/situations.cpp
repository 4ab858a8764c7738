#include "tests/diagnosis/situations.hpp"

namespace dialbench::tests {
namespace {

using at::Damage;
using at::Meaning;
using evidence::AfterTimer;
using evidence::Ending;
using evidence::PortFault;
using evidence::Refusal;

using Calls = std::vector<evidence::Outcome>;

void add_port_faults(Calls& calls) {
  calls.push_back(a_call().port_fault(PortFault::in_use, "ModemManager (pid 812) has /dev/ttyACM0 open."));
  calls.push_back(a_call().port_fault(PortFault::in_use,
                                      "minicom (pid 44) has locked /dev/ttyS0 (/var/lock/LCK..ttyS0)."));
  calls.push_back(a_call().port_fault(PortFault::in_use, "agetty (pid 7) has /dev/ttyS0 open."));
  calls.push_back(
      a_call().port_fault(PortFault::denied, "/dev/ttyS0 belongs to root:dialout. You are not in dialout."));
  calls.push_back(a_call().port_fault(
      PortFault::denied,
      "/dev/ttyS0 belongs to root:root. Its mode lets you in; a container or a security policy does not."));
  calls.push_back(a_call().port_fault(
      PortFault::denied, "/dev/ttyS0 belongs to root:tty (rw-------). Its group has no access either."));
  calls.push_back(a_call().port_fault(PortFault::not_a_serial_port));
  for (const auto* port : {"/dev/ttyS0", "/dev/ttyUSB0", "/dev/pts/4", "/dev/modem", "/tmp/modem"}) {
    for (const auto fault :
         {PortFault::refused_settings, PortFault::gone, PortFault::no_such_port, PortFault::lost}) {
      calls.push_back(a_call().on(port).port_fault(fault, "", "# brltty (pid 3) takes some USB adapters"));
    }
  }
  calls.push_back(a_call().never_dialled().port_fault(PortFault::lost));
}

void add_busy_and_voice(Calls& calls) {
  calls.push_back(a_call().then("BUSY", Meaning::busy, 1500ms));
  calls.push_back(a_call().then("BUSY", Meaning::busy, 8s));
  calls.push_back(a_call().ringing(1).then("BUSY", Meaning::busy, 8s));
  calls.push_back(a_call().to("95551234").then("BUSY", Meaning::busy, 1s));
  calls.push_back(a_call().to("9,5551234").then("BUSY", Meaning::busy, 1s));
  calls.push_back(a_call().to("*70,5551234").then("BUSY", Meaning::busy, 1s));
  calls.push_back(a_call().then("VOICE", Meaning::voice_answer, 12s));
  calls.push_back(a_call().then("FAX", Meaning::fax_answer, 12s));
}

void add_no_answer(Calls& calls) {
  calls.push_back(a_call().ringing(9).then("NO ANSWER", Meaning::no_answer, 50s));
  calls.push_back(a_call().ringing(4).then("NO ANSWER", Meaning::no_answer, 50s));
  calls.push_back(a_call().s7(30s).ringing(5).then("NO ANSWER", Meaning::no_answer, 30s));
  calls.push_back(a_call().to("5550178@").then("NO ANSWER", Meaning::no_answer, 40s));
  calls.push_back(a_call().to("9W5550178").then("NO ANSWER", Meaning::no_answer, 40s));
  calls.push_back(a_call().with_pulses().then("NO ANSWER", Meaning::no_answer, 50s));
  calls.push_back(a_call().our_timer(52s, AfterTimer::at_answers));
  calls.push_back(a_call().our_timer(20s, AfterTimer::at_answers, true));
}

void add_no_carrier(Calls& calls) {
  for (const auto after : {-1000ms, 500ms, 12000ms, 50000ms, 70000ms}) {
    calls.push_back(a_call().then("NO CARRIER", Meaning::no_carrier, after));
  }
  for (const int level : {0, 1, 2, 3}) {
    calls.push_back(a_call().x(level).then("NO CARRIER", Meaning::no_carrier, 50s));
  }
  calls.push_back(a_call().x_unknown().s7_unknown().then("NO CARRIER", Meaning::no_carrier, 50s));
  calls.push_back(a_call().s7(30s).then("NO CARRIER", Meaning::no_carrier, 30s));
  calls.push_back(a_call().ringing(3).then("NO CARRIER", Meaning::no_carrier, 40s));
  calls.push_back(a_call().ringing(3).then("NO CARRIER", Meaning::no_carrier, 50s));
  calls.push_back(a_call().ringing(8).then("NO CARRIER", Meaning::no_carrier, 50s));
  calls.push_back(a_call().carrier().then("NO CARRIER", Meaning::no_carrier, 30s));
  calls.push_back(a_call().incoming().then("NO CARRIER", Meaning::no_carrier, 5s));
  calls.push_back(a_call().our_timer(20s, AfterTimer::no_carrier, true));
}

void add_no_dialtone(Calls& calls) {
  for (const auto after : {-2500ms, -800ms, 3000ms}) { // 0.5 s, 2.2 s and 6 s after the dial command
    calls.push_back(a_call().then("NO DIALTONE", Meaning::no_dialtone, after));
  }
  calls.push_back(a_call().to("9W5550180").then("NO DIALTONE", Meaning::no_dialtone, 3s));
  calls.push_back(a_call().to("9W5550180").then("NO DIALTONE", Meaning::no_dialtone, -2500ms));
  calls.push_back(a_call().x(3).to(",,,W5550180").then("NO DIALTONE", Meaning::no_dialtone, 39s));
  calls.push_back(a_call().x(3).to(",,W5550180").then("LINE IN USE", Meaning::line_in_use, 4s));
  calls.push_back(a_call().then("NO LINE", Meaning::no_dialtone, -2500ms));
  calls.push_back(a_call().incoming().then("LINE IN USE", Meaning::line_in_use, -2500ms));
}

void add_errors(Calls& calls) {
  calls.push_back(a_call().then("ERROR", Meaning::command_error, -2900ms));
  calls.push_back(a_call().x(3).then("ERROR", Meaning::command_error, -2900ms));
  calls.push_back(a_call().to(std::string(38, '5')).then("ERROR", Meaning::command_error, -2900ms));
  calls.push_back(a_call().to("5550181!$").then("ERROR", Meaning::command_error, -2900ms));
  calls.push_back(a_call().then("+CME ERROR: 30", Meaning::command_error, -2900ms));
  calls.push_back(a_call()
                      .uart(0, 3)
                      .unknown("A\xd4\xcf", Damage::noise, "ATO")
                      .then("ERROR", Meaning::command_error, -2s));
  auto wifi = a_call();
  wifi.e.identification = "Zimodem Firmware";
  calls.push_back(wifi.then("ERROR", Meaning::command_error, -2s));
  calls.push_back(a_call().setup_error("AT&F1&K3"));
  calls.push_back(a_call().setup_error("ATE0Q0V1X4"));
  calls.push_back(a_call().setup_error("AT" + std::string(50, 'X')));
  calls.push_back(a_call().uart(0, 3).unknown("E\xd2R", Damage::noise, "ERROR").setup_error("ATX4"));
}

void add_silence(Calls& calls) {
  calls.push_back(a_call().no_reply());
  calls.push_back(a_call().lines(false, false, false).uart(0, 2).no_reply());
  calls.push_back(a_call().lines(true, true, true).no_reply());
  auto echo = a_call();
  echo.e.echo_only = true;
  calls.push_back(echo.no_reply());
  calls.push_back(a_call().no_reply_to("X4"));
  calls.push_back(a_call().no_reply_to("ATI11"));
  auto quiet = a_call();
  quiet.e.echo_only = true;
  calls.push_back(quiet.no_reply_from("ATE1Q1"));
  auto noise = a_call();
  noise.e.garbage = true;
  calls.push_back(noise.no_reply());
  calls.push_back(a_call().unknown("\xff\xfe", Damage::rate).no_reply());
  calls.push_back(a_call().ends(Ending::write_stalled));
  calls.push_back(a_call().our_timer(52s, AfterTimer::at_dead));
}

void add_odd_replies(Calls& calls) {
  calls.push_back(a_call().lines(true, true, true).then("login:", Meaning::unknown_result, 9s));
  calls.push_back(a_call()
                      .lines(false, true, true)
                      .unknown("B\x8eSY", Damage::noise, "BUSY")
                      .then("B\x8eSY", Meaning::unknown_result, 9s));
  auto numbers = a_call();
  numbers.e.numeric = true;
  calls.push_back(numbers.then("33", Meaning::unknown_result, 9s));
  calls.push_back(a_call().ringing(201).ends(Ending::looped));
  calls.push_back(a_call().incoming().ends(Ending::looped));
  auto flood = a_call().lines(true, true, true).uart(0, 9);
  flood.e.garbage = true;
  calls.push_back(flood.ends(Ending::overflowed));
  auto loop = a_call().lines(false, true, true);
  loop.e.echo_only = true;
  calls.push_back(loop.ends(Ending::overflowed));
  calls.push_back(a_call().then("DELAYED", Meaning::delayed, -2s));
  calls.push_back(a_call().then("BLACKLISTED", Meaning::blacklisted, -2s));
}

void add_lost_connections(Calls& calls) {
  for (const bool far_end : {false, true}) {
    for (const auto held : {2s, 300s}) calls.push_back(a_call().connects(20s).lost_after(held, far_end));
  }
  auto busy_line = a_call().lines(false, false, false).uart(0, 2).incoming().connects(20s).lost_after(300s);
  busy_line.e.data_bytes = 4096;
  calls.push_back(busy_line);
  calls.push_back(a_call().lines(false, true, true).connects(20s).lost_after(300s));
  auto far = a_call().connects(20s).lost_after(300s, true);
  far.e.data_bytes = 4096;
  calls.push_back(far);
}

void add_refusals(Calls& calls) {
  calls.push_back(a_call().to("911").refused(Refusal::emergency));
  calls.push_back(a_call().refused(Refusal::redial));
  calls.push_back(a_call().to("9,5551234").refused(Refusal::too_long));
  calls.push_back(a_call().refused(Refusal::too_long));
  calls.push_back(a_call().to("CALL ME").refused(Refusal::malformed));
  calls.push_back(a_call().to("555\r").refused(Refusal::malformed));
  calls.push_back(a_call().to("+15550176").refused(Refusal::malformed));
  auto heard = a_call().never_dialled().ends(Ending::script_unmet);
  heard.e.came_while_expecting = 2;
  calls.push_back(heard);
  auto unheard = a_call().never_dialled().ends(Ending::script_unmet);
  unheard.e.came_while_expecting = 0;
  calls.push_back(unheard);
  calls.push_back(a_call().ends(Ending::stopped));
  auto fault = a_call().never_dialled().ends(Ending::script_fault);
  fault.e.fault_text = "call.toml:3:7: there is no step of the name 'dail'";
  calls.push_back(fault);
}

} // namespace

std::vector<evidence::Outcome> situations() {
  Calls calls;
  add_port_faults(calls);
  add_busy_and_voice(calls);
  add_no_answer(calls);
  add_no_carrier(calls);
  add_no_dialtone(calls);
  add_errors(calls);
  add_silence(calls);
  add_odd_replies(calls);
  add_lost_connections(calls);
  add_refusals(calls);
  calls.push_back(a_call().connects(12s));
  return calls;
}

} // namespace dialbench::tests
