// What the modem says of a link before CONNECT, and CONNECT itself. A pure function of link, settings and
// habits.
//
//   +MR=1      +MCR: V34 and +MRR: 33600, in place of CARRIER 33600, which W1 and S95 bit 2 ask for
//   +ER=1      +ER: LAPM, in place of PROTOCOL: LAPM, which W1 and S95 bit 3 ask for
//   +DR=1      +DR: V42B, in place of COMPRESSION: V.42BIS, which W1 and S95 bit 5 ask for
//   +ILRR=1    +ILRR: 115200, the rate of the serial port
//
// in this order (V.250 6.4.3, 6.5.5, 6.6.2, 6.2.12; results.md, section 5). V.23, whose two ways differ by
// who calls, has both of its rates in these words: CARRIER 75/1200, and on CONNECT as the dialect writes
// them, the rate sent first. CONNECT names the rate of the serial port where W is 0 or 1 and S95 bit 0 is 0,
// else that of the line, which it also names as long as nobody has set W or S95 (Settings::names_line_rate);
// in X0 none. X0 knows none of the words of W and S95.
#pragma once

#include "harness/emulator/link.hpp"

#include <string>
#include <vector>

namespace dialbench::emulator {

std::vector<std::string> lines_before_connect(const Link& link, const Settings& settings,
                                              const Habits& habits);
std::string connect_line(const Link& link, const Settings& settings, const Habits& habits);
// CARRIER and the rate received; of V.23 both rates, the one sent first.
std::string carrier_line(const Link& link);
// What the port runs at: +IPR, or where that leaves it open, the habit.
unsigned port_rate(const Settings& settings, const Habits& habits) noexcept;

} // namespace dialbench::emulator
