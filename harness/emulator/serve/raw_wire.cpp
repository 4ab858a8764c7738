#include "harness/emulator/serve/wire.hpp"

namespace dialbench::serve {

namespace {

class RawWire final : public Wire {
 public:
  void received(std::string_view bytes, emulator::Dce& modem, Time now) override {
    modem.receive(bytes, now);
  }
  std::string to_send(emulator::Dce& modem, std::size_t most) override {
    std::string bytes(modem.output().substr(0, most));
    modem.taken(bytes.size());
    return bytes;
  }
  [[nodiscard]] bool has_something(const emulator::Dce& modem) const override {
    return !modem.output().empty();
  }
  [[nodiscard]] std::size_t held() const noexcept override { return 0; }
};

} // namespace

std::unique_ptr<Wire> raw_wire() { return std::make_unique<RawWire>(); }

} // namespace dialbench::serve
