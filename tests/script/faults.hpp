// A script, read for its fault: shown() of it, with the file named `f`; "no fault" where it reads well.
#pragma once

#include "harness/script/read.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dialbench::tests {

inline std::string toml_fault(std::string_view text, const std::vector<script::Assignment>& assignments = {},
                              const script::NumberRules& rules = {}) {
  const auto read = script::read_toml(text, "f", assignments, rules);
  return read ? "no fault" : script::shown(read.error());
}

inline std::string chat_fault(std::string_view text, const script::NumberRules& rules = {},
                              const script::ChatNumbers& numbers = {}) {
  const auto read = script::read_chat(text, "f", rules, numbers);
  return read ? "no fault" : script::shown(read.error());
}

} // namespace dialbench::tests
