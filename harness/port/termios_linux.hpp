// Rate, format and raw mode by termios2, which takes any rate. In a file of its own since the kernel's
// termios and the C library's, which Asio includes, cannot be seen by one source file.
#pragma once

#include "at/expected.hpp"
#include "harness/port/settings.hpp"

#include <memory>
#include <optional>

struct termios2;

namespace dialbench::port {

using SavedTermios = std::shared_ptr<const ::termios2>;
// The settings as they are, or errno.
at::Expected<SavedTermios, int> save_termios(int terminal);
void restore_termios(int terminal, const SavedTermios& saved) noexcept;

// Raw and as asked, in one step, so that there is never a moment with echo on and the new rate; what came
// before is thrown away. Errno, or 0.
int make_raw(int terminal, const Settings& settings);

// What the driver made of it.
struct Actual {
  Baud rate = 0;
  Format format;
};
at::Expected<Actual, int> read_back(int terminal);

// A UART divides its base rate by a whole number: the rate nearest to `asked` that comes out. `asked` itself
// where the base is unknown (0) or smaller.
Baud nearest_divided(Baud base, Baud asked) noexcept;
// The base rate of a PC UART (TIOCGSERIAL); 0: not such a UART, or it does not say.
Baud uart_base(int terminal) noexcept;

// A modem tolerates about this much between the two clocks.
inline constexpr double rate_tolerance = 0.03;
bool near_enough(Baud actual, Baud asked) noexcept;

} // namespace dialbench::port
