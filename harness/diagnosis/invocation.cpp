#include "harness/diagnosis/invocation.hpp"

#include "harness/evidence/shell_word.hpp"

#include <algorithm>

namespace dialbench::diagnosis {

std::string typeable_word(const std::string& text) {
  const bool printable =
      std::ranges::all_of(text, [](char letter) { return letter >= ' ' && letter <= '~' && letter != '\''; });
  return text.empty() || !printable ? std::string() : evidence::shell_word(text);
}

} // namespace dialbench::diagnosis
