// Inside of at/last_call: the words of reports in the spelling of at::Link (link_words.def).
#pragma once

#include <string>
#include <string_view>

namespace dialbench::at::last_call {

// V.34+ is V34, 56K is K56, V.42bis is V42BIS, None is NONE; words that are not known stay as they are.
std::string spelled_modulation(std::string_view words);
std::string spelled_protocol(std::string_view words);
std::string spelled_compression(std::string_view words);

} // namespace dialbench::at::last_call
