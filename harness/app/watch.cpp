#include "harness/app/watch.hpp"

namespace dialbench::app {

void Watch::look(const session::Session& session, Time now) {
  show_notes(session);
  const auto waiting = session.waiting();
  if (!waiting) return;
  report::Awaited awaited;
  awaited.what = mask_.text(waiting->what);
  awaited.until = waiting->until;
  awaited.until_what = waiting->until_what;
  progress_.waiting(awaited, now);
}

void Watch::finish(const session::Session& session) {
  show_notes(session);
  progress_.clear();
}

void Watch::show_notes(const session::Session& session) {
  const auto notes = session.notes();
  for (; notes_ && shown_ < notes.size(); ++shown_) {
    auto note = notes[shown_];
    note.text = mask_.text(note.text);
    progress_.note(note);
  }
}

} // namespace dialbench::app
