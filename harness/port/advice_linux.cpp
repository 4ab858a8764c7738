#include "harness/port/advice_linux.hpp"

#include "harness/evidence/shell_word.hpp"
#include "harness/port/node_linux.hpp"
#include "harness/port/process_linux.hpp"
#include "harness/port/small_file_linux.hpp"
#include "harness/port/usb_linux.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unistd.h>

namespace dialbench::port {
namespace {

constexpr std::size_t displayed_max = 100;
constexpr std::size_t named_max = 3;  // claimants in one sentence
constexpr std::size_t listed_max = 8; // ports in one piece of advice
constexpr std::size_t columns = 79;

constexpr std::string_view stop_brltty =
    "sudo systemctl mask --now brltty-udev.service\n# or: sudo apt remove brltty";

// Which of them it is decides the advice.
enum class Service { none, modem_manager, brltty, getty };

Service service(std::string_view program) {
  constexpr std::array gettys{"agetty", "getty", "mgetty", "mingetty", "vgetty", "fgetty", "login"};
  if (program == "ModemManager") return Service::modem_manager;
  if (program == "brltty") return Service::brltty;
  return std::find(gettys.begin(), gettys.end(), program) != gettys.end() ? Service::getty : Service::none;
}

std::string keep_modem_manager_off(const Node& node, const Roots& roots) {
  const std::string port = base_name(node.id.real);
  const std::optional<UsbIdentity> usb = usb_identity(port, roots);
  const std::string rule = usb ? "ATTRS{idVendor}==\"" + usb->vendor + "\", ATTRS{idProduct}==\"" +
                                     usb->product + "\", ENV{ID_MM_DEVICE_IGNORE}=\"1\""
                               : "KERNEL==\"" + port + "\", ENV{ID_MM_PORT_IGNORE}=\"1\"";
  return "# To keep it off this modem for good; plug the modem in again afterwards:\n"
         "sudo tee /etc/udev/rules.d/78-dialbench.rules <<'END'\n" +
         rule + "\nEND\nsudo udevadm control --reload";
}

std::string advice_against(const Claimant& claimant, const Node& node, const Roots& roots) {
  const std::string port = base_name(node.id.real);
  switch (service(claimant.who.program)) {
  case Service::modem_manager: return keep_modem_manager_off(node, roots);
  case Service::brltty: return std::string(stop_brltty);
  case Service::getty: return "sudo systemctl stop serial-getty@" + port + ".service";
  case Service::none: break;
  }
  if (claimant.who.pid == ::getpid()) return "";
  return "# Close the port there, or end that program:\nkill " + std::to_string(claimant.who.pid);
}

std::string named(const Claimant& claimant) {
  if (claimant.who.pid == ::getpid()) return "This program itself";
  const std::string program = claimant.who.program.empty() ? "A program" : claimant.who.program;
  return program + " (pid " + std::to_string(claimant.who.pid) + ")";
}

std::string sentence(const Claimant& claimant, const std::string& path) {
  if (!claimant.lock_file.empty())
    return named(claimant) + " has locked " + path + " (" + claimant.lock_file + ").";
  std::string text = named(claimant) + " has " + path + " open.";
  if (service(claimant.who.program) == Service::modem_manager)
    text += " It tries every new modem for a while after plug-in.";
  if (service(claimant.who.program) == Service::brltty) text += " It is a braille display service.";
  return text;
}

// The one whose name explains most comes first.
std::vector<Claimant> ordered(std::vector<Claimant> claimants) {
  const auto is_service = [](const Claimant& one) { return takes_ports_by_itself(one.who.program); };
  std::stable_partition(claimants.begin(), claimants.end(), is_service);
  const auto same = [](const Claimant& a, const Claimant& b) { return a.who.pid == b.who.pid; };
  std::vector<Claimant> once;
  for (Claimant& one : claimants)
    if (std::none_of(once.begin(), once.end(), [&](const Claimant& other) { return same(one, other); }))
      once.push_back(std::move(one));
  if (once.size() > named_max) once.resize(named_max);
  return once;
}

// "name (kind)" after "name (kind)", broken before the 80th column.
std::string wrapped(std::string lead, const std::vector<std::string>& items) {
  std::string text;
  std::string line = std::move(lead);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = items[i] + (i + 1 < items.size() ? "," : "");
    if (line.size() + 1 + item.size() > columns) {
      text += line + "\n";
      line = " ";
    }
    line += " " + item;
  }
  return text + line;
}

std::optional<int> running(std::string_view program, const Roots& roots) {
  for (const std::string& name : names_in(roots.proc)) {
    const std::optional<int> pid = leading_number(name);
    if (pid && program_of(*pid, roots) == program) return pid;
  }
  return std::nullopt;
}

} // namespace

std::string displayed(const std::string& path) {
  return path.size() <= displayed_max ? path : path.substr(0, displayed_max) + "...";
}

bool takes_ports_by_itself(const std::string& program) { return service(program) != Service::none; }

std::string advice_for_missing(const Roots& roots) {
  std::vector<std::string> items;
  for (const Listed& port : list_nodes(roots)) {
    if (items.size() == listed_max) {
      items.emplace_back("and more");
      break;
    }
    const std::string usb_id = port.usb.substr(0, port.usb.find(' '));
    items.push_back(port.name + " (" + (usb_id.empty() ? "" : usb_id + ", ") + port.kind + ")");
  }
  std::string advice = items.empty() ? "No serial port is here now." : wrapped("Ports here now:", items);
  if (const std::optional<int> brltty = running("brltty", roots))
    advice += "\n# brltty (pid " + std::to_string(*brltty) +
              "), a braille display service, takes some USB adapters:\n" + std::string(stop_brltty);
  return advice;
}

evidence::PortProblem in_use(const Node& node, const std::vector<Claimant>& claimants, int system_error,
                             const Roots& roots) {
  evidence::PortProblem problem{evidence::PortFault::in_use, system_error, "", ""};
  const std::string path = displayed(node.path);
  if (claimants.empty()) {
    problem.detail = "Another program has " + path + " open for itself; which one cannot be seen from here.";
    problem.advice = "sudo fuser -v " + evidence::shell_word(node.id.real);
    return problem;
  }
  for (const Claimant& one : ordered(claimants)) {
    if (!problem.detail.empty()) problem.detail += " ";
    problem.detail += sentence(one, path);
    const std::string advice = advice_against(one, node, roots);
    if (!problem.advice.empty() && !advice.empty()) problem.advice += "\n";
    problem.advice += advice;
  }
  return problem;
}

} // namespace dialbench::port
