// Sends bytes as they are: chat's send strings, with their pauses and breaks.
#pragma once

#include "harness/script/script.hpp"
#include "harness/session/activity.hpp"
#include "harness/session/listener.hpp"

#include <vector>

namespace dialbench::session {

class RawRun : public Activity {
 public:
  RawRun(Context& context, std::vector<script::Step::Piece> pieces, bool secret);

  // What comes while we send belongs to the expect that follows.
  std::size_t receive(std::string_view) override { return 0; }
  void tick() override;
  [[nodiscard]] std::optional<Time> deadline() const override;
  [[nodiscard]] bool done() const override {
    return next_ >= pieces_.size() && context_.all_taken() && !pausing();
  }
  [[nodiscard]] bool stalled() const noexcept { return stalled_; }
  // What is still to be sent, sent at once: a line that is cut off in the middle would mean something else.
  void send_rest();

 private:
  [[nodiscard]] bool pausing() const noexcept { return context_.now < pause_until_; }

  Context& context_;
  std::vector<script::Step::Piece> pieces_;
  bool secret_;
  std::size_t next_ = 0;
  Time pause_until_;
  bool stalled_ = false;
};

} // namespace dialbench::session
