// Carries out one command line. What the line wants of the line outside - dial, answer, hang up - goes to the
// host.
#pragma once

#include "at/last_call/last_call.hpp"
#include "harness/emulator/settings.hpp"

#include <cstdint>
#include <string_view>

namespace dialbench::emulator {

// What answers a command line.
enum class Reply {
  none, // a call was begun: its own events will answer
  ok,
  error,
  ok_twice,
  hung_up, // OK, in the form that Habits::hang_up_reply gives it
  paused,  // a report waits for a key: OK comes behind its last page, and nothing of the line behind it
};

class CommandHost {
 public:
  // What stands behind D, in capitals, up to its ; or the end. `behind`: the rest of the line, which is
  // carried out when the ; has led back to command state (V.250 6.3.1).
  virtual Reply dial(std::string_view dial, std::string_view behind) = 0;
  virtual Reply answer() = 0;
  virtual Reply go_online() = 0;
  virtual Reply hang_up(at::CallEnd why) = 0;
  virtual void go_off_hook() = 0;
  virtual void say_information(std::string_view text) = 0; // lines parted by '\n'
  virtual Reply say_report(at::ReportKind kind) = 0;
  virtual void forget_diagnostics() = 0; // of AT#UD: Z and &F
  [[nodiscard]] virtual std::string_view last_result() const = 0;
  [[nodiscard]] virtual std::uint8_t failure_cause() const = 0; // S86

 protected:
  ~CommandHost() = default;
};

// `body`: behind AT, as typed, normalised(). Commands are carried out from left to right; the first that is
// wrong ends the line with ERROR, and what was done before it stays done (V.250 5.3).
Reply run_command_line(std::string_view body, Profiles& profiles, const Habits& habits, CommandHost& host);

} // namespace dialbench::emulator
