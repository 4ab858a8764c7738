// The log that Windows keeps of a modem: Modemlog.txt of 95, 98 and Me, ModemLog_<name>.txt of NT, 2000 and
// XP.
//
//   03-30-2000 16:28:38.70 - Send: AT<cr>
//   03-30-2000 16:28:38.85 - Recv: <cr><lf>OK<cr><lf>
//   03-30-2000 16:28:38.87 - Interpreted response: Ok
//
// 95, 98 and Me put the time before the date; zero to three decimals (unimodem.md, section 7; Q142730,
// Q260720, Q170825). What was sent and received is decoded: <cr>, <lf>, and two hexadecimal digits or h and
// two of them between < and >; any other < stands for itself. Everything else that the log says is a note.
// Copies of logs on web pages have often lost what stood between < and >: where a whole file has no <cr> and
// no <lf>, commands get their CR and answers their line ends back, CR alone behind a number (V0). A number
// may be masked with #.
#pragma once

#include "harness/transcript/fault.hpp"

#include <string_view>

namespace dialbench::transcript {

bool looks_like_windows_log(std::string_view line) noexcept;
// Time 0 is the first line's; a clock that was set back stands still. UTF-16 with its mark is read too.
Reading read_windows_log(std::string_view bytes);
bool looks_like_utf16(std::string_view bytes) noexcept;

} // namespace dialbench::transcript
