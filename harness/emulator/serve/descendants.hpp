#pragma once

#include <vector>

#include <sys/types.h>

namespace dialbench::serve {

// The processes that `pid` has started and those that they have, as far as /proc tells, parents first. One
// whose parent has ended belongs to nobody and is not among them.
std::vector<pid_t> descendants(pid_t pid);

} // namespace dialbench::serve
