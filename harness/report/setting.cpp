#include "harness/report/setting.hpp"

namespace dialbench::report {

std::string_view name(LineKind line) noexcept {
  switch (line) {
  case LineKind::real: return "real";
  case LineKind::emulated: return "emulated";
  case LineKind::simulator: return "simulator";
  }
  return "";
}

} // namespace dialbench::report
