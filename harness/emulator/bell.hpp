// An incoming call rings: two seconds in each ring cycle, until the caller leaves. The exchange may ring on
// for nobody (quirk 6).
#pragma once

#include "harness/evidence/time.hpp"

#include <optional>

namespace dialbench::emulator {

class Bell {
 public:
  struct Call {
    unsigned rings = 4;    // the caller waits for so many
    unsigned phantoms = 0; // and so many come when it has left
    Duration cycle = std::chrono::seconds(6);
  };
  void start(const Call& call, Time first_ring) noexcept;
  void stop() noexcept;
  // The caller gives up now. A ring that sounds is the last, but for the phantoms.
  void caller_leaves(unsigned phantoms) noexcept;
  // At the deadline. True: a ring begins.
  bool run(Time now) noexcept;

  [[nodiscard]] std::optional<Time> deadline() const noexcept { return next_; }
  [[nodiscard]] bool sounding() const noexcept { return sounding_; }         // RI
  [[nodiscard]] bool caller_waits() const noexcept { return caller_waits_; } // who answers now gets a call
  [[nodiscard]] bool first_ring() const noexcept { return rung_ == 1; }

 private:
  Call call_;
  unsigned rung_ = 0;
  bool sounding_ = false;
  bool caller_waits_ = false;
  std::optional<Time> next_;
};

} // namespace dialbench::emulator
