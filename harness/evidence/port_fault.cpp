#include "harness/evidence/port_fault.hpp"

namespace dialbench::evidence {

std::string_view name(PortFault fault) noexcept {
  switch (fault) {
  case PortFault::in_use: return "in_use";
  case PortFault::denied: return "denied";
  case PortFault::no_such_port: return "no_such_port";
  case PortFault::gone: return "gone";
  case PortFault::lost: return "lost";
  case PortFault::not_a_serial_port: return "not_a_serial_port";
  case PortFault::refused_settings: return "refused_settings";
  }
  return "";
}

} // namespace dialbench::evidence
