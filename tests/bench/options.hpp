// The options of the benchmarks: --name VALUE, each a number within bounds or a text.
#pragma once

#include <cstdlib>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace dialbench::bench {

struct Option {
  std::string_view name; // without --
  double* number = nullptr;
  double least = 0;
  double most = std::numeric_limits<double>::max();
  std::string* text = nullptr; // in place of a number
};

inline bool set_option(const Option& option, const char* value) {
  if (option.text != nullptr) return *option.text = value, true;
  char* end = nullptr;
  const double number = std::strtod(value, &end);
  if (*end != '\0' || !(number >= option.least && number <= option.most)) return false;
  *option.number = number;
  return true;
}

// False for wrong usage.
inline bool read_options(int count, char** arguments, std::span<const Option> options) {
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = arguments[i];
    bool known = false;
    for (const Option& option : options) {
      if (name.substr(0, 2) != "--" || name.substr(2) != option.name) continue;
      known = true;
      if (!set_option(option, arguments[i + 1])) return false;
    }
    if (!known) return false;
  }
  return count % 2 == 1;
}

} // namespace dialbench::bench
