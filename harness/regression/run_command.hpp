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
// Behind its end the line has two exchange seconds to become free (`ran.on_line`). All of these live until it
// returns.
boost::asio::awaitable<void> run_command(boost::asio::any_io_executor executor, const Scenario& scenario,
                                         const serve::Served& modem, const faults::FaultyDce& dce,
                                         double pace, Ran& ran);

} // namespace dialbench::regression
