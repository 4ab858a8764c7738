// Shows a session while it runs: its notes as they come, and what it waits for.
#pragma once

#include "harness/app/mask.hpp"
#include "harness/report/progress.hpp"
#include "harness/session/session.hpp"

namespace dialbench::app {

class Watch {
 public:
  // `notes` false: only the live line.
  Watch(report::Progress& progress, const NumberMask& mask, bool notes)
      : progress_(progress)
      , mask_(mask)
      , notes_(notes) {}

  void look(const session::Session& session, Time now);
  void finish(const session::Session& session); // the last notes; the live line goes

 private:
  void show_notes(const session::Session& session);

  report::Progress& progress_;
  const NumberMask& mask_;
  bool notes_;
  std::size_t shown_ = 0;
};

} // namespace dialbench::app
