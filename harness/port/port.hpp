// Where bytes come from. One interface; a local serial port, and later TCP and RFC 2217, stand behind it.
#pragma once

#include "at/expected.hpp"
#include "harness/evidence/modem_lines.hpp"
#include "harness/evidence/port_fault.hpp"
#include "harness/port/settings.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/system/error_code.hpp>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dialbench::port {

class Port {
 public:
  virtual ~Port() = default; // gives everything back: lines, locks, settings

  // At least one byte, or the error in `error`: asio eof or EIO means that the port is lost. Never blocks the
  // thread.
  virtual boost::asio::awaitable<std::size_t> read_some(std::span<char> buffer,
                                                        boost::system::error_code& error) = 0;
  // As many bytes as the driver takes now; waits while it takes none.
  virtual boost::asio::awaitable<std::size_t> write_some(std::span<const char> bytes,
                                                         boost::system::error_code& error) = 0;
  // As many bytes as the driver takes at once: 0 where it takes none now, or the error in `error`. A port
  // that cannot say leaves all of it to write_some.
  virtual std::size_t write_now(std::span<const char> bytes, boost::system::error_code& error) noexcept {
    static_cast<void>(bytes), static_cast<void>(error);
    return 0;
  }
  // Ends a pending read and write with operation_aborted. May be called at any moment, also twice.
  virtual void cancel() noexcept = 0;
  virtual void close() noexcept = 0;

  // Nothing: the port carries no lines, or counts nothing.
  virtual std::optional<evidence::ModemLines> lines() noexcept = 0;
  virtual std::optional<evidence::UartErrors> uart_errors() noexcept = 0;
  // False: the port cannot.
  virtual bool set_lines(std::optional<bool> dtr, std::optional<bool> rts) noexcept = 0;
  virtual bool set_break(bool on) noexcept = 0;
  virtual void discard_input() noexcept = 0;
  // Closes and opens again by its name, with the same settings (a node's number may change behind a link).
  virtual std::optional<evidence::PortProblem> reopen() = 0;

  // What an error of read_some or write_some means for the report.
  [[nodiscard]] virtual evidence::PortProblem problem(const boost::system::error_code& error) const = 0;
  [[nodiscard]] virtual const std::string& name() const noexcept = 0;
};

using Opened = at::Expected<std::unique_ptr<Port>, evidence::PortProblem>;

// Opens a local serial port by decision 6 of the design: O_NOCTTY, exclusively (TIOCGEXCL asked, flock,
// TIOCEXCL; a LCK.. file honoured, and written where that is the custom), raw before the first byte.
Opened open_serial(const boost::asio::any_io_executor& executor, const Settings& settings);
// Many, in their order, each whether or not the others can be had: hundreds of pseudo-terminals take less
// than if each were opened by itself, since one look at the machine's processes serves for all.
std::vector<Opened> open_serial(const boost::asio::any_io_executor& executor,
                                std::span<const Settings> settings);

} // namespace dialbench::port
