#include "harness/port/process_linux.hpp"

#include "harness/port/small_file_linux.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <sstream>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace dialbench::port {
namespace {

constexpr unsigned pty_major_first = 136; // Linux's list of device numbers: Unix98 pseudo-terminals
constexpr unsigned pty_major_last = 143;

std::string process_folder(int pid, const Roots& roots) { return roots.proc + "/" + std::to_string(pid); }

// The fields of /proc/PID/stat from the third on; the second, the program's name, may itself hold blanks and
// brackets.
std::vector<std::string> stat_fields(int pid, const Roots& roots) {
  const std::string text = read_small(process_folder(pid, roots) + "/stat").value_or("");
  const std::size_t name_end = text.rfind(')');
  if (name_end == std::string::npos) return {};
  std::istringstream rest(text.substr(name_end + 1));
  std::vector<std::string> fields;
  for (std::string field; rest >> field;) fields.push_back(field);
  return fields;
}

std::optional<long long> whole_number(const std::string& text) {
  long long number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end.ec != std::errc()) return std::nullopt;
  return number;
}

std::optional<long long> field_number(const std::vector<std::string>& fields, std::size_t number_in_proc5) {
  const std::size_t index = number_in_proc5 - 3;
  return index < fields.size() ? whole_number(fields[index]) : std::nullopt;
}

std::optional<long long> boot_time(const Roots& roots) {
  const std::string text = read_small(roots.proc + "/stat", 1 << 20).value_or("");
  const std::string key = "btime ";
  const std::size_t at = text.find("\n" + key);
  return at == std::string::npos ? std::nullopt : whole_number(text.substr(at + 1 + key.size(), 20));
}

// The controlling terminal stands in /proc/PID/stat as major and minor packed the kernel's way.
bool controls(const NodeId& node, const std::vector<std::string>& fields) {
  if (node.device == 0) return false;
  const unsigned device_major = major(node.device);
  const unsigned device_minor = minor(node.device);
  const long long packed = (device_minor & 0xffU) | (device_major << 8U) | ((device_minor & ~0xffU) << 12U);
  return field_number(fields, 7) == packed;
}

bool is_node(const NodeId& node, const std::string& descriptor, const std::string& target) {
  // The name alone lies about a pseudo-terminal: another container's /dev/pts/0 is called so, too.
  if (target == node.real && !node.pty) return true;
  if (node.device == 0 || target.rfind("/dev/", 0) != 0) return false;
  struct stat status {};
  if (::stat(descriptor.c_str(), &status) != 0 || !S_ISCHR(status.st_mode)) return false;
  return status.st_rdev == node.device && (!node.pty || status.st_dev == node.filesystem);
}

bool is_master_of(const NodeId& node, const std::string& folder, const std::string& number,
                  const std::string& target) {
  if (!node.pty || base_name(target) != "ptmx") return false;
  const std::string info = read_small(folder + "/fdinfo/" + number).value_or("");
  const std::string key = "tty-index:";
  const std::size_t at = info.find(key);
  if (at == std::string::npos) return false;
  return leading_number(info.substr(at + key.size())) == leading_number(base_name(node.real));
}

// Nothing: it is gone, or hidden from us.
std::optional<Seen> seen(int pid, const Roots& roots) {
  const std::string folder = process_folder(pid, roots);
  std::string program = program_of(pid, roots);
  if (program.empty()) return std::nullopt;
  Seen process{pid, std::move(program), {}};
  for (const char* const descriptor : {"/fd/0", "/fd/2"}) {
    const std::string target = link_text(folder + descriptor);
    if (target.rfind("/dev/", 0) != 0 || target == "/dev/null") continue;
    NodeId terminal = identify(folder + descriptor);
    terminal.real = target;
    if (terminal.pty) process.terminals.push_back(std::move(terminal));
  }
  return process;
}

bool is_pid(const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

bool is_alive(int pid, const Roots& roots) {
  if (pid <= 0 || (::kill(pid, 0) != 0 && errno != EPERM)) return false;
  const std::vector<std::string> fields = stat_fields(pid, roots);
  return fields.empty() || (fields.front() != "Z" && fields.front() != "X");
}

std::string program_of(int pid, const Roots& roots) {
  return read_small(process_folder(pid, roots) + "/comm", 64).value_or("");
}

std::optional<std::time_t> started_at(int pid, const Roots& roots) {
  const std::optional<long long> ticks = field_number(stat_fields(pid, roots), 22);
  const std::optional<long long> boot = boot_time(roots);
  const long ticks_per_second = ::sysconf(_SC_CLK_TCK);
  if (!ticks || !boot || ticks_per_second <= 0) return std::nullopt;
  return static_cast<std::time_t>(*boot + *ticks / ticks_per_second);
}

NodeId identify(const std::string& node) {
  const std::string real = real_path(node);
  NodeId id{real.empty() ? node : real, 0, 0, false};
  struct stat status {};
  if (::stat(node.c_str(), &status) != 0 || !S_ISCHR(status.st_mode)) return id;
  id.device = status.st_rdev;
  id.filesystem = status.st_dev;
  id.pty = major(id.device) >= pty_major_first && major(id.device) <= pty_major_last;
  return id;
}

std::optional<Opener> opener(int pid, const NodeId& node, const Roots& roots) {
  const std::string folder = process_folder(pid, roots);
  bool has_node = false;
  bool has_master = false;
  const std::string descriptors = folder + "/fd/";
  for (const std::string& number : names_in(descriptors)) {
    std::string descriptor = descriptors;
    descriptor += number;
    const std::string target = link_text(descriptor);
    has_node = has_node || is_node(node, descriptor, target);
    has_master = has_master || is_master_of(node, folder, number, target);
  }
  if (!has_node) return std::nullopt;
  Opener found{{pid, program_of(pid, roots)}, has_master, false};
  found.terminal = controls(node, stat_fields(pid, roots));
  return found;
}

std::vector<Seen> seen_processes(const Roots& roots) {
  std::vector<Seen> all;
  for (const std::string& name : names_in(roots.proc)) {
    const std::optional<int> pid = is_pid(name) ? leading_number(name) : std::nullopt;
    if (!pid || *pid == ::getpid()) continue;
    if (auto one = seen(*pid, roots)) all.push_back(std::move(*one));
  }
  return all;
}

bool may_have_as_terminal(const Seen& process, const NodeId& node) {
  return std::any_of(process.terminals.begin(), process.terminals.end(), [&](const NodeId& one) {
    return node.device != 0 && one.device == node.device && one.filesystem == node.filesystem;
  });
}

std::vector<Opener> openers(const NodeId& node, const Roots& roots) {
  std::vector<Opener> found;
  for (const std::string& name : names_in(roots.proc)) {
    const std::optional<int> pid = is_pid(name) ? leading_number(name) : std::nullopt;
    if (!pid) continue;
    if (auto one = opener(*pid, node, roots)) found.push_back(std::move(*one));
  }
  const auto by_pid = [](const Opener& a, const Opener& b) { return a.who.pid < b.who.pid; };
  std::sort(found.begin(), found.end(), by_pid);
  return found;
}

} // namespace dialbench::port
