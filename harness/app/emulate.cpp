// dialbench emulate: an emulated modem for software that dials.
#include "harness/app/commands.hpp"
#include "harness/app/log.hpp"
#include "harness/app/signals.hpp"
#include "harness/app/terminal.hpp"
#include "harness/emulator/serve/serve.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <unistd.h>

namespace dialbench::app {
namespace {

serve::ServedOr served(const EmulateOptions& options, const boost::asio::any_io_executor& executor) {
  serve::Serving serving;
  serving.pace = options.pace;
  const auto& exchange = emulator::embedded_exchange();
  switch (*options.carrier) {
  case EmulateOptions::Carrier::pty:
    return serve::on_pty(executor, exchange, {}, options.link, std::move(serving));
  case EmulateOptions::Carrier::socat:
    return serve::on_socat(executor, exchange, {}, options.link, std::move(serving));
  case EmulateOptions::Carrier::stdio: break;
  }
  return serve::on_stdio(executor, exchange, {}, std::move(serving));
}

// One line, so that a script can wait for it and read the name from it.
void say_ready(const EmulateOptions& options, const serve::Served& modem) {
  const std::string pid = " pid=" + std::to_string(getpid()) + '\n';
  if (options.carrier == EmulateOptions::Carrier::stdio) {
    print_error("ready stdio" + pid); // standard output is the modem's
  } else {
    print("ready pty=" + modem.port() + pid);
  }
}

} // namespace

int emulate(const EmulateOptions& options) {
  if (!options.carrier) return usage_error("emulate: where? --pty LINK, --socat LINK or --stdio");
  if (*options.carrier != EmulateOptions::Carrier::stdio && options.link.empty()) {
    return usage_error("emulate: a name for the link is expected, such as /tmp/modem");
  }
  if (const auto wrong = start_log("", 0); !wrong.empty()) return failure(wrong);
  boost::asio::io_context context{1};
  auto modem = served(options, context.get_executor());
  if (!modem) return failure("emulate: " + modem.error());
  bool stopped = false;
  const auto stop = [&] {
    stopped = true;
    (*modem)->stop();
  };
  Signals signals(context.get_executor(), stop);
  std::exception_ptr thrown;
  boost::asio::co_spawn(context, (*modem)->run(), [&](const std::exception_ptr& failed) {
    thrown = failed;
    signals.ignore();
  });
  say_ready(options, **modem);
  if (output_is_lost()) return failure_status; // whoever waits for that line would wait for ever
  context.run();
  if (thrown) std::rethrow_exception(thrown);
  if (stopped || options.carrier == EmulateOptions::Carrier::stdio) return 0;
  return failure(
      "emulate: " + (*modem)->port() + " is gone: " +
      (options.carrier == EmulateOptions::Carrier::socat ? "socat has ended." : "the pty was closed."));
}

} // namespace dialbench::app
