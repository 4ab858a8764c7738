// A value of the Responses key: its name is what the modem says, its ten bytes what that means
// (MSDN, Responses; unimodem.md, section 1).
#pragma once

#include "at/expected.hpp"
#include "at/inf/addreg.hpp"
#include "at/inf/model.hpp"

namespace dialbench::at::inf {

inline constexpr std::size_t response_bytes = 10; // state, options, four of the DCE rate, four of the DTE's

// Its place is not filled in. The error says what is wrong with it.
Expected<Response, std::string> response_of(const Value& value);

// A number of `bytes`, lowest first, from `at` on; they must be there.
std::uint32_t dword(std::string_view bytes, std::size_t at) noexcept;

} // namespace dialbench::at::inf
