// The Properties value: eight DWORDs (MSDN, Properties; mcx.h).
#pragma once

#include "at/inf/model.hpp"

#include <optional>
#include <string_view>

namespace dialbench::at::inf {

inline constexpr std::size_t properties_bytes = 32;

// None where there are fewer or more bytes.
std::optional<Properties> properties_of(std::string_view bytes) noexcept;

} // namespace dialbench::at::inf
