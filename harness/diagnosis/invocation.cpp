#include "harness/diagnosis/invocation.hpp"

#include <algorithm>
#include <string_view>

namespace dialbench::diagnosis {

std::string shell_word(const std::string& text) {
  constexpr std::string_view plain =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,.:/_-+@%=";
  const bool printable =
      std::ranges::all_of(text, [](char letter) { return letter >= ' ' && letter <= '~' && letter != '\''; });
  if (text.empty() || !printable) return {};
  const bool is_plain = text.find_first_not_of(plain) == std::string::npos && text.front() != '-';
  return is_plain ? text : '\'' + text + '\'';
}

} // namespace dialbench::diagnosis
