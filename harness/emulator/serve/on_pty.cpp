#include "harness/emulator/modem.hpp"
#include "harness/emulator/serve/link.hpp"
#include "harness/emulator/serve/modem_loop.hpp"
#include "harness/emulator/serve/pty.hpp"

#include <utility>

namespace dialbench::serve {

namespace {

class PtyCarrier final : public Carrier {
 public:
  PtyCarrier(const boost::asio::any_io_executor& executor, Pty pty, Link link)
      : port_(link.path().empty() ? pty.terminal.node() : link.path())
      , link_(std::move(link))
      , terminal_(std::move(pty.terminal))
      , master_(executor, pty.master.release()) {}

  [[nodiscard]] const std::string& port() const noexcept override { return port_; }
  boost::asio::posix::stream_descriptor& in() noexcept override { return master_; }
  boost::asio::posix::stream_descriptor& out() noexcept override { return master_; }
  Terminal* terminal() noexcept override { return &terminal_; }
  void pull() noexcept override {
    link_.remove(); // first: the number of a closed pty is soon given to somebody else
    boost::system::error_code ignored;
    master_.close(ignored);
    terminal_.close();
  }

 private:
  std::string port_;
  Link link_;
  Terminal terminal_;
  boost::asio::posix::stream_descriptor master_;
};

} // namespace

ServedOr on_pty(const boost::asio::any_io_executor& executor, std::shared_ptr<emulator::Dce> modem,
                const std::string& link, Serving serving) {
  if (!link.empty()) {
    if (auto obstacle = Link::clear(link); !obstacle.empty()) return at::Unexpected{std::move(obstacle)};
  }
  auto pty = open_pty();
  if (!pty) return at::Unexpected{pty.error()};
  Link made;
  if (!link.empty()) {
    auto linked = Link::make(link, pty->terminal.node());
    if (!linked) return at::Unexpected{linked.error()};
    made = std::move(*linked);
  }
  auto carrier = std::make_unique<PtyCarrier>(executor, std::move(*pty), std::move(made));
  return served(
      std::make_shared<ModemLoop>(executor, std::move(modem), std::move(serving), std::move(carrier)));
}

ServedOr on_pty(const boost::asio::any_io_executor& executor, const emulator::Exchange& exchange,
                emulator::Habits habits, const std::string& link, Serving serving) {
  return on_pty(executor, std::make_unique<emulator::Modem>(exchange, std::move(habits)), link,
                std::move(serving));
}

} // namespace dialbench::serve
