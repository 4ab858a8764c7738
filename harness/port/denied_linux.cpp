// No permission: who owns the node, why that shuts us out, and the commands that change it.
#include "harness/evidence/shell_word.hpp"
#include "harness/port/advice_linux.hpp"
#include "harness/port/node_linux.hpp"

#include <algorithm>
#include <grp.h>
#include <optional>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dialbench::port {
namespace {

std::string user_name(uid_t user) {
  const passwd* const entry = ::getpwuid(user);
  return entry != nullptr ? entry->pw_name : std::to_string(user);
}

std::optional<std::string> group_name(gid_t group) {
  const ::group* const entry = ::getgrgid(group);
  return entry != nullptr ? std::optional<std::string>(entry->gr_name) : std::nullopt;
}

std::string mode_text(mode_t mode) {
  const std::string letters = "rwxrwxrwx";
  std::string text;
  for (std::size_t i = 0; i < letters.size(); ++i) text += (mode & (0400U >> i)) != 0 ? letters[i] : '-';
  return text;
}

bool process_has_group(gid_t group) {
  if (::getegid() == group) return true;
  std::vector<gid_t> groups(static_cast<std::size_t>(std::max(0, ::getgroups(0, nullptr))));
  const int count = ::getgroups(static_cast<int>(groups.size()), groups.data());
  groups.resize(static_cast<std::size_t>(std::max(0, count)));
  return std::find(groups.begin(), groups.end(), group) != groups.end();
}

// The group's list in /etc/group: what the next login will have.
bool user_is_listed(gid_t group) {
  const std::string user = user_name(::geteuid());
  const ::group* const entry = ::getgrgid(group);
  if (entry == nullptr) return false;
  for (char** member = entry->gr_mem; *member != nullptr; ++member)
    if (user == *member) return true;
  return false;
}

constexpr mode_t group_read_write = S_IRGRP | S_IWGRP;

evidence::PortProblem problem(int error, std::string why, std::string advice) {
  return {evidence::PortFault::denied, error, std::move(why), std::move(advice)};
}

} // namespace

evidence::PortProblem denied(const Node& node, int system_error) {
  const std::optional<std::string> group = group_name(node.group);
  const std::string path = displayed(node.path);
  const std::string belongs = path + " belongs to " + user_name(node.owner) + ":" +
                              group.value_or(std::to_string(node.group)) + " (" + mode_text(node.mode) +
                              "). ";
  const std::string open_to_all =
      "sudo chmod o+rw " + evidence::shell_word(node.id.real) + "   # until it is plugged in again";
  if (node.owner == ::geteuid())
    return problem(system_error, belongs + "It is yours, but its mode keeps you out.",
                   "chmod u+rw " + evidence::shell_word(node.id.real));
  if ((node.mode & group_read_write) != group_read_write)
    return problem(system_error, belongs + "Its group has no access either.", open_to_all);
  if (process_has_group(node.group))
    return problem(system_error, belongs + "Its mode lets you in; a container or a security policy does not.",
                   "");
  // Nobody should join the group root for the sake of a port.
  if (!group || node.group == 0) return problem(system_error, belongs + "Only root may use it.", open_to_all);
  if (user_is_listed(node.group))
    return problem(system_error, belongs + "You are in " + *group + " since your last login began.",
                   "newgrp " + *group + "   # or log out and in");
  return problem(system_error, belongs + "You are not in " + *group + ".",
                 "sudo usermod -aG " + *group + " $USER\nnewgrp " + *group + "   # or log out and in");
}

} // namespace dialbench::port
