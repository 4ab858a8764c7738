// Where calls are made: a port of the user's, or the built-in exchange on a pty of its own.
#pragma once

#include "at/expected.hpp"
#include "harness/app/call_settings.hpp"
#include "harness/emulator/serve/serve.hpp"
#include "harness/port/port.hpp"
#include "harness/report/setting.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <memory>

namespace dialbench::app {

inline constexpr double embedded_pace = 10; // design, decision 13

// A pty carries no phone line, whoever made it; what does not exist is taken as a real port.
report::LineKind line_of(const CallSettings& settings);

class Connection {
 public:
  Connection(std::unique_ptr<port::Port> port, std::shared_ptr<serve::Served> exchange)
      : exchange_(std::move(exchange))
      , port_(std::move(port)) {}
  ~Connection();
  Connection(Connection&&) = default;
  Connection& operator=(Connection&&) = delete;

  [[nodiscard]] port::Port& port() noexcept { return *port_; }
  [[nodiscard]] bool built_in() const noexcept { return exchange_ != nullptr; }
  [[nodiscard]] double pace() const noexcept { return built_in() ? embedded_pace : 1.0; }
  [[nodiscard]] Duration command_gap() const noexcept;

 private:
  std::shared_ptr<serve::Served> exchange_;
  std::unique_ptr<port::Port> port_;
};

using Connected = at::Expected<Connection, evidence::PortProblem>;

// The exchange is served on the same executor until the connection is destroyed.
Connected connect(const boost::asio::any_io_executor& executor, const CallSettings& settings);
// An emulated modem that is being served elsewhere, and its port.
Connected connect(const boost::asio::any_io_executor& executor, serve::ServedOr served,
                  const CallSettings& settings);

} // namespace dialbench::app
