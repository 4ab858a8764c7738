// What /proc tells about other processes: their names, when they started, which of them have a terminal open.
#pragma once

#include "harness/port/list.hpp"

#include <ctime>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace dialbench::port {

// A process that has ended and waits to be reaped has let go of everything: it is not alive.
bool is_alive(int pid, const Roots& roots);
// "ModemManager"; at most 15 letters, as the kernel keeps it. Empty where it may not be seen.
std::string program_of(int pid, const Roots& roots);
// Nothing where /proc does not say.
std::optional<std::time_t> started_at(int pid, const Roots& roots);

// A terminal's node as the kernel tells one from another.
struct NodeId {
  std::string real;     // /dev/ttyS0, all links resolved
  dev_t device = 0;     // 0: compare by name only
  dev_t filesystem = 0; // pseudo-terminals of different containers share their device numbers
  bool pty = false;
};
NodeId identify(const std::string& node);

struct Opener {
  Holder who;
  bool far_end = false;  // it also has the master of this pseudo-terminal: it is the modem, not a rival
  bool terminal = false; // the node is its controlling terminal: a login, a shell
};
// As far as we may see: another user's processes only as root.
std::vector<Opener> openers(const NodeId& node, const Roots& roots);

// What its name and two links of a process tell, where a walk through all of its descriptors would cost many
// times as much.
struct Seen {
  int pid = 0;
  std::string program;           // program_of()
  std::vector<NodeId> terminals; // pseudo-terminals that its standard input or error leads to
};
// As far as we may see; this process is left out.
std::vector<Seen> seen_processes(const Roots& roots);

// The processes as they are when they are first asked for: one look for many ports opened in a row.
class Look {
 public:
  explicit Look(const Roots& roots)
      : roots_(roots) {}
  const std::vector<Seen>& processes() {
    if (!processes_) processes_ = seen_processes(roots_);
    return *processes_;
  }

 private:
  Roots roots_;
  std::optional<std::vector<Seen>> processes_;
};

// Whether one of its terminals is the node: a login, a shell and what it has started.
bool may_have_as_terminal(const Seen& process, const NodeId& node);

// One process with the node open; nothing where it has not.
std::optional<Opener> opener(int pid, const NodeId& node, const Roots& roots);

} // namespace dialbench::port
