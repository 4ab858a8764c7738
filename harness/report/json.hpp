// The verdict as data: the same as the text says, with a schema version.
#pragma once

#include "harness/diagnosis/verdict.hpp"
#include "harness/evidence/outcome.hpp"
#include "harness/report/setting.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::report {

inline constexpr std::string_view outcome_schema = "dialbench.outcome/1";

// Keys keep their order. Times are seconds since the session began, in exchange time; what is not known is
// null.
nlohmann::ordered_json verdict_json(const diagnosis::Verdict& verdict, const evidence::Outcome& outcome,
                                    const Setting& setting);

// As text: `indent` blanks a level, or one line where it is negative. Never throws: bytes that are no UTF-8
// were escaped on the way in, as \xNN.
std::string json_text(const nlohmann::ordered_json& json, int indent = 2);

// `bytes` as they are where they are valid UTF-8; every other byte becomes \xNN.
std::string utf8(std::string_view bytes);

// What is not known is null: an empty text, and 0 of what is counted from 1.
nlohmann::ordered_json text_or_null(std::string_view text);
nlohmann::ordered_json number_or_null(std::uint64_t number);

// A list of them, each as UTF-8.
nlohmann::ordered_json texts(const std::vector<std::string>& lines);

} // namespace dialbench::report
