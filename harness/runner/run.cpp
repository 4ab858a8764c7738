#include "harness/runner/run.hpp"

#include "harness/runner/shell.hpp"

#include <boost/asio/this_coro.hpp>

namespace dialbench::runner {

boost::asio::awaitable<void> run(session::Session& session, port::Port& port, Run options) {
  const auto executor = co_await boost::asio::this_coro::executor;
  ShellOptions shell_options;
  shell_options.pace = options.pace;
  shell_options.record = std::move(options.record);
  shell_options.cover = std::move(options.cover);
  shell_options.stopper = options.stopper;
  if (options.progress) {
    shell_options.progress = [&session, &options](Time now) { options.progress(session, now); };
  }
  Shell<session::Session> shell(executor, session, port, std::move(shell_options));
  co_await shell.run();
}

} // namespace dialbench::runner
