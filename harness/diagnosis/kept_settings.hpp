// What a modem keeps of a command line after the call, until it is reset.
#pragma once

#include <string>
#include <string_view>

namespace dialbench::diagnosis {

// "+MS=V22B,0, S6=8"; empty: nothing, or it was stored on purpose (&W). E, Q, V and X do not count: the usual
// set-up of a call sets them anew. What stands before a reset in the line is gone with it.
std::string kept_settings(std::string_view line);

} // namespace dialbench::diagnosis
