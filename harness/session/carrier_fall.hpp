// Looks at DCD behind a hang-up that the modem has confirmed, and waits for it to fall where it rose with the
// call. The OK can be somebody else's answer (late, or said twice), and a DCD that is up says that the call
// is.
#pragma once

#include "harness/session/activity.hpp"
#include "harness/session/listener.hpp"

#include <functional>

namespace dialbench::session {

inline constexpr std::string_view carrier_has_not_fallen =
    "AT answers OK, but DCD has not fallen: the call may still be up.";

class CarrierFall : public Activity {
 public:
  // Gets what is heard meanwhile.
  using Hear = std::function<at::Next(const Heard&)>;

  CarrierFall(Context& context, Listener& listener, Hear hear);

  std::size_t receive(std::string_view bytes) override;
  void tick() override;
  [[nodiscard]] std::optional<Time> deadline() const override;
  [[nodiscard]] bool done() const override;
  void answered(RequestId id, const PortAnswer& answer) override;
  [[nodiscard]] std::optional<Session::Waiting> waiting() const override;

 private:
  [[nodiscard]] Time until() const noexcept;

  Context& context_;
  Listener& listener_;
  Hear hear_;
  Time began_;
  RequestId look_;
  bool looked_ = false;
};

} // namespace dialbench::session
