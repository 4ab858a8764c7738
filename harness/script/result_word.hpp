// Which texts in a script are result words. They match as a whole line, by meaning; everything else matches
// as it stands.
#pragma once

#include "at/meaning.hpp"
#include "harness/script/script.hpp"

#include <optional>
#include <string_view>

namespace dialbench::script {

// BUSY, no carrier, "NO DIAL TONE": any spelling of a final result. Not with anything behind it (CONNECT
// 33600).
std::optional<at::Meaning> final_word(std::string_view text);

// What an expect or an ABORT waits for. In capitals as a modem says it, a final result, RING or RINGING
// stands for its meaning (CR and LF around it do not matter); any other text for itself, anywhere in what
// comes.
Pattern expected_pattern(std::string_view text);

} // namespace dialbench::script
