// Data that is the same but for line ends: CR, LF, CR LF, and blanks before them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dialbench::replay {

struct Loosely {
  enum class Result : std::uint8_t { same, differs, needs_more };
  Result result = Result::differs;
  std::size_t taken = 0; // of `heard`: how much of it is the same, or was looked at
};

Loosely compared_loosely(std::string_view recorded, std::string_view heard) noexcept;

} // namespace dialbench::replay
