// What a person gives as a port that is one of the network.
#pragma once

#include <string>
#include <string_view>

namespace dialbench::app {

// Why `port` cannot be dialled: 127.0.0.1:7001, tcp://host:7001, rfc2217://host:7001; with the command that
// makes a pty of it, where there is one. Empty where it is no name of that kind, or a device has it.
std::string network_port(std::string_view port);

} // namespace dialbench::app
