// `inf:FILE#MODEL` taken apart.
#pragma once

#include <string>
#include <string_view>

namespace dialbench::dialect {

struct InfName {
  std::string file;
  std::string model; // empty: the only one of the file is meant
};

bool is_inf_name(std::string_view name) noexcept; // inf: in any case

// `name` with or without inf:. Both a file's and a model's name may have a #: the last one divides that has
// an existing path before it; the whole is a file's name where there is such a file.
InfName parse_inf_name(std::string_view name);

// The other way: what --dialect takes.
std::string inf_name(std::string_view file, std::string_view model);

} // namespace dialbench::dialect
