// Inside of at/last_call: what a key of AT#UD and its value mean (unimodem_keys.def, unimodem_values.def).
#pragma once

#include "at/last_call/collector.hpp"

#include <string_view>

namespace dialbench::at::last_call {

// False where the key is in no table, or the value fits none.
bool assign_unimodem(Collector& collector, std::string_view key, std::string_view value);

} // namespace dialbench::at::last_call
