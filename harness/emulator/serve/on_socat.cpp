#include "harness/emulator/modem.hpp"
#include "harness/emulator/serve/link.hpp"
#include "harness/emulator/serve/modem_loop.hpp"
#include "harness/emulator/serve/socat_pair.hpp"

#include <utility>

namespace dialbench::serve {

namespace {

class SocatCarrier final : public Carrier {
 public:
  SocatCarrier(const boost::asio::any_io_executor& executor, SocatPair pair, Link link)
      : port_(link.path().empty() ? pair.dialer_link() : link.path())
      , folder_(std::move(pair.folder))
      , link_(std::move(link))
      , child_(std::move(pair.child))
      , terminal_(std::move(pair.dialer_side))
      , modem_side_(executor, pair.modem_side.release()) {}

  [[nodiscard]] const std::string& port() const noexcept override { return port_; }
  boost::asio::posix::stream_descriptor& in() noexcept override { return modem_side_; }
  boost::asio::posix::stream_descriptor& out() noexcept override { return modem_side_; }
  Terminal* terminal() noexcept override { return &terminal_; }
  void pull() noexcept override {
    link_.remove();
    child_.kill();
    folder_.remove();
    boost::system::error_code ignored;
    modem_side_.close(ignored);
    terminal_.close();
  }

 private:
  std::string port_;
  PrivateFolder folder_;
  Link link_;
  Child child_;
  Terminal terminal_;
  boost::asio::posix::stream_descriptor modem_side_;
};

} // namespace

ServedOr on_socat(const boost::asio::any_io_executor& executor, std::shared_ptr<emulator::Dce> modem,
                  const std::string& link, Serving serving) {
  if (!link.empty()) {
    if (auto obstacle = Link::clear(link); !obstacle.empty()) return at::Unexpected{std::move(obstacle)};
  }
  auto pair = start_socat();
  if (!pair) return at::Unexpected{pair.error()};
  Link made;
  if (!link.empty()) {
    auto linked = Link::make(link, pair->dialer_side.node());
    if (!linked) return at::Unexpected{linked.error()};
    made = std::move(*linked);
    pair->folder.remove(); // both sides are open: nothing is left behind, even where we are killed
  }
  auto carrier = std::make_unique<SocatCarrier>(executor, std::move(*pair), std::move(made));
  return served(
      std::make_shared<ModemLoop>(executor, std::move(modem), std::move(serving), std::move(carrier)));
}

ServedOr on_socat(const boost::asio::any_io_executor& executor, const emulator::Exchange& exchange,
                  emulator::Habits habits, const std::string& link, Serving serving) {
  return on_socat(executor, std::make_unique<emulator::Modem>(exchange, std::move(habits)), link,
                  std::move(serving));
}

} // namespace dialbench::serve
