#include "harness/app/watch.hpp"

#include "harness/app/log.hpp"
#include "harness/app/replies.hpp"
#include "harness/app/terminal.hpp"

namespace dialbench::app {

void Watch::look(const session::Session& session, Time now) {
  take_notes(session);
  const auto waiting = session.waiting();
  if (!waiting) return;
  report::Awaited awaited;
  awaited.what = mask_.text(waiting->what);
  awaited.until = waiting->until;
  awaited.until_what = waiting->until_what;
  progress_.waiting(awaited, now);
}

void Watch::finish(const session::Session& session) {
  take_notes(session);
  progress_.clear();
  const auto* outcome = session.outcome();
  if (outcome == nullptr) return;
  if (logs_steps()) log_outcome(*outcome);
  if (notes_) print(replies_text(mask_.outcome(*outcome).evidence, output_style()));
}

void Watch::take_notes(const session::Session& session) {
  for (const auto notes = session.notes(); seen_ < notes.size(); ++seen_) {
    auto note = notes[seen_];
    note.text = mask_.text(note.text);
    if (logs_steps()) {
      progress_.clear(); // it stands on the line that standard error would go on with
      log_step(note);
    }
    if (notes_) progress_.note(note);
  }
}

} // namespace dialbench::app
