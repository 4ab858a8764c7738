// Inside of classify(): words.def as a constant, for tables that the compiler makes of it.
#pragma once

#include "at/words.hpp"

#include <array>

namespace dialbench::at::detail {

inline constexpr auto word_table = std::to_array<Word>({
#define WORD(form, text, meaning) {Form::form, text, Meaning::meaning},
#include "at/words.def"
});

} // namespace dialbench::at::detail
