// Hanging up by the line made for it: DTR off, wait until DCD has fallen, DTR on again (timing.md, section 1:
// at least 5 ms are needed, half a second is safe, and S38 may keep a modem busy with unsent data for
// longer).
#pragma once

#include "harness/session/activity.hpp"
#include "harness/session/listener.hpp"

namespace dialbench::session {

class DtrRun : public Activity {
 public:
  DtrRun(Context& context, Listener& listener);

  std::size_t receive(std::string_view bytes) override;
  void tick() override;
  [[nodiscard]] std::optional<Time> deadline() const override { return done() ? context_.now : until_; }
  [[nodiscard]] bool done() const override { return state_ == State::done; }
  void answered(RequestId id, const PortAnswer& answer) override;
  void lines_changed(const evidence::ModemLines& lines) override;
  [[nodiscard]] std::optional<Session::Waiting> waiting() const override;

  [[nodiscard]] bool supported() const noexcept { return supported_; }
  [[nodiscard]] bool carrier_gone() const noexcept { return carrier_gone_; }
  // When NO CARRIER came, where it came before DTR could act: the connection was already gone.
  [[nodiscard]] std::optional<Time> lost_at() const noexcept { return lost_at_; }

 private:
  enum class State : std::uint8_t { low, carrier, settling, done };

  Context& context_;
  Listener& listener_;
  State state_ = State::low;
  Time began_;
  Time until_;
  RequestId drop_ = 0;
  RequestId look_ = 0;
  bool supported_ = true;
  bool carrier_gone_ = false;
  std::optional<Time> lost_at_;
};

} // namespace dialbench::session
