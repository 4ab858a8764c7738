// The bytes of a file that a user named, bounded, whatever stands behind the name.
#pragma once

#include "at/expected.hpp"

#include <cstddef>
#include <string>

namespace dialbench::dialect {

// At most `bytes_max` bytes. The error says what stands behind the name instead ("this is a directory", "No
// such file or directory", "larger than 1 MiB"); it does not repeat the name. A pipe or a device is never
// opened: the first would hold us, the second may have no end.
at::Expected<std::string, std::string> read_bounded(const std::string& path, std::size_t bytes_max);

} // namespace dialbench::dialect
