// A call that comes in while a scenario runs, and what the program behind the modem must do about it.
#pragma once

#include "harness/emulator/incoming_call.hpp"
#include "harness/evidence/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dialbench::regression {

enum class HungUpBy : std::uint8_t {
  command,
  reset,
  dtr,
  program,
  caller
}; // program: any of the first three

// What is not named is not judged; but what the caller waits for must come.
struct CallExpectation {
  std::optional<emulator::CallRecord::Answer> answered;
  std::optional<unsigned> from_ring; // not answered before this one
  std::optional<unsigned> by_ring;   // but before the one behind it
  std::optional<bool> connected;
  std::vector<std::string> received; // by the caller, in this order; others may stand between them
  std::optional<HungUpBy> hung_up_by;
  std::optional<Duration> hangs_up_within; // behind the caller's last turn
  std::optional<Duration> lets_go_within;  // the program of the modem, when the caller has hung up
};

struct Called {
  emulator::IncomingCall call;
  CallExpectation expect;
  bool judged = false; // there is an [call.expect], or a text that the caller waits for
};

} // namespace dialbench::regression
