#include "harness/evidence/shell_word.hpp"

namespace dialbench::evidence {

std::string shell_word(std::string_view text) {
  constexpr std::string_view plain =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,.:/_-+@%=";
  const bool is_plain = !text.empty() && text.front() != '-' && text.front() != '=' &&
                        text.find_first_not_of(plain) == std::string_view::npos;
  if (is_plain) return std::string(text);
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + '\'';
}

} // namespace dialbench::evidence
