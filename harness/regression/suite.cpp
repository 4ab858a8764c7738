#include "harness/regression/suite.hpp"

#include "harness/regression/judge.hpp"
#include "harness/regression/read_scenario.hpp"
#include "harness/script/read.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <utility>

namespace dialbench::regression {
namespace {

namespace fs = std::filesystem;

// The scenario files of a path, in the order of their names.
std::vector<std::string> files_in(const fs::path& path, std::string& problem) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    if (!fs::exists(path, error)) problem = path.string() + ": there is no such scenario file or folder";
    return {path.string()};
  }
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(path, error)) {
    if (entry.path().extension() == ".toml" && entry.is_regular_file(error))
      files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  if (files.empty()) problem = path.string() + ": there is no scenario (*.toml) in this folder";
  return files;
}

class Running {
 public:
  Running(const Suite& suite, const std::function<void(const Judged&)>& each, std::vector<std::string> files)
      : suite_(suite)
      , each_(each)
      , files_(std::move(files)) {}

  Summary run() {
    boost::asio::io_context context(1);
    const auto workers = std::min<std::size_t>(std::max(1U, suite_.at_once), files_.size());
    for (std::size_t i = 0; i < workers; ++i) {
      boost::asio::co_spawn(context, worker(context.get_executor()), boost::asio::detached);
    }
    context.run();
    return summary_;
  }

 private:
  boost::asio::awaitable<void> worker(boost::asio::any_io_executor executor) {
    while (next_ < files_.size()) {
      const std::string file = files_[next_++];
      Judged judged;
      judged.file = file;
      const auto scenario = read(file);
      if (scenario) {
        judged.name = scenario->name;
        judged.ran = co_await run_scenario(executor, *scenario, suite_.scripts);
        judged.failures = judge(*scenario, judged.ran);
      } else {
        judged.name = "a scenario that cannot be read";
        judged.failures = {script::shown(scenario.error())};
      }
      ++(judged.failures.empty() ? summary_.passed : summary_.failed);
      each_(judged);
    }
  }

  static at::Expected<Scenario, script::Fault> read(const std::string& file) {
    const auto text = script::read_file(file);
    if (!text) return at::Unexpected{text.error()};
    return read_scenario(*text, file);
  }

  const Suite& suite_;
  const std::function<void(const Judged&)>& each_;
  std::vector<std::string> files_;
  std::size_t next_ = 0;
  Summary summary_;
};

} // namespace

Summary run_suite(const Suite& suite, const std::function<void(const Judged&)>& each) {
  std::vector<std::string> paths = suite.paths;
  if (paths.empty()) paths.push_back((suite.scripts / "regression").string());
  std::vector<std::string> files;
  Summary summary;
  for (const auto& path : paths) {
    const auto found = files_in(path, summary.problem);
    if (!summary.problem.empty()) return summary;
    files.insert(files.end(), found.begin(), found.end());
  }
  return Running(suite, each, std::move(files)).run();
}

} // namespace dialbench::regression
