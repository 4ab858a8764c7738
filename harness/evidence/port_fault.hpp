// Why a port cannot be used, or no longer. What the operating system said is kept beside it for the report.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dialbench::evidence {

enum class PortFault : std::uint8_t {
  in_use,            // another program has it open, or its lock
  denied,            // no permission
  no_such_port,      // no node of that name
  gone,              // node is there, device is not (ENXIO, ENODEV, EIO at open)
  lost,              // it was open and then went away
  not_a_serial_port, // a directory, a file, /dev/null
  refused_settings   // rate or format not possible
};

std::string_view name(PortFault fault) noexcept;

struct PortProblem {
  PortFault fault = PortFault::lost;
  int system_error = 0; // errno or its like; 0: none
  std::string detail;   // one line for a person: "held by ModemManager (pid 812)"
  std::string advice;   // what to do: commands, ready to paste, a line each; may be empty
};

} // namespace dialbench::evidence
