// The list of ports as text and as data.
#pragma once

#include "harness/port/list.hpp"
#include "harness/report/style.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace dialbench::app {

std::string ports_text(const std::vector<port::Listed>& ports, const report::Style& style);
nlohmann::ordered_json ports_json(const std::vector<port::Listed>& ports);

} // namespace dialbench::app
