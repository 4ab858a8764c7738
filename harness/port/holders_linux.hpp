// Who keeps us off a port: by lock file, by flock, or by having it open.
#pragma once

#include "harness/port/advice_linux.hpp"
#include "harness/port/node_linux.hpp"
#include "harness/port/process_linux.hpp"

#include <vector>

namespace dialbench::port {

// Everybody to be named once the port has turned out to be taken.
std::vector<Claimant> claimants(const Node& node, const Roots& roots);

// Those on whose account the port is not even tried, since opening it would raise DTR under their hands: a
// living lock's owner; a service that takes ports; whoever has it as its terminal; and on a real line anybody
// who has it open, since two readers each get half. A pseudo-terminal may be kept open by those who serve it.
//
// On a real line that is a walk through all descriptors of all processes. On a pseudo-terminal, which takes
// no harm from being opened, only the descriptors of those are looked at who may have a claim by what `look`
// tells.
std::vector<Claimant> rivals(const Node& node, Look& look, const Roots& roots);

} // namespace dialbench::port
