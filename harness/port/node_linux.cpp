#include "harness/port/node_linux.hpp"

#include "harness/port/advice_linux.hpp"
#include "harness/port/small_file_linux.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <sstream>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace dialbench::port {
namespace {

using evidence::PortFault;
using evidence::PortProblem;

PortProblem not_found(const std::string& path, int error, const Roots& roots) {
  const std::string target = link_text(path);
  std::string detail = "There is no " + displayed(path) + ".";
  if (error == ENOENT && !target.empty())
    detail = displayed(path) + " is a link to " + displayed(target) + ", which is not there.";
  else if (error != ENOENT)
    detail = "There is no port " + displayed(path) + ": " + std::strerror(error) + ".";
  return {PortFault::no_such_port, error, detail, advice_for_missing(roots)};
}

PortProblem not_serial(const std::string& path, const std::string& what) {
  return {PortFault::not_a_serial_port, ENOTTY, displayed(path) + " is " + what + ", not a serial port.",
          "dialbench ports"};
}

std::string kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a directory";
  if (S_ISREG(mode)) return "a file";
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISBLK(mode)) return "a block device";
  if (S_ISSOCK(mode)) return "a socket";
  return "no terminal device";
}

// One row of /proc/tty/drivers: name, node, major, minor or range of minors, type.
struct DriverRow {
  unsigned major_number = 0;
  unsigned minor_first = 0;
  unsigned minor_last = 0;
  std::string type;
};

bool read_row(const std::string& line, DriverRow& row) {
  std::istringstream words(line);
  std::string driver, node, minors;
  if (!(words >> driver >> node >> row.major_number >> minors >> row.type)) return false;
  const char* const end = minors.data() + minors.size();
  const auto first = std::from_chars(minors.data(), end, row.minor_first);
  if (first.ec != std::errc()) return false;
  row.minor_last = row.minor_first;
  return first.ptr == end || std::from_chars(first.ptr + 1, end, row.minor_last).ec == std::errc();
}

bool is_port_type(const DriverRow& row) {
  constexpr unsigned tty_itself_major = 5; // /dev/tty, /dev/console, /dev/ptmx
  return row.type.rfind("serial", 0) == 0 || row.type == "pty:slave" ||
         (row.type == "system" && row.major_number != tty_itself_major);
}

// The kernel's list of device numbers: ttyS, ttyACM, ttyUSB, ttyAMA and its like, rfcomm.
bool stands_for_ports(unsigned major_number) {
  constexpr std::array majors{4U, 166U, 188U, 204U, 216U};
  return std::find(majors.begin(), majors.end(), major_number) != majors.end();
}

} // namespace

std::string node_path(const std::string& name, const Roots& roots) {
  if (name.find('/') != std::string::npos) return name;
  const std::string in_dev = roots.dev + "/" + name;
  return !name.empty() && !is_there(in_dev) && is_there(name) ? name : in_dev;
}

bool is_pty(const std::string& name, const Roots& roots) { return identify(node_path(name, roots)).pty; }

bool may_be_port(std::string_view drivers, unsigned major_number, unsigned minor_number) {
  std::istringstream lines{std::string(drivers)};
  bool any_row = false;
  bool port_major = stands_for_ports(major_number);
  for (std::string line; std::getline(lines, line);) {
    DriverRow row;
    if (!read_row(line, row)) continue;
    any_row = true;
    if (row.major_number != major_number) continue;
    if (minor_number >= row.minor_first && minor_number <= row.minor_last) return is_port_type(row);
    port_major = port_major || is_port_type(row);
  }
  return port_major || !any_row;
}

at::Expected<Node, PortProblem> examine(const std::string& name, const Roots& roots) {
  // A NUL would cut the path short for the system, and another port be opened than the one that was named.
  if (name.empty() || name.find('\0') != std::string::npos)
    return at::Unexpected{PortProblem{PortFault::no_such_port, EINVAL,
                                      name.empty() ? "The name of the port is empty."
                                                   : "The name of the port holds a NUL byte.",
                                      advice_for_missing(roots)}};
  const std::string path = node_path(name, roots);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    const int error = errno;
    if (error != EACCES && error != EPERM) return at::Unexpected{not_found(path, error, roots)};
    return at::Unexpected{PortProblem{
        PortFault::denied, error, "A folder on the way to " + displayed(path) + " may not be entered.", ""}};
  }
  if (!S_ISCHR(status.st_mode)) return at::Unexpected{not_serial(path, kind_of(status.st_mode))};
  // Asked before opening: some devices act on being opened (a watchdog starts, /dev/ptmx makes a terminal).
  const std::string drivers = read_small(roots.proc + "/tty/drivers", 1 << 16).value_or("");
  if (!may_be_port(drivers, major(status.st_rdev), minor(status.st_rdev)))
    return at::Unexpected{not_serial(path, "no serial line or pseudo-terminal")};
  Node node{path, identify(path), status.st_uid, status.st_gid, status.st_mode};
  if (::euidaccess(path.c_str(), R_OK | W_OK) != 0 && (errno == EACCES || errno == EPERM))
    return at::Unexpected{denied(node, errno)};
  return node;
}

} // namespace dialbench::port
