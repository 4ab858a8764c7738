// Values of a dialect file, bounded and clean, or a fault where they stand.
#pragma once

#include "harness/script/toml_node.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::dialect {

inline constexpr std::size_t command_bytes_max = 80;

// All leave a fault in `reading` where they give false. Text is not empty, has no control characters and at
// most `most` bytes.
bool text_in(const script::Entry& entry, std::size_t most, script::Reading& reading, std::string& into);
// A line that the program may send by itself: AT and more, and nothing that dials, since numbers are asked
// for elsewhere.
bool command_in(const script::Entry& entry, script::Reading& reading, std::string& into);
// The position in `names` of what is written; names.size() where it is none of them.
std::size_t choice_in(const script::Entry& entry, const std::vector<std::string_view>& names,
                      const std::string& what, script::Reading& reading);
// Always false. "unknown key "numbr" (number?) in [[row]]; expected number, word ..."
bool unknown_key_near(const script::Entry& entry, const std::string& where, std::string_view known,
                      script::Reading& reading);

std::string capitals(std::string_view text);

} // namespace dialbench::dialect
