// A model of an INF file by what a user calls it.
#pragma once

#include "at/expected.hpp"
#include "at/inf/model.hpp"
#include "harness/dialect/load.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dialbench::dialect {

inline constexpr std::size_t listed_max = 12; // models in a message

// The model's name as it stands, or in any case of its letters; else one of its hardware ids or its install
// section; else a part of one name only. Models that are called alike and share their install section are
// one. An empty name is the only model there is. Otherwise 659, with the models it may be, the nearest first.
at::Expected<const at::inf::Model*, Problem> find_model(const std::vector<at::inf::Model>& models,
                                                        std::string_view name, std::string_view file);

// What find_model() takes for this model and for no other: its name, or its install section where others have
// the same name, or where the name has bytes that cannot be typed everywhere.
std::string handle(const at::inf::Model& model, const std::vector<at::inf::Model>& models);

} // namespace dialbench::dialect
