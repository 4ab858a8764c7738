// Attempts for tests, written as a sentence: a_call().to("9,5551234").ringing(3).then("NO CARRIER",
// at::Meaning::no_carrier, 20s).
#pragma once

#include "harness/evidence/mapping.hpp"
#include "harness/evidence/outcome.hpp"

#include <string>
#include <utility>

namespace dialbench::tests {

using namespace std::chrono_literals;

// A call to 5550179 on /dev/ttyS0 at X4 with S7 read as 50 s. The dial command is taken at 1 s, the last
// digit is out 3 s later; every time below counts from the last digit.
class Call {
 public:
  Call() {
    e.port_name = "/dev/ttyS0";
    e.number = "5550179";
    e.dial_command = "ATDT5550179";
    e.epoch = 1;
    e.dialled = true;
    e.dial_sent = 1s;
    e.dial_time = 3s;
    e.s7 = 50s;
    e.s7_read = true;
    e.x_level = 4;
    e.commands.push_back({.sent = 100ms,
                          .text = "ATE0Q0V1X4",
                          .reply = {saying("OK", at::Meaning::ok, 200ms)},
                          .ended = 200ms});
    e.commands.push_back({.sent = 1s, .text = e.dial_command, .reply = {}, .ended = {}});
  }

  Call& to(std::string number) {
    e.number = std::move(number);
    e.dial_command = "ATDT" + e.number;
    e.commands.back().text = e.dial_command;
    return *this;
  }
  Call& with_pulses() {
    e.dial_command = "ATDP" + e.number;
    e.commands.back().text = e.dial_command;
    return *this;
  }
  Call& on(std::string port) {
    e.port_name = std::move(port);
    return *this;
  }
  Call& emulated() {
    e.emulated = true;
    e.port_name.clear();
    return *this;
  }
  Call& s7(std::chrono::seconds value) {
    e.s7 = value;
    return *this;
  }
  Call& s7_unknown() {
    e.s7.reset();
    e.s7_read = false;
    return *this;
  }
  Call& x(int level) {
    e.x_level = level;
    return *this;
  }
  Call& x_unknown() {
    e.x_level.reset();
    return *this;
  }
  Call& lines(bool dcd, bool dsr, bool cts) {
    e.lines_at_end = evidence::ModemLines{dcd, dsr, cts, false};
    return *this;
  }
  Call& uart(unsigned overrun, unsigned framing = 0) {
    e.uart = evidence::UartErrors{overrun, framing, 0, 0};
    return *this;
  }
  // `count` rings, one every 6 s, the first at `first`.
  Call& ringing(unsigned count, Duration first = 2s) {
    e.ringing = count;
    e.first_ringing = last_digit + first;
    e.last_ringing = last_digit + first + (count - 1) * 6s;
    return *this;
  }
  Call& incoming() {
    e.incoming_rings = 1;
    return *this;
  }
  Call& carrier() {
    e.commands.back().reply.push_back(saying("CARRIER 31200", at::Meaning::carrier, last_digit + 15s));
    return *this;
  }
  Call& unknown(std::string text, at::Damage damage = at::Damage::none, std::string resembles = {}) {
    auto said = saying(std::move(text), at::Meaning::info, last_digit + 4s);
    said.damage = damage;
    said.resembles = std::move(resembles);
    e.unknown.push_back(std::move(said));
    return *this;
  }
  Call& stale(std::string text, at::Meaning meaning) {
    e.stale.push_back(saying(std::move(text), meaning, 2s));
    return *this;
  }

  // The ends.
  Call& then(std::string word, at::Meaning meaning, Duration after_last_digit) {
    e.ending = evidence::Ending::final_result;
    e.result = saying(std::move(word), meaning, last_digit + after_last_digit);
    e.ended = e.result->at;
    e.dial_failed_command = meaning == at::Meaning::command_error;
    if (e.dial_failed_command) e.failed_command = e.dial_command;
    e.hung_up = true;
    e.hang_up_proven = true;
    e.commands.back().reply.push_back(*e.result);
    e.commands.back().ended = e.result->at;
    return *this;
  }
  Call& our_timer(Duration after_last_digit, evidence::AfterTimer after, bool given = false) {
    e.ending = evidence::Ending::own_timer;
    e.deadline = last_digit + after_last_digit;
    e.deadline_given = given;
    e.after_timer = after;
    e.ended = *e.deadline + 4s;
    e.hang_up_proven = after != evidence::AfterTimer::at_dead;
    return *this;
  }
  Call& no_reply() {
    never_dialled();
    e.commands = {{.sent = 100ms, .text = "AT", .reply = {}, .ended = {}}};
    e.failed_command = "AT";
    e.ending = evidence::Ending::no_reply;
    e.ended = 5s;
    return *this;
  }
  // The set-up was answered, and this command was not.
  Call& no_reply_to(std::string command) {
    const auto answered = e.commands.front();
    no_reply();
    e.commands = {answered, {.sent = 300ms, .text = command, .reply = {}, .ended = {}}};
    e.failed_command = std::move(command);
    return *this;
  }
  // Nothing was answered, from the first command on.
  Call& no_reply_from(std::string command) {
    no_reply();
    e.commands.front().text = e.failed_command = std::move(command);
    return *this;
  }
  Call& setup_error(std::string command) {
    never_dialled();
    e.commands.back() = {.sent = 300ms, .text = command, .reply = {}, .ended = 400ms};
    e.failed_command = std::move(command);
    e.ending = evidence::Ending::final_result;
    e.result = saying("ERROR", at::Meaning::command_error, 400ms);
    e.ended = 400ms;
    e.commands.back().reply.push_back(*e.result);
    return *this;
  }
  Call& port_fault(evidence::PortFault fault, std::string detail = {}, std::string advice = {}) {
    if (fault != evidence::PortFault::lost) never_dialled();
    if (fault != evidence::PortFault::lost) e.commands.clear();
    e.ending = evidence::Ending::port_failed;
    e.port = evidence::PortProblem{fault, 0, std::move(detail), std::move(advice)};
    e.ended = 5s;
    return *this;
  }
  Call& ends(evidence::Ending ending) {
    e.ending = ending;
    e.ended = last_digit + 10s;
    return *this;
  }
  Call& refused(evidence::Refusal refusal) {
    never_dialled();
    e.commands.clear();
    e.ending = evidence::Ending::refused;
    e.refusal = refusal;
    return *this;
  }
  Call& connects(Duration after_last_digit) {
    then("CONNECT 33600", at::Meaning::connect, after_last_digit);
    e.connected = true;
    e.connected_at = e.result->at;
    return *this;
  }
  Call& lost_after(Duration held, bool by_far_end = false) {
    e.lost_after_connect = true;
    e.far_end_cleared = by_far_end;
    e.ended = *e.connected_at + held;
    return *this;
  }
  Call& never_dialled() {
    e.dialled = false;
    e.dial_sent.reset();
    return *this;
  }

  [[nodiscard]] evidence::Outcome outcome() const { return evidence::conclude(e); }
  operator evidence::Outcome() const {
    return outcome();
  } // NOLINT: a call is an attempt, where one is asked for

  evidence::Evidence e;

 private:
  static constexpr Time last_digit = 4s;
  static evidence::Saying saying(std::string text, at::Meaning meaning, Time at) {
    evidence::Saying said;
    said.at = at;
    said.text = std::move(text);
    said.meaning = meaning;
    return said;
  }
};

inline Call a_call() { return {}; }

} // namespace dialbench::tests
