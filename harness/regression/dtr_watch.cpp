#include "harness/regression/dtr_watch.hpp"

#include <utility>

namespace dialbench::regression {
namespace {

class DtrWatch final : public emulator::Dce {
 public:
  DtrWatch(std::shared_ptr<emulator::Dce> modem, std::function<void(const transcript::Event&)> record)
      : modem_(std::move(modem))
      , record_(std::move(record)) {}

  void receive(std::string_view bytes, Time now) override { modem_->receive(bytes, now); }
  void set_dtr(bool on, Time now) override {
    if (std::exchange(on_, on) && !on)
      record_({.at = now, .kind = transcript::Kind::note, .text = "the port is closed: DTR drops"});
    modem_->set_dtr(on, now);
  }
  void tick(Time now) override { modem_->tick(now); }

  [[nodiscard]] std::string_view output() const noexcept override { return modem_->output(); }
  void taken(std::size_t bytes) override { modem_->taken(bytes); }
  [[nodiscard]] std::optional<Time> deadline() const noexcept override { return modem_->deadline(); }
  [[nodiscard]] evidence::ModemLines lines() const noexcept override { return modem_->lines(); }
  [[nodiscard]] std::size_t room() const noexcept override { return modem_->room(); }
  [[nodiscard]] bool unplugged() const noexcept override { return modem_->unplugged(); }
  [[nodiscard]] unsigned dials() const noexcept override { return modem_->dials(); }

 private:
  std::shared_ptr<emulator::Dce> modem_;
  std::function<void(const transcript::Event&)> record_;
  bool on_ = false;
};

} // namespace

std::shared_ptr<emulator::Dce> watch_dtr(std::shared_ptr<emulator::Dce> modem,
                                         std::function<void(const transcript::Event&)> record) {
  return std::make_shared<DtrWatch>(std::move(modem), std::move(record));
}

} // namespace dialbench::regression
