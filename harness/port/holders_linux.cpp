#include "harness/port/holders_linux.hpp"

#include "harness/port/lock_file_linux.hpp"
#include "harness/port/small_file_linux.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <sstream>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace dialbench::port {
namespace {

std::vector<Claimant> lock_file_owners(const std::string& given, const NodeId& id, const Roots& roots) {
  std::vector<Claimant> owners;
  for (LockOwner& owner : read_locks(lock_names(given, id.real), roots).owners)
    owners.push_back({std::move(owner.who), std::move(owner.file)});
  return owners;
}

// /proc/locks: "1: FLOCK  ADVISORY  WRITE 812 00:1a:3 0 EOF", the sixth word being device and inode.
std::vector<Claimant> flock_owners(const std::string& path, const Roots& roots) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  std::array<char, 64> inode{};
  std::snprintf(inode.data(), inode.size(), "%02x:%02x:%llu", major(status.st_dev), minor(status.st_dev),
                static_cast<unsigned long long>(status.st_ino));
  std::vector<Claimant> owners;
  std::istringstream lines(read_small(roots.proc + "/locks", 1 << 20).value_or(""));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string number, type, advisory, access, pid, where;
    words >> number >> type >> advisory >> access >> pid >> where;
    const std::optional<int> owner = leading_number(pid);
    if (type == "FLOCK" && where == inode.data() && owner && *owner > 0)
      owners.push_back({{*owner, program_of(*owner, roots)}, ""});
  }
  return owners;
}

bool has_opened(const std::vector<Opener>& opened, int pid) {
  return std::any_of(opened.begin(), opened.end(), [&](const Opener& one) { return one.who.pid == pid; });
}

// Of those who have the pseudo-terminal open whoever may have a claim without any lock.
std::vector<Opener> suspects(const NodeId& node, Look& look, const Roots& roots) {
  std::vector<Opener> found;
  for (const Seen& process : look.processes()) {
    if (!takes_ports_by_itself(process.program) && !may_have_as_terminal(process, node)) continue;
    if (auto one = opener(process.pid, node, roots)) found.push_back(std::move(*one));
  }
  return found;
}

void append(std::vector<Claimant>& all, std::vector<Claimant> more) {
  for (Claimant& one : more) all.push_back(std::move(one));
}

} // namespace

std::vector<Claimant> claimants(const Node& node, const Roots& roots) {
  std::vector<Opener> opened = openers(node.id, roots);
  std::vector<Claimant> all = flock_owners(node.path, roots);
  // A lock outlives the process that took it where a child holds on to it; the number may be another's by
  // now.
  std::erase_if(all, [&](const Claimant& owner) { return !has_opened(opened, owner.who.pid); });
  append(all, lock_file_owners(node.path, node.id, roots));
  for (Opener& one : opened)
    if (!one.far_end) all.push_back({std::move(one.who), ""});
  return all;
}

std::vector<Claimant> rivals(const Node& node, Look& look, const Roots& roots) {
  std::vector<Claimant> all = lock_file_owners(node.path, node.id, roots);
  for (Opener& one : node.id.pty ? suspects(node.id, look, roots) : openers(node.id, roots)) {
    // Our own hold on it, if any, is found by its lock; an inherited descriptor is nobody's claim.
    if (one.far_end || one.who.pid == ::getpid()) continue;
    if (!node.id.pty || one.terminal || takes_ports_by_itself(one.who.program))
      all.push_back({std::move(one.who), ""});
  }
  return all;
}

std::vector<Holder> holders(const std::string& node, const Roots& roots) {
  const NodeId id = identify(node);
  std::vector<Holder> all;
  const auto add = [&](Holder who) {
    if (std::find(all.begin(), all.end(), who) == all.end()) all.push_back(std::move(who));
  };
  for (Claimant& owner : lock_file_owners(node, id, roots)) add(std::move(owner.who));
  for (Opener& one : openers(id, roots))
    if (!one.far_end) add(std::move(one.who));
  return all;
}

} // namespace dialbench::port
