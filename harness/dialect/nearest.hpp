// Names by how near they are to a mistyped one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dialbench::dialect {

// Letters changed, lost or added, in any case; only the first 64 bytes of each count.
std::size_t distance(std::string_view one, std::string_view other);

// The nearest of the names; those that contain the word stand before all others. Equal ones keep their order.
std::vector<std::string_view> nearest_first(std::string_view word, std::vector<std::string_view> names);

// The one that was probably meant: at most two letters away and fewer than half of its own; empty: none.
std::string_view meant(std::string_view word, const std::vector<std::string_view>& names);

char lower(char c) noexcept;
bool same_in_any_case(std::string_view one, std::string_view other) noexcept;
bool contains_in_any_case(std::string_view text, std::string_view part) noexcept;

} // namespace dialbench::dialect
