#include "harness/emulator/modem.hpp"
#include "harness/emulator/serve/modem_loop.hpp"
#include "harness/emulator/serve/on_descriptors.hpp"

#include <fcntl.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace dialbench::serve {

namespace {

class DescriptorCarrier final : public Carrier {
 public:
  DescriptorCarrier(const boost::asio::any_io_executor& executor, Descriptor in, Descriptor out)
      : in_flags_(::fcntl(in.number(), F_GETFL))
      , out_flags_(::fcntl(out.number(), F_GETFL))
      , in_(executor, in.release())
      , out_(executor, out.release()) {}
  ~DescriptorCarrier() override { DescriptorCarrier::pull(); }

  [[nodiscard]] const std::string& port() const noexcept override { return port_; }
  boost::asio::posix::stream_descriptor& in() noexcept override { return in_; }
  boost::asio::posix::stream_descriptor& out() noexcept override { return out_; }
  Terminal* terminal() noexcept override { return nullptr; }
  void pull() noexcept override {
    give_back(in_, in_flags_);
    give_back(out_, out_flags_);
  }

 private:
  static void give_back(boost::asio::posix::stream_descriptor& descriptor, int flags) noexcept {
    if (!descriptor.is_open()) return;
    if (flags >= 0) ::fcntl(descriptor.native_handle(), F_SETFL, flags);
    boost::system::error_code ignored;
    descriptor.close(ignored);
  }

  std::string port_; // none: it is already in use
  int in_flags_, out_flags_;
  boost::asio::posix::stream_descriptor in_, out_;
};

} // namespace

ServedOr on_descriptors(const boost::asio::any_io_executor& executor, std::shared_ptr<emulator::Dce> modem,
                        Descriptor in, Descriptor out, Serving serving) {
  auto carrier = std::make_unique<DescriptorCarrier>(executor, std::move(in), std::move(out));
  return served(
      std::make_shared<ModemLoop>(executor, std::move(modem), std::move(serving), std::move(carrier)));
}

ServedOr on_stdio(const boost::asio::any_io_executor& executor, std::shared_ptr<emulator::Dce> modem,
                  Serving serving) {
  Descriptor in(::fcntl(0, F_DUPFD_CLOEXEC, 3));
  Descriptor out(::fcntl(1, F_DUPFD_CLOEXEC, 3));
  if (!in || !out) return at::Unexpected{std::string("stdin and stdout are needed: ") + std::strerror(errno)};
  return on_descriptors(executor, std::move(modem), std::move(in), std::move(out), std::move(serving));
}

ServedOr on_stdio(const boost::asio::any_io_executor& executor, const emulator::Exchange& exchange,
                  emulator::Habits habits, Serving serving) {
  return on_stdio(executor, std::make_unique<emulator::Modem>(exchange, std::move(habits)),
                  std::move(serving));
}

} // namespace dialbench::serve
