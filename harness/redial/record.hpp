// One line of the store's file. Pure.
#pragma once

#include "harness/redial/dialled.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::redial {

inline constexpr std::size_t digits_max = 64; // of a number in the file

// With the line end. Keeps digits of the number only, at most digits_max of them; "-" stands for none.
std::string record(const Dialled& entry);
// Without the line end. Nothing where the line is damaged.
std::optional<Dialled> parse_record(std::string_view line);

} // namespace dialbench::redial
