// How a modem of a dialect says what the emulated one has to say: its own words, and the numbers of V0, out
// of the tables of at/dialects.
#pragma once

#include "at/dialect.hpp"

#include <optional>
#include <string_view>

namespace dialbench::emulator {

// The dialect's own word for a result word of words.hpp: RRING, NO DIAL TONE. A word for which it has none is
// replaced by what such a modem would hear instead: VOICE and FAX are NO CARRIER, LINE IN USE is no dial
// tone, DELAYED and BLACKLISTED are ERROR (results.md, section 4). CONNECT, OK, and whatever is no result
// word stay as they are; so does everything without a dialect.
std::string_view spoken(std::string_view word, const at::Dialect* dialect) noexcept;

// The V0 number of a word as the dialect says it; CONNECT with more behind it than the table has is looked up
// with less: CONNECT 28800/ARQ/V34/LAPM is CONNECT 28800/ARQ/V34, or CONNECT 28800. None where nothing of it
// is there. Without a dialect: the numbers of Conexant and Rockwell modems.
std::optional<unsigned> number_of(std::string_view word, const at::Dialect* dialect = nullptr) noexcept;

} // namespace dialbench::emulator
