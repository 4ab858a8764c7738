// The pages on which modems tell of their last call, as their makers lay them out, with what the log knows.
// at/last_call reads each of them. Values that an emulated modem has no truth for (echo, noise, line quality)
// are left out.
#pragma once

#include "at/dialect.hpp"
#include "harness/emulator/call_log.hpp"
#include "harness/emulator/settings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::emulator {

struct ReportFacts {
  const CallLog& log;
  const Settings& settings;
  const Habits& habits;
  bool diagnostics_cleared = false; // since the call: Z, &F
  Time now{};
};

// The report that a command line asks for in this dialect (at::Dialect::reports): AT#UD, ATI6, AT&V1 ...
// Without a dialect: as Conexant's modems. Nothing where it asks for none. `command_line` is in capitals, and
// begins with AT.
std::optional<at::ReportKind> report_asked(std::string_view command_line,
                                           const at::Dialect* dialect) noexcept;

// Lines parted by '\n'; s86 is a register and has no page.
std::string report_page(at::ReportKind kind, const ReportFacts& facts);

// The line behind which a report waits for a key: any shows the rest, ESC leaves it (Lucent's ATI11).
inline constexpr std::string_view between_pages = "Press any key to continue; ESC to quit.";

// S86 (at/last_call/s86.def): 21 before the first call.
std::uint8_t s86_of(const CallLog& log) noexcept;

} // namespace dialbench::emulator
