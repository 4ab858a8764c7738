// One code of the catalogue, as text and as data; and outcome classes, which have no page of their own where
// a code has one.
#pragma once

#include "catalogue/catalogue.hpp"
#include "harness/evidence/outcome_class.hpp"
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

// A class that has no code, since it is a success.
std::string success_text(const evidence::OutcomeRow& row, const Style& style);
nlohmann::ordered_json class_json(const evidence::OutcomeRow& row);

// All classes, a line each with its code.
std::string classes_text();
nlohmann::ordered_json classes_json();

// "the HP list and the ports list": which lists name the code.
std::string lists_text(unsigned lists);

} // namespace dialbench::report
