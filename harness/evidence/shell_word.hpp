#pragma once

#include <string>
#include <string_view>

namespace dialbench::evidence {

// `text` as one word of a POSIX shell, in single quotes only where it needs them: "a b" -> "'a b'".
std::string shell_word(std::string_view text);

} // namespace dialbench::evidence
