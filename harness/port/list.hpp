// Which ports there are, without opening one: opening raises DTR.
#pragma once

#include <string>
#include <vector>

namespace dialbench::port {

struct Holder {
  int pid = 0;
  std::string program; // "ModemManager"; empty where it may not be seen
  friend bool operator==(const Holder&, const Holder&) = default;
};

struct Listed {
  std::string name;            // /dev/ttyACM0
  std::string kind;            // "16550A", "USB modem (cdc_acm)", "USB adapter (ch341)"
  std::string usb;             // "0572:1340 Conexant USB Modem"; empty: not on USB
  std::string by_id;           // /dev/serial/by-id/...; empty: none
  std::vector<Holder> holders; // who has it open or locked
  bool likely_modem = false;   // cdc_acm or a mobile modem's driver, or a maker known for modems
};

// Roots are parameters so that tests can build a small /sys, /dev and /proc of their own.
struct Roots {
  std::string sys = "/sys";
  std::string dev = "/dev";
  std::string proc = "/proc";
  std::string lock = "/var/lock";
};

// In the order of their names, ttyS2 before ttyS10. Without /sys by the names in /dev alone.
std::vector<Listed> list_ports(const Roots& roots = {});
// The same without `holders`, which cost a walk through /proc.
std::vector<Listed> list_nodes(const Roots& roots = {});

// Who has this node open (by /proc) or locked (LCK.. file), each once, as far as we may see. The far end of a
// pseudo-terminal, which commonly keeps the node open, is no holder.
std::vector<Holder> holders(const std::string& node, const Roots& roots = {});

// Whether the name, as a person gives it and open_serial() takes it, leads to a pseudo-terminal now.
bool is_pty(const std::string& name, const Roots& roots = {});

} // namespace dialbench::port
