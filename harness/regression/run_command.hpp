// Somebody else's dialer against the modem of a scenario.
#pragma once

#include "harness/emulator/faults/faulty_dce.hpp"
#include "harness/emulator/serve/serve.hpp"
#include "harness/regression/run_scenario.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

namespace dialbench::regression {

// Runs `scenario.command` with /bin/sh, its standard input empty and its output kept in `ran.output`, until
// it ends or its time is up: then it gets SIGTERM, two seconds later SIGKILL, and `ran.status` stays empty.
// One that waits for more calls than there are is dismissed the same way (`ran.dismissed`), unless a status
// is expected of it: ten exchange seconds behind the last call, or when it should have let go of that.
// Behind its end the line has two exchange seconds to become free (`ran.on_line`). All of these live until it
// returns.
boost::asio::awaitable<void> run_command(boost::asio::any_io_executor executor, const Scenario& scenario,
                                         const serve::Served& modem, const faults::FaultyDce& dce,
                                         const emulator::CallsSeen& calls, double pace, Ran& ran);

// Until the carrier is gone, and the modem has seen that nobody has its port open where a call was left to
// that; two exchange seconds and one of a busy machine at most.
boost::asio::awaitable<void> wait_for_a_free_line(boost::asio::any_io_executor executor,
                                                  const faults::FaultyDce& dce,
                                                  const emulator::CallsSeen& calls, double pace);

} // namespace dialbench::regression
