// The forms in which modems tell of their last call.
#pragma once

#include <cstdint>
#include <string_view>

namespace dialbench::at {

enum class ReportKind : std::uint8_t {
  unimodem,     // AT#UD: DIAG <2A4D3263 key=value ...> (Microsoft's Unimodem diagnostics)
  s86,          // ATS86?: one number (Conexant/Rockwell)
  usr_link,     // USR ATI6
  usr_extended, // USR ATI11
  lucent,       // Lucent/Agere ATI11
  conexant,     // Conexant AT&V1
  zyxel,        // ZyXEL ATI2
  multitech     // Multi-Tech's link page
};
std::string_view name(ReportKind kind) noexcept;

} // namespace dialbench::at
