// Runs one scenario to its end, as `dialbench test` does, with the scripts of this source.
#pragma once

#include "harness/regression/run_scenario.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <string>
#include <utility>

namespace dialbench::tests {

inline regression::Ran run(const regression::Scenario& scenario, regression::Way way = regression::Way::pty) {
  boost::asio::io_context context(1);
  regression::Ran ran;
  const auto scripts = std::string(DIALBENCH_SOURCE_DIR) + "/scripts";
  auto scenario_run = regression::run_scenario(context.get_executor(), scenario, scripts, way);
  boost::asio::co_spawn(context, std::move(scenario_run),
                        [&](const std::exception_ptr& failed, regression::Ran result) {
                          if (failed) std::rethrow_exception(failed);
                          ran = std::move(result);
                        });
  context.run();
  return ran;
}

} // namespace dialbench::tests
