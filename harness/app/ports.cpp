// dialbench ports: which ports there are and who holds them. Nothing is opened, since opening raises DTR.
#include "harness/app/commands.hpp"
#include "harness/app/port_list.hpp"
#include "harness/app/terminal.hpp"
#include "harness/report/json.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::app {

int list_ports(const PortsOptions& options) {
  const auto ports = port::list_ports();
  print(options.json ? report::json_text(ports_json(ports)) : ports_text(ports, output_style()));
  return printed_status();
}

} // namespace dialbench::app
