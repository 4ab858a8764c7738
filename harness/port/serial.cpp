// A local serial port on Boost.Asio. What differs between platforms stands behind Device.
#include "harness/port/device.hpp"
#include "harness/port/port.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/serial_port.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace dialbench::port {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

evidence::UartErrors operator+(const evidence::UartErrors& a, const evidence::UartErrors& b) {
  return {a.overrun + b.overrun, a.framing + b.framing, a.parity + b.parity, a.breaks + b.breaks};
}

std::string described(const error_code& error) {
  if (error == asio::error::eof) return "the device, or the program behind it, closed the port";
  if (error == asio::error::bad_descriptor) return "it was closed and could not be opened again";
  return error.message();
}

class SerialPort final : public Port {
 public:
  SerialPort(const asio::any_io_executor& executor, Settings settings)
      : settings_(std::move(settings))
      , serial_(executor) {}
  ~SerialPort() override { close(); }

  std::optional<evidence::PortProblem> use(OpenedDevice opened) {
    if (!opened) return opened.error();
    device_ = std::move(*opened);
    error_code error;
    serial_.assign(device_->handle(), error);
    if (!error) {
      device_->handed_over();
      return std::nullopt;
    }
    device_.reset();
    return evidence::PortProblem{evidence::PortFault::gone, error.value(),
                                 settings_.name + " cannot be watched: " + error.message(), ""};
  }

  // Neither is a coroutine of its own: Asio's is enough, and its frame the only one that waits.
  asio::awaitable<std::size_t> read_some(std::span<char> buffer, error_code& error) override {
    const asio::mutable_buffer into = asio::buffer(buffer.data(), buffer.size());
    return serial_.async_read_some(into, asio::redirect_error(asio::use_awaitable, error));
  }

  asio::awaitable<std::size_t> write_some(std::span<const char> bytes, error_code& error) override {
    const asio::const_buffer from = asio::buffer(bytes.data(), bytes.size());
    return serial_.async_write_some(from, asio::redirect_error(asio::use_awaitable, error));
  }

  std::size_t write_now(std::span<const char> bytes, error_code& error) noexcept override {
    if (device_) return device_->write_now(bytes, error);
    error = asio::error::bad_descriptor;
    return 0;
  }

  void cancel() noexcept override {
    error_code ignored; // nothing was pending, or the port is closed: both are fine
    serial_.cancel(ignored);
  }

  void close() noexcept override {
    if (!device_) return;
    // First cancel, then close: what was pending then ends with operation_aborted on every platform.
    cancel();
    keep_counts();
    device_->give_back();
    error_code ignored;
    serial_.close(ignored);
    device_.reset();
  }

  std::optional<evidence::ModemLines> lines() noexcept override {
    return device_ ? device_->lines() : std::nullopt;
  }

  std::optional<evidence::UartErrors> uart_errors() noexcept override {
    const auto now = device_ ? device_->uart_errors() : std::nullopt;
    if (!now) return counted_;
    return counted_ ? *counted_ + *now : *now;
  }

  bool set_lines(std::optional<bool> dtr, std::optional<bool> rts) noexcept override {
    return device_ && device_->set_lines(dtr, rts);
  }
  bool set_break(bool on) noexcept override { return device_ && device_->set_break(on); }
  void discard_input() noexcept override {
    if (device_) device_->discard_input();
  }

  std::optional<evidence::PortProblem> reopen() override {
    close();
    return use(open_device(settings_));
  }

  [[nodiscard]] evidence::PortProblem problem(const error_code& error) const override {
    const std::string what = described(error);
    const int system_error = error.category() == boost::system::system_category() ? error.value() : 0;
    return {evidence::PortFault::lost, system_error, settings_.name + " is gone: " + what + ".", ""};
  }

  [[nodiscard]] const std::string& name() const noexcept override { return settings_.name; }

 private:
  // A device that comes back after a reopen counts from zero; the attempt's errors are the sum.
  void keep_counts() noexcept { counted_ = uart_errors(); }

  Settings settings_;
  asio::serial_port serial_;
  std::unique_ptr<Device> device_;
  std::optional<evidence::UartErrors> counted_; // before the last reopen
};

Opened port_on(const asio::any_io_executor& executor, const Settings& settings, OpenedDevice device) {
  auto port = std::make_unique<SerialPort>(executor, settings);
  if (auto problem = port->use(std::move(device))) return at::Unexpected{std::move(*problem)};
  return Opened(std::unique_ptr<Port>(std::move(port)));
}

} // namespace

Opened open_serial(const asio::any_io_executor& executor, const Settings& settings) {
  return port_on(executor, settings, open_device(settings));
}

std::vector<Opened> open_serial(const asio::any_io_executor& executor, std::span<const Settings> settings) {
  std::vector<OpenedDevice> devices = open_devices(settings);
  std::vector<Opened> ports;
  ports.reserve(devices.size());
  for (std::size_t i = 0; i < devices.size(); ++i)
    ports.push_back(port_on(executor, settings[i], std::move(devices[i])));
  return ports;
}

} // namespace dialbench::port
