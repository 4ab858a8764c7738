#include "harness/port/list.hpp"
#include "harness/port/small_file_linux.hpp"
#include "harness/port/usb_linux.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace dialbench::port {
namespace {

// linux/serial_core.h numbers the chips so; 0 is a node with no chip behind it.
constexpr std::array<std::string_view, 9> uart_types{"",       "8250",  "16450",   "16550", "16550A",
                                                     "Cirrus", "16650", "16650V2", "16750"};

constexpr std::array<std::string_view, 5> mobile_drivers{"option", "option1", "qcserial", "sierra", "hso"};
// USB vendor numbers: Conexant, U.S. Robotics, Zoom, Multi-Tech, Sierra Wireless, Huawei, ZTE, Telit,
// Quectel.
constexpr std::array<std::string_view, 9> modem_makers{"0572", "0baf", "0803", "06e0", "1199",
                                                       "12d1", "19d2", "1bc7", "2c7c"};
// cdc_acm is also how these makers' development boards talk; nobody's call should start on one.
constexpr std::array<std::string_view, 9> board_makers{"2341", "2a03", "16c0", "0483", "1366",
                                                       "2e8a", "303a", "239a", "1a86"};

template <class Table>
bool stands_in(const Table& table, std::string_view text) {
  return std::find(table.begin(), table.end(), text) != table.end();
}

// The kernel writes a slash in a node's name as an exclamation mark.
std::string node_of(std::string port, const Roots& roots) {
  std::replace(port.begin(), port.end(), '!', '/');
  return roots.dev + "/" + port;
}

std::string driver_of(const std::string& port, const Roots& roots) {
  std::string driver = base_name(link_text(roots.sys + "/class/tty/" + port + "/device/driver"));
  const std::string_view uart_suffix = "-uart"; // ch341-uart: the chip is what people know
  if (driver.size() > uart_suffix.size() && driver.ends_with(uart_suffix))
    driver.erase(driver.size() - uart_suffix.size());
  return driver;
}

std::string in_brackets(const std::string& driver) { return driver.empty() ? "" : " (" + driver + ")"; }

std::string kind_by_name(const std::string& port) {
  if (port.rfind("ttyUSB", 0) == 0) return "USB adapter";
  if (port.rfind("ttyACM", 0) == 0) return "USB modem";
  return "serial port";
}

// Empty: an 8250 slot with nothing in it.
std::string kind_of(const std::string& port, const std::string& driver, bool on_usb, const Roots& roots) {
  const auto type = read_small(roots.sys + "/class/tty/" + port + "/type");
  if (type && !on_usb) {
    const std::size_t number = static_cast<std::size_t>(leading_number(*type).value_or(0));
    if (number == 0) return "";
    return number < uart_types.size() ? std::string(uart_types[number]) : "UART type " + *type;
  }
  if (driver == "cdc_acm") return "USB modem (cdc_acm)";
  if (stands_in(mobile_drivers, driver)) return "USB mobile modem (" + driver + ")";
  return on_usb ? "USB adapter" + in_brackets(driver) : kind_by_name(port) + in_brackets(driver);
}

bool likely_modem(const std::string& driver, const std::optional<UsbIdentity>& usb) {
  if (usb && stands_in(modem_makers, usb->vendor)) return true;
  if (stands_in(mobile_drivers, driver)) return true;
  return driver == "cdc_acm" && (!usb || !stands_in(board_makers, usb->vendor));
}

std::vector<std::string> by_id_links(const Roots& roots) {
  const std::string folder = roots.dev + "/serial/by-id/";
  std::vector<std::string> links = names_in(folder);
  for (std::string& link : links) link.insert(0, folder);
  return links;
}

std::string by_id_link(const std::string& port, const Roots& roots) {
  for (const std::string& link : by_id_links(roots))
    if (base_name(link_text(link)) == port) return link;
  return "";
}

Listed described(const std::string& port, const Roots& roots) {
  const std::optional<UsbIdentity> usb = usb_identity(port, roots);
  const std::string driver = driver_of(port, roots);
  Listed listed;
  listed.name = node_of(port, roots);
  listed.kind = kind_of(port, driver, usb.has_value(), roots);
  if (usb) listed.usb = usb->vendor + ":" + usb->product + (usb->text.empty() ? "" : " " + usb->text);
  listed.by_id = by_id_link(port, roots);
  listed.likely_modem = likely_modem(driver, usb);
  return listed;
}

// Terminals with a device behind them; consoles and pseudo-terminals have none.
std::vector<std::string> ports_in_sys(const Roots& roots) {
  std::vector<std::string> ports;
  for (const std::string& port : names_in(roots.sys + "/class/tty"))
    if (is_there(roots.sys + "/class/tty/" + port + "/device")) ports.push_back(port);
  return ports;
}

bool is_serial_name(const std::string& name) {
  for (const std::string_view start : {"ttyS", "ttyUSB", "ttyACM"}) {
    const bool fits = name.rfind(start, 0) == 0 && name.size() > start.size();
    if (fits && name.find_first_not_of("0123456789", start.size()) == std::string::npos) return true;
  }
  return false;
}

std::vector<std::string> ports_in_dev(const Roots& roots) {
  std::vector<std::string> ports;
  for (const std::string& name : names_in(roots.dev))
    if (is_serial_name(name)) ports.push_back(name);
  return ports;
}

std::vector<std::string> ports_by_id(const Roots& roots) {
  std::vector<std::string> ports;
  for (const std::string& link : by_id_links(roots)) ports.push_back(base_name(link_text(link)));
  return ports;
}

// ttyS2 before ttyS10: the letters first, then the number by its size.
bool natural_order(const std::string& a, const std::string& b) {
  const auto split = [](const std::string& name) {
    const std::size_t digits = name.find_last_not_of("0123456789") + 1;
    const std::string number = name.substr(digits);
    return std::tuple(name.substr(0, digits), number.size(), number);
  };
  return split(a) < split(b);
}

} // namespace

std::vector<Listed> list_nodes(const Roots& roots) {
  const bool has_sys = is_there(roots.sys + "/class/tty");
  std::vector<std::string> ports = has_sys ? ports_in_sys(roots) : ports_in_dev(roots);
  for (std::string& port : ports_by_id(roots)) ports.push_back(std::move(port));
  std::sort(ports.begin(), ports.end(), natural_order);
  ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
  std::vector<Listed> listed;
  for (const std::string& port : ports) {
    // A container may see its host's /sys while the nodes are not there.
    if (port.empty() || !is_there(node_of(port, roots))) continue;
    Listed one = described(port, roots);
    if (!one.kind.empty()) listed.push_back(std::move(one));
  }
  return listed;
}

std::vector<Listed> list_ports(const Roots& roots) {
  std::vector<Listed> listed = list_nodes(roots);
  for (Listed& port : listed) port.holders = holders(port.name, roots);
  return listed;
}

} // namespace dialbench::port
