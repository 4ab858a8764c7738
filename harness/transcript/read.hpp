// Reads a transcript in whichever format it is.
#pragma once

#include "harness/transcript/fault.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::transcript {

enum class Input : std::uint8_t { text, pppdump, socat, umockdev, windows };
std::optional<Input> parse_input(std::string_view name) noexcept; // text, pppdump, socat, umockdev, windows
inline constexpr std::string_view input_names = "text, pppdump, socat, umockdev or windows";

// By its first bytes (pppdump, UTF-16), else by its first line that is neither empty nor a # note; text (ours
// and recordings) where nothing else fits.
Input input_of(std::string_view bytes) noexcept;

// Never throws on any input but for lack of memory; limits.hpp says how much it takes.
Reading read(std::string_view bytes, Input input);
Reading read(std::string_view bytes); // as input_of() finds it

// "FILE:LINE:COLUMN: what"; the line and the column only where they are known.
std::string shown(const Fault& fault, std::string_view file);

} // namespace dialbench::transcript
