// NO CARRIER among the data of a connection: a suspicion that only silence behind it makes worth asking
// about.
//
// Data may contain the words (facts: quirk 9). What follows them decides: line ends and the results that
// modems send behind them (OK, RING, a second NO CARRIER) leave the suspicion, any other text ends it.
#pragma once

#include "harness/session/listener.hpp"

#include <optional>

namespace dialbench::session {

class CarrierDoubt {
 public:
  // A line of data came, its last byte at `came`.
  void hear(const Heard& heard, Time now, Time came) {
    const auto meaning = heard.result.meaning;
    if (meaning == at::Meaning::no_carrier) {
      if (!due_) heard_at_ = came;
      due_ = now + silence_behind;
    } else if (meaning != at::Meaning::ok && meaning != at::Meaning::ring &&
               meaning != at::Meaning::unknown_result) {
      due_.reset();
    }
  }
  void clear() { due_.reset(); }

  // True once: the modem is to be asked now. Unfinished text behind the words means that data goes on.
  bool is_due(Time now, const Listener& listener) {
    if (!due_ || now < *due_) return false;
    due_.reset();
    return listener.nothing_unfinished();
  }
  [[nodiscard]] std::optional<Time> deadline() const noexcept { return due_; }
  // When the words came: where they turn out to be true, the connection ended then.
  [[nodiscard]] Time heard_at() const noexcept { return heard_at_; }

 private:
  static constexpr Duration silence_behind = std::chrono::milliseconds(600);
  std::optional<Time> due_;
  Time heard_at_{};
};

} // namespace dialbench::session
