// From the name that a person gave to a node that may be opened; nothing here opens it.
#pragma once

#include "at/expected.hpp"
#include "harness/evidence/port_fault.hpp"
#include "harness/port/list.hpp"
#include "harness/port/process_linux.hpp"

#include <string>
#include <string_view>
#include <sys/types.h>

namespace dialbench::port {

struct Node {
  std::string path; // as opened: /dev/ttyUSB0, or a link, which is kept so that a reopen follows it anew
  NodeId id;
  uid_t owner = 0;
  gid_t group = 0;
  mode_t mode = 0;
};

// ttyUSB0 is /dev/ttyUSB0; a name that is not in /dev but in the working directory is that; a path stays as
// it is.
std::string node_path(const std::string& name, const Roots& roots);

// The node, or no_such_port, denied, not_a_serial_port.
at::Expected<Node, evidence::PortProblem> examine(const std::string& name, const Roots& roots);

// Whether a device of this number may be a port, by the text of /proc/tty/drivers. Consoles, /dev/tty and
// /dev/ptmx are terminals too, but no ports. True where a port's driver is merely not loaded, since opening
// then says so and does no harm, and where the text has no rows to tell by.
bool may_be_port(std::string_view drivers, unsigned major_number, unsigned minor_number);

} // namespace dialbench::port
