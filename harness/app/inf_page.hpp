// INF files as pages and as data.
#pragma once

#include "at/inf/read.hpp"
#include "harness/report/style.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace dialbench::app {

inline constexpr std::string_view inf_schema = "dialbench.inf/1";
inline constexpr int no_model_code = 659; // ERROR_DEVICENAME_NOT_FOUND

// "modem.inf:12: 654 ERROR_MACRO_NOT_DEFINED: %Brnad% is not defined in [Strings]"
std::string fault_text(const at::inf::Fault& fault);

// All models, by their makers, and how to go on.
std::string models_text(const at::inf::File& file, std::string_view path, const report::Style& style);
// One model: what it answers and what it is told.
std::string model_text(const at::inf::Model& model, const at::inf::File& file, std::string_view path,
                       const report::Style& style);
// All of it; `model` is shown whole where there is one.
nlohmann::ordered_json inf_json(const at::inf::File& file, std::string_view path,
                                const at::inf::Model* model);

// The text of a response without the CR and LF around it.
std::string_view without_framing(std::string_view text) noexcept;

} // namespace dialbench::app
