// Which dial strings are one number.
#pragma once

#include <string>
#include <string_view>

namespace dialbench::redial {

// The digits of a dial string or number: modifiers, pauses and punctuation go, and so do service codes in
// front
// (*70 and its like: a star and two digits), since *70,,5551234 calls whom 5551234 calls. An outside-line
// prefix stays: give what the exchange of the same line was given each time.
std::string digits_of(std::string_view dial);

} // namespace dialbench::redial
