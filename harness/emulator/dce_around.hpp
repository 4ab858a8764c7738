// A modem with something around it: passes on everything; who derives from it overrides what it is about.
#pragma once

#include "harness/emulator/dce.hpp"

#include <memory>
#include <utility>

namespace dialbench::emulator {

class DceAround : public Dce {
 public:
  explicit DceAround(std::shared_ptr<Dce> inner)
      : inner_(std::move(inner)) {}

  void receive(std::string_view bytes, Time now) override { inner_->receive(bytes, now); }
  void set_dtr(bool on, Time now) override { inner_->set_dtr(on, now); }
  void tick(Time now) override { inner_->tick(now); }

  [[nodiscard]] std::string_view output() const noexcept override { return inner_->output(); }
  void taken(std::size_t bytes) override { inner_->taken(bytes); }
  [[nodiscard]] std::optional<Time> deadline() const noexcept override { return inner_->deadline(); }
  [[nodiscard]] evidence::ModemLines lines() const noexcept override { return inner_->lines(); }
  [[nodiscard]] std::size_t room() const noexcept override { return inner_->room(); }
  [[nodiscard]] bool unplugged() const noexcept override { return inner_->unplugged(); }
  [[nodiscard]] unsigned dials() const noexcept override { return inner_->dials(); }

 private:
  std::shared_ptr<Dce> inner_;
};

} // namespace dialbench::emulator
