#include "harness/regression/suite.hpp"

#include "harness/regression/judge.hpp"
#include "harness/script/read.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <utility>

namespace dialbench::regression {
namespace {

class Running {
 public:
  Running(const Suite& suite, const std::vector<Found>& scenarios,
          const std::function<void(const Judged&)>& each)
      : suite_(suite)
      , scenarios_(scenarios)
      , each_(each) {}

  Summary run() {
    boost::asio::io_context context(1);
    const auto workers = std::min<std::size_t>(std::max(1U, suite_.at_once), scenarios_.size());
    for (std::size_t i = 0; i < workers; ++i) {
      boost::asio::co_spawn(context, worker(context.get_executor()), boost::asio::detached);
    }
    context.run();
    return summary_;
  }

 private:
  boost::asio::awaitable<void> worker(boost::asio::any_io_executor executor) {
    while (next_ < scenarios_.size()) {
      Judged judged;
      judged.index = next_++;
      const Found& found = scenarios_[judged.index];
      judged.file = found.file;
      judged.name = found.name();
      std::optional<std::uint64_t> seed;
      if (suite_.seed) seed = *suite_.seed + judged.index;
      if (found.scenario) {
        judged.ran = co_await run_scenario(executor, *found.scenario, suite_.scripts, suite_.way, seed);
        judged.failures = judge(*found.scenario, judged.ran);
      } else {
        judged.unreadable = true;
        for (const auto& fault : found.scenario.error()) judged.failures.push_back(script::shown(fault));
      }
      ++(judged.failures.empty() ? summary_.passed : summary_.failed);
      each_(judged);
    }
  }

  const Suite& suite_;
  const std::vector<Found>& scenarios_;
  const std::function<void(const Judged&)>& each_;
  std::size_t next_ = 0;
  Summary summary_;
};

} // namespace

Summary run_suite(const Suite& suite, const std::vector<Found>& scenarios,
                  const std::function<void(const Judged&)>& each) {
  return Running(suite, scenarios, each).run();
}

} // namespace dialbench::regression
