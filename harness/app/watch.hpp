// Shows a session while it runs: its notes as they come, in the log too, and what it waits for.
#pragma once

#include "harness/app/mask.hpp"
#include "harness/report/progress.hpp"
#include "harness/session/session.hpp"

namespace dialbench::app {

class Watch {
 public:
  // `notes` false: only the live line, and the log.
  Watch(report::Progress& progress, const NumberMask& mask, bool notes)
      : progress_(progress)
      , mask_(mask)
      , notes_(notes) {}

  void look(const session::Session& session, Time now);
  // The last notes, and what the modem replied; the live line goes.
  void finish(const session::Session& session);

 private:
  void take_notes(const session::Session& session);

  report::Progress& progress_;
  const NumberMask& mask_;
  bool notes_;
  std::size_t seen_ = 0; // notes
};

} // namespace dialbench::app
