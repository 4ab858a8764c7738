#include "at/last_call/kind.hpp"

namespace dialbench::at {

std::string_view name(ReportKind kind) noexcept {
  switch (kind) {
  case ReportKind::unimodem: return "unimodem";
  case ReportKind::s86: return "s86";
  case ReportKind::usr_link: return "usr_link";
  case ReportKind::usr_extended: return "usr_extended";
  case ReportKind::lucent: return "lucent";
  case ReportKind::conexant: return "conexant";
  case ReportKind::zyxel: return "zyxel";
  case ReportKind::multitech: return "multitech";
  }
  return "unimodem";
}

} // namespace dialbench::at
