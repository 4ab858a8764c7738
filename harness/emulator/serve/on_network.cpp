#include "harness/emulator/serve/descriptor.hpp"
#include "harness/emulator/serve/serve.hpp"
#include "harness/emulator/serve/socket_modem.hpp"

#include <utility>

namespace dialbench::serve {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

asio::awaitable<void> run_to_the_end(std::shared_ptr<SocketModem> modem) { co_await modem->run(); }

class NetworkHandle final : public Served {
 public:
  explicit NetworkHandle(std::shared_ptr<SocketModem> modem)
      : modem_(std::move(modem)) {}
  ~NetworkHandle() override { modem_->unplug(); }
  [[nodiscard]] const std::string& port() const noexcept override { return modem_->port(); }
  [[nodiscard]] unsigned dials() const noexcept override { return modem_->dials(); }
  void unplug() override { modem_->unplug(); }
  void stop() override { modem_->stop(); }
  void wake() override { modem_->wake(); }
  asio::awaitable<void> run() override { return run_to_the_end(modem_); }

 private:
  std::shared_ptr<SocketModem> modem_;
};

std::string shown(const tcp::endpoint& endpoint) {
  const auto address = endpoint.address().to_string();
  const auto port = ':' + std::to_string(endpoint.port());
  return endpoint.address().is_v6() ? '[' + address + ']' + port : address + port;
}

ServedOr on_network(const asio::any_io_executor& executor, std::unique_ptr<emulator::Dce> modem,
                    const Address& address, Serving serving, SocketModem::MakeWire make_wire) {
  const std::string name = address.host + ':' + std::to_string(address.port);
  error_code error;
  const auto host = asio::ip::make_address(address.host, error);
  if (error) return at::Unexpected{address.host + " is no IP address: 127.0.0.1, ::1 or 0.0.0.0 is expected"};
  const tcp::endpoint endpoint(host, address.port);
  tcp::acceptor acceptor(executor);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return at::Unexpected{"cannot listen on " + name + ": " + error.message()};
  const auto bound = acceptor.local_endpoint(error);
  auto port = shown(bound);
  return ServedOr(std::make_unique<NetworkHandle>(std::make_shared<SocketModem>(
      std::move(acceptor), std::move(port), std::move(modem), std::move(serving), make_wire)));
}

} // namespace

ServedOr on_tcp(const asio::any_io_executor& executor, std::unique_ptr<emulator::Dce> modem,
                const Address& address, Serving serving) {
  return on_network(executor, std::move(modem), address, std::move(serving), &raw_wire);
}

ServedOr on_rfc2217(const asio::any_io_executor& executor, std::unique_ptr<emulator::Dce> modem,
                    const Address& address, Serving serving) {
  return on_network(executor, std::move(modem), address, std::move(serving), &rfc2217_wire);
}

} // namespace dialbench::serve
