// Reads a modem INF file: UTF-8, UTF-16 with and without byte order mark, or bytes of an old code page, which
// are passed through; strings, line continuations, AddReg sections, Needs, and Include through a callback,
// for this knows no files.
//
//   auto file = at::inf::read(bytes, "mdmxyz.inf", [&](std::string_view name) { return load_beside(name); });
//   for (const at::inf::Model& model : file.models) ...
#pragma once

#include "at/inf/model.hpp"
#include "at/owned_dialect.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::at::inf {

inline constexpr std::size_t file_bytes_max =
    std::size_t{4} * 1024 * 1024; // the largest known modem INF is below 1 MB
inline constexpr std::size_t include_depth_max = 8;

// The bytes of an included file by the name that the INF gives it; nothing where there is none.
using Include = std::function<std::optional<std::string>(std::string_view name)>;

struct File {
  std::vector<Model> models; // as far as they can be used
  std::vector<Fault>
      faults; // in the order of their places; one that leaves a model unusable took it out of `models`
};

// Never throws for what the file holds. A file that is no modem INF at all has no models and at least one
// fault.
File read(std::string_view bytes, std::string_view name, const Include& include);

// The model as a dialect: every response gives its own state and rates. id is "inf", title the model's name.
OwnedDialect to_dialect(const Model& model, std::string_view file_name);

} // namespace dialbench::at::inf
