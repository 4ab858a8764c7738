#include "harness/runner/run.hpp"

#include "harness/runner/shell.hpp"

#include <utility>

namespace dialbench::runner {

boost::asio::awaitable<void> run(session::Session& session, port::Port& port, Run options) {
  ShellOptions shell_options;
  shell_options.pace = options.pace;
  shell_options.record = std::move(options.record);
  shell_options.cover = std::move(options.cover);
  shell_options.stopper = options.stopper;
  if (options.progress) {
    shell_options.progress = [&session, progress = std::move(options.progress)](Time now) {
      progress(session, now);
    };
  }
  return Shell<session::Session>::run(session, port, std::move(shell_options));
}

} // namespace dialbench::runner
