// The words in which makers name the end of a call: report_reasons.def.
#pragma once

#include "harness/emulator/call_log.hpp"

#include <string>
#include <string_view>

namespace dialbench::emulator {

std::string_view usr_reason(at::CallEnd end) noexcept;      // behind "Disconnect Reason is"
std::string_view zyxel_reason(at::CallEnd end) noexcept;    // of ATI2
std::string_view conexant_reason(at::CallEnd end) noexcept; // of AT&V1
std::string lucent_cause(const CallLog& log);               // 0 to 4; NA: there was no call, or it goes on

} // namespace dialbench::emulator
