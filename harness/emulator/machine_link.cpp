// What the modem has of a call beside its data: the link that both ends agree on, the log, and the clocks
// that end it (S30, S25).
#include "harness/emulator/caller_lines.hpp"
#include "harness/emulator/link_report.hpp"
#include "harness/emulator/machine.hpp"
#include "harness/emulator/words.hpp"

#include "at/connect.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::emulator {

// False: there is no link, and the call is over.
bool Modem::Machine::agree_on_link() {
  Agreement agreement = agree(settings(), *far_, log_.answering());
  link_ = std::move(agreement.link);
  data_seen_ = now_;
  if (agreement.agreed() && no_link_ == at::CallEnd::in_progress) return true;
  log_.end(now_, agreement.agreed() ? no_link_ : agreement.failure);
  fail(words::no_carrier);
  return false;
}

std::string Modem::Machine::connect_text() const { return connect_line(link_, settings(), habits_); }

void Modem::Machine::add_link_lines(std::string& text) const {
  for (const auto& line : lines_before_connect(link_, settings(), habits_)) writer_.add_progress(text, line);
}

// A far end that says CONNECT itself: the log knows what it says.
void Modem::Machine::log_said_connect(std::string_view line) {
  at::Link said;
  at::add_line(said, line);
  link_ = Link();
  link_.transmit = said.dce_transmit.value_or(0);
  link_.receive = said.dce_receive.value_or(link_.transmit);
  link_.modulation = said.modulation;
  link_.error_control = link_.protocol_word = said.error_control.empty() ? "NONE" : said.error_control;
  link_.compression = link_.compression_word = said.compression.empty() ? "NONE" : said.compression;
  data_seen_ = now_;
  log_.connect(now_, link_, line);
}

void Modem::Machine::log_failure(std::string_view word) {
  const Duration training = far_ == nullptr ? Duration{} : far_->rings * exchange_.ring_cycle + far_->after;
  const bool in_time = training < settings().registers.seconds(Register::carrier_wait);
  log_.end(now_, end_of_failure(word, far_, in_time));
}

void Modem::Machine::data_passes(std::size_t sent, std::size_t received) {
  log_.sent(sent);
  log_.received(received);
  data_seen_ = now_;
}

// S30: no data for so long, either way.
std::optional<Time> Modem::Machine::inactivity_deadline() const noexcept {
  const Duration patience = settings().registers.inactivity();
  if (!connected() || patience == Duration{}) return std::nullopt;
  return data_seen_ + patience;
}

void Modem::Machine::hang_up_idle() {
  log_.end(now_, at::CallEnd::inactivity);
  release_line();
  say_call_ended(words::no_carrier, now_);
}

// What was sent and is not across yet: the hang-up waits for it, S38 at the longest. There is nobody to wait
// for without error control.
Duration Modem::Machine::time_to_flush() const {
  if (!connected() || link_.error_control == "NONE") return {};
  return std::min(habits_.data_on_their_way, settings().registers.seconds(Register::hang_up_delay));
}

// S25: a drop of DTR counts when it has lasted.
void Modem::Machine::dtr_went(bool on) {
  dtr_counts_at_.reset();
  if (on) return;
  held_page_.clear();
  dtr_counts_at_ = now_ + settings().registers.dtr_debounce();
}

// Under &D2 and &D3 a modem refuses to dial while DTR is off (Q209077), and keeps that as the reason: 1F of
// results.md, section 7. A drop that S25 still bridges is none yet.
bool Modem::Machine::dtr_forbids_dialling() const noexcept {
  return dtr_forbids_answering() && !dtr_counts_at_;
}
// &D2 and &D3; &D0 and &D1 leave a modem that answers by itself alone.
bool Modem::Machine::dtr_forbids_answering() const noexcept {
  constexpr unsigned hangs_up = 2;
  return !dtr_ && settings().dtr_drop >= hangs_up && !habits_.ignores_dtr;
}

// The pause behind a ring: caller ID has its place behind the first.
void Modem::Machine::bell_pauses() {
  if (!bell_.caller_waits() || !bell_.first_ring() || quiet() || !editor_.idle()) return;
  const auto form = settings().extended.at(Extended::caller_id);
  static const Caller somebody{"5550100", "BENCH"};
  for (const auto& line : caller_lines(who_ ? *who_ : somebody, form, now_))
    say(writer_.information(line), now_);
}

} // namespace dialbench::emulator
