// Copies into a mapping of a file, and outlives the loss of the file behind it: whoever cuts a mapped file
// short, and a disk that fails, would end the program by SIGBUS otherwise.
#pragma once

#include <span>
#include <string_view>

namespace dialbench::app {

// Copies `bytes` to `to`, which lies in `mapping` with room for them. False: the file behind the mapping has
// no such place any more; the mapping is ordinary memory from then on, and what was copied is lost. For one
// thread at a time. Signals for any other address take the way that they took before.
bool guarded_copy(char* to, std::string_view bytes, std::span<char> mapping) noexcept;

} // namespace dialbench::app
