#include "harness/emulator/bell.hpp"

namespace dialbench::emulator {
namespace {

constexpr Duration burst = std::chrono::seconds(2);

} // namespace

void Bell::start(const Call& call, Time first_ring) noexcept {
  call_ = call;
  if (call_.cycle <= burst) call_.cycle = 2 * burst;
  rung_ = 0;
  stop();
  next_ = first_ring;
}

void Bell::stop() noexcept {
  sounding_ = false;
  caller_waits_ = false;
  next_.reset();
}

void Bell::caller_leaves(unsigned phantoms) noexcept {
  if (!next_) return;
  caller_waits_ = false;
  call_.rings = rung_;
  call_.phantoms = phantoms;
  if (phantoms == 0) stop();
}

bool Bell::run(Time now) noexcept {
  if (sounding_) {
    sounding_ = false;
    next_ = now + call_.cycle - burst;
    return false;
  }
  // The caller leaves in the pause behind its last ring, when the next one would have come.
  caller_waits_ = rung_ < call_.rings;
  if (rung_ >= call_.rings + call_.phantoms) {
    stop();
    return false;
  }
  ++rung_;
  sounding_ = true;
  next_ = now + burst;
  return true;
}

} // namespace dialbench::emulator
