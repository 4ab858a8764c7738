#include "harness/regression/suite.hpp"

#include "harness/regression/judge.hpp"
#include "harness/script/read.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <utility>

namespace dialbench::regression {
namespace {

class Running {
 public:
  Running(boost::asio::io_context& context, const Suite& suite, const std::vector<Found>& scenarios,
          const std::function<void(const Judged&)>& each)
      : context_(context)
      , suite_(suite)
      , scenarios_(scenarios)
      , each_(each) {}

  Summary run() {
    const auto workers = std::min<std::size_t>(std::max(1U, suite_.at_once), scenarios_.size());
    for (working_ = 0; working_ < workers; ++working_)
      boost::asio::co_spawn(context_, worker(context_.get_executor()), boost::asio::detached);
    if (workers > 0) context_.run();
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
      if (suite_.seed) seed = *suite_.seed + found.place;
      if (found.scenario) {
        judged.ran = co_await run_scenario(executor, *found.scenario, suite_.scripts, suite_.way, seed);
        judged.failures = judge(*found.scenario, judged.ran);
      } else {
        judged.unreadable = true;
        for (const auto& fault : found.scenario.error()) judged.failures.push_back(script::shown(fault));
      }
      ++(judged.failures.empty() ? summary_.passed : summary_.failed);
      each_(judged);
      // Scenarios in memory never wait: whoever wants to stop the context has the word here.
      co_await boost::asio::post(executor, boost::asio::use_awaitable);
    }
    // Signals that are listened for would keep it running.
    if (--working_ == 0) context_.stop();
  }

  boost::asio::io_context& context_;
  const Suite& suite_;
  const std::vector<Found>& scenarios_;
  const std::function<void(const Judged&)>& each_;
  std::size_t next_ = 0;
  std::size_t working_ = 0;
  Summary summary_;
};

} // namespace

Summary run_suite(const Suite& suite, const std::vector<Found>& scenarios,
                  const std::function<void(const Judged&)>& each) {
  boost::asio::io_context context(1);
  return run_suite(context, suite, scenarios, each);
}

Summary run_suite(boost::asio::io_context& context, const Suite& suite, const std::vector<Found>& scenarios,
                  const std::function<void(const Judged&)>& each) {
  return Running(context, suite, scenarios, each).run();
}

} // namespace dialbench::regression
