#include "harness/app/connection.hpp"

#include "harness/port/list.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace dialbench::app {
namespace {

boost::asio::awaitable<void> serve_until_stopped(std::shared_ptr<serve::Served> served) {
  co_await served->run();
}

port::Settings port_settings(const CallSettings& settings, const std::string& name) {
  port::Settings wanted;
  wanted.name = name;
  wanted.rate = settings.speed;
  wanted.format = settings.format;
  wanted.flow = settings.flow;
  return wanted;
}

} // namespace

report::LineKind line_of(const CallSettings& settings) {
  if (settings.port.empty() || port::is_pty(settings.port)) return report::LineKind::emulated;
  return settings.line_simulator ? report::LineKind::simulator : report::LineKind::real;
}

Connection::~Connection() {
  if (port_) port_->close();
  if (exchange_) exchange_->stop();
}

// V.250 asks for a tenth of a second after a final result; the exchange of our own does not need it.
Duration Connection::command_gap() const noexcept {
  return built_in() ? Duration(0) : Duration(std::chrono::milliseconds(100));
}

Connected connect(const boost::asio::any_io_executor& executor, serve::ServedOr served,
                  const CallSettings& settings) {
  if (!served) {
    return at::Unexpected{evidence::PortProblem{evidence::PortFault::gone, 0, served.error(), ""}};
  }
  std::shared_ptr<serve::Served> exchange = std::move(*served);
  boost::asio::co_spawn(executor, serve_until_stopped(exchange), boost::asio::detached);
  auto opened = port::open_serial(executor, port_settings(settings, exchange->port()));
  if (!opened) {
    exchange->stop();
    return at::Unexpected{opened.error()};
  }
  return Connection(std::move(*opened), std::move(exchange));
}

Connected connect(const boost::asio::any_io_executor& executor, const CallSettings& settings) {
  if (settings.port.empty()) {
    serve::Serving serving;
    serving.pace = embedded_pace;
    return connect(executor,
                   serve::on_pty(executor, emulator::embedded_exchange(), {}, "", std::move(serving)),
                   settings);
  }
  auto opened = port::open_serial(executor, port_settings(settings, settings.port));
  if (!opened) return at::Unexpected{opened.error()};
  return Connection(std::move(*opened), nullptr);
}

} // namespace dialbench::app
