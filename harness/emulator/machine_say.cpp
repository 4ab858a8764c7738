#include "harness/emulator/machine.hpp"
#include "harness/emulator/words.hpp"

namespace dialbench::emulator {

void Modem::Machine::release_echo(Time due) {
  if (held_echo_.empty()) return;
  out_.send(held_echo_, due);
  held_echo_.clear();
}

void Modem::Machine::say(std::string_view bytes, Time due) {
  release_echo(due);
  out_.send(bytes, due);
}

// Q2 silences the calls that come in, from their first ring to the word that ends them.
bool Modem::Machine::quiet() const noexcept {
  const bool answering = bell_.deadline().has_value() || (log_.open() && log_.answering());
  return settings().quiet || (settings().quiet_answering && answering);
}

void Modem::Machine::say_final(std::string_view word, Time due) {
  deaf_from_ = due;
  if (quiet()) return release_echo(due);
  say(writer_.final(word), due);
}

void Modem::Machine::say_progress(std::string_view line, Time due) {
  if (!quiet()) say(writer_.progress(line), due);
}

// The final of a call that came to nothing, and what some modems say behind it.
void Modem::Machine::say_call_ended(std::string_view word, Time due, std::string_view noise) {
  constexpr Duration hangup_line_after = std::chrono::milliseconds(1400);
  last_result_ = word;
  const bool came_in = log_.answering() && log_.ended_at(now_);
  if (quiet() || (came_in && settings().quiet_answering)) return release_echo(due);
  deaf_from_ = due;
  std::string text(noise);
  writer_.add_final(text, word);
  say(text, due);
  if (word != words::no_carrier) return;
  if (habits_.ring_glued) say(writer_.progress(words::ring), due);
  if (habits_.ok_after_no_carrier) say_final(words::ok, due + habits_.reply_gap);
  if (habits_.hangup_line) say(writer_.information("HANGUP"), due + hangup_line_after);
}

} // namespace dialbench::emulator
