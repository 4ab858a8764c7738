#include "harness/regression/dtr_watch.hpp"

#include "harness/emulator/dce_around.hpp"

#include <utility>

namespace dialbench::regression {
namespace {

class DtrWatch final : public emulator::DceAround {
 public:
  DtrWatch(std::shared_ptr<emulator::Dce> modem, std::function<void(const transcript::Event&)> record)
      : DceAround(std::move(modem))
      , record_(std::move(record)) {}

  void set_dtr(bool on, Time now) override {
    if (std::exchange(on_, on) && !on)
      record_({.at = now, .kind = transcript::Kind::note, .text = "the port is closed: DTR drops"});
    DceAround::set_dtr(on, now);
  }

 private:
  std::function<void(const transcript::Event&)> record_;
  bool on_ = false;
};

} // namespace

std::shared_ptr<emulator::Dce> watch_dtr(std::shared_ptr<emulator::Dce> modem,
                                         std::function<void(const transcript::Event&)> record) {
  return std::make_shared<DtrWatch>(std::move(modem), std::move(record));
}

} // namespace dialbench::regression
