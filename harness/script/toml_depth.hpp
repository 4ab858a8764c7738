// A guard in front of the TOML parser. It bounds nested values itself, but makes one table inside another for
// each dot of a key, and taking tables apart recurses: a key of 500000 dots ends the program. So keys and
// brackets are counted first.
#pragma once

#include <optional>
#include <string_view>

namespace dialbench::script {

inline constexpr unsigned key_dots_max = 16;
inline constexpr unsigned brackets_max = 32;

// Offset of the byte that goes too deep. Text that is no TOML gives any answer; the parser will say what is
// wrong with it.
std::optional<std::size_t> too_deep(std::string_view toml) noexcept;

} // namespace dialbench::script
