// Text of a script inside a message: in quotes, with control bytes escaped, and not longer than a line has
// room for.
#pragma once

#include <string>
#include <string_view>

namespace dialbench::script {

std::string in_quotes(std::string_view text);
// The same without quotes.
std::string printable(std::string_view text);
// The same as long as it is.
std::string escaped(std::string_view text);
// `one, two or three`.
std::string listed(std::string_view blank_separated);

} // namespace dialbench::script
