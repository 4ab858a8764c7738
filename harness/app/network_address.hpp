// [HOST:]PORT of an option: 7001, 127.0.0.1:7001, [::1]:7001.
#pragma once

#include "harness/emulator/serve/serve.hpp"

#include <optional>
#include <string_view>

namespace dialbench::app {

// Without a host it is 127.0.0.1: who wants others to reach it says so. Nothing where it is no such address.
std::optional<serve::Address> read_address(std::string_view text);

} // namespace dialbench::app
