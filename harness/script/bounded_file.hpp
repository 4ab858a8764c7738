// The bytes of a file that a user named, bounded, whatever stands behind the name.
#pragma once

#include "at/expected.hpp"

#include <cstddef>
#include <string>

namespace dialbench::script {

// Why there are no bytes. `what` says what stands behind the name instead ("this is a directory", "No such
// file or directory", "larger than 1 MiB"); it does not repeat the name.
struct Unreadable {
  std::string what;
  bool too_large = false;
};

// At most `bytes_max` bytes. A pipe or a device is never opened: the first would hold us, the second may have
// no end.
at::Expected<std::string, Unreadable> read_bounded(const std::string& path, std::size_t bytes_max);

} // namespace dialbench::script
