// Sentences with the facts filled in. The placeholders are those that rules.def lists.
#pragma once

#include "harness/diagnosis/facts.hpp"

#include <string>
#include <string_view>

namespace dialbench::diagnosis {

// "It rang until the end: {rings}." -> "It rang until the end: 5 rings." A name that is no placeholder stays
// as it stands.
std::string filled(std::string_view sentence, const Facts& facts);
bool is_placeholder(std::string_view name) noexcept; // without its braces

// Text of a modem inside a sentence of ours: ASCII, controls and other bytes as \xNN, cut at 60 characters.
std::string quoted_text(std::string_view text);

} // namespace dialbench::diagnosis
