// DTR, RTS, DCD, DSR, CTS, RI, break and the UART's counters by ioctl. A pty has none of them: ENOTTY, no
// error.
#pragma once

#include "harness/evidence/modem_lines.hpp"

#include <optional>

namespace dialbench::port {

bool has_lines(int terminal) noexcept;
std::optional<evidence::ModemLines> read_lines(int terminal) noexcept;
// Sets those that have a value. False: the port has no such lines.
bool write_lines(int terminal, std::optional<bool> dtr, std::optional<bool> rts) noexcept;

// As the driver counts them, from whenever it began.
std::optional<evidence::UartErrors> read_counters(int terminal) noexcept;
// The counters wrap around; the difference does not care.
evidence::UartErrors counted_since(const evidence::UartErrors& then,
                                   const evidence::UartErrors& now) noexcept;

bool write_break(int terminal, bool on) noexcept;

} // namespace dialbench::port
