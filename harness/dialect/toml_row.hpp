// One [[row]] and one [[report]] of a dialect file.
#pragma once

#include "at/owned_dialect.hpp"
#include "harness/script/toml_node.hpp"

#include <optional>
#include <string_view>

namespace dialbench::dialect {

// The keys, blank-separated; docs/dialects.md has the same ones, and a test compares them.
inline constexpr std::string_view row_keys = "number word meaning dce dte error_control compression";
inline constexpr std::string_view report_keys = "kind command";

inline constexpr std::size_t word_bytes_max = 128;
inline constexpr unsigned number_max = 999;       // ATV0 numbers have at most three digits
inline constexpr unsigned rate_max = 100'000'000; // bit/s

std::optional<at::OwnedRow> read_row(const toml::table& table, script::Reading& reading);
std::optional<at::OwnedReport> read_report(const toml::table& table, script::Reading& reading);

} // namespace dialbench::dialect
