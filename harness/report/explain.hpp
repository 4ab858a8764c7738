// One code of the catalogue, as text and as data.
#pragma once

#include "catalogue/catalogue.hpp"
#include "harness/report/style.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace dialbench::report {

std::string code_text(const catalogue::Code& code, const Style& style);
nlohmann::ordered_json code_json(const catalogue::Code& code);

// A line a code: "676 ERROR_LINE_BUSY  what it means".
std::string codes_text(const std::vector<const catalogue::Code*>& codes, const Style& style);
nlohmann::ordered_json codes_json(const std::vector<const catalogue::Code*>& codes);

// "the HP list and the ports list": which lists name the code.
std::string lists_text(unsigned lists);

} // namespace dialbench::report
