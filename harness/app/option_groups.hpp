// The headings of --help under which several commands list their options.
#pragma once

namespace dialbench::app {

inline constexpr auto output_group = "Output";
inline constexpr auto carrier_group = "Where it is put, one of";

} // namespace dialbench::app
