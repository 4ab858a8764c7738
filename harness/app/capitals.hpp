#pragma once

#include "at/characters.hpp"

#include <algorithm>
#include <string>

namespace dialbench::app {

inline std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  std::transform(text.begin(), text.end(), capitals.begin(), at::detail::to_upper);
  return capitals;
}

} // namespace dialbench::app
