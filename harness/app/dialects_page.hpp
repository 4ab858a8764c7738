// Dialects as pages and as data.
#pragma once

#include "at/dialect.hpp"
#include "harness/report/style.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <string_view>

namespace dialbench::app {

inline constexpr std::string_view dialect_schema = "dialbench.dialect/1";

std::string dialects_text(std::span<const at::Dialect* const> dialects, const report::Style& style);
nlohmann::ordered_json dialects_json(std::span<const at::Dialect* const> dialects);

// One of them, whole. `name` is what --dialect takes for it.
std::string dialect_text(const at::Dialect& dialect, std::string_view name, const report::Style& style);
nlohmann::ordered_json dialect_json(const at::Dialect& dialect);

// "33600 bit/s, DTE 115200 bit/s, error control"; empty where nothing is stated.
std::string link_text(const at::StatedLink& link);

// For the end of a line: harmless, and without a blank in front, which report::wrapped takes for a command.
std::string shown_word(std::string_view word);

} // namespace dialbench::app
