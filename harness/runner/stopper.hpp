// Asks a run to stop, as Ctrl-C does: the first time the session hangs up and ends, the second time it ends
// at once.
#pragma once

#include <functional>
#include <utility>

namespace dialbench::runner {

// For the thread that runs the executor of the run. It outlives the run, and serves one after the other.
class Stopper {
 public:
  Stopper() = default;
  Stopper(const Stopper&) = delete;
  Stopper& operator=(const Stopper&) = delete;

  // Before the run: it will stop as soon as it starts. After it: the next run will.
  void stop() {
    ++asked_;
    if (told_) told_();
  }
  [[nodiscard]] unsigned asked() const noexcept { return asked_; } // since it was made

  // For the run: `told` is called whenever stop() is; empty: the run is over.
  void attach(std::function<void()> told) { told_ = std::move(told); }

 private:
  unsigned asked_ = 0;
  std::function<void()> told_;
};

} // namespace dialbench::runner
