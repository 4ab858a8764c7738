#include "harness/session/command_run.hpp"

#include <utility>

namespace dialbench::session {
namespace {

// A reply that drips keeps a command alive, but not without end.
constexpr int dripping_factor = 10;
// How long a result that came before its echo is held back.
constexpr Duration held_max = std::chrono::seconds(1);

bool is_text(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte < 0x7f) || byte == '\r' || byte == '\n' || byte == '\t' || byte == 0 ||
           byte == 8;
  });
}

bool ends_a_command(at::Meaning meaning) {
  return meaning == at::Meaning::ok || meaning == at::Meaning::command_error;
}

} // namespace

CommandRun::CommandRun(Context& context, Listener& listener, What&& what)
    : context_(context)
    , listener_(listener)
    , what_(std::move(what))
    , tries_left_(std::max(1U, what_.tries))
    , takes_any_final_(what_.any_final || what_.settings.answers_or_returns) {}

void CommandRun::say() {
  state_ = State::sending;
  --tries_left_;
  held_.reset();
  if (what_.secret) context_.remember_secret(what_.text);
  listener_.command_sent(what_.text, what_.settings);
  context_.begin_command(what_.secret ? masked : what_.text);
  // What is left of a try whose CR was lost would stand in front of this one.
  if (repeats() > 0) context_.send("\r", false);
  context_.send_line(what_.text, what_.secret);
}

std::size_t CommandRun::receive(std::string_view bytes) {
  if (!is_text(bytes)) foreign_bytes_ = true;
  reply_bytes_ += bytes.size();
  const std::size_t used = listener_.receive(bytes, [this](const Heard& heard) { return hear(heard); });
  if (!done() && reply_bytes_ > reply_bytes_max) {
    // Our own words back without end are an echo, not a reply.
    finish(only_echo() ? End::silence : End::overflow);
  }
  return used;
}

void CommandRun::tick() {
  if (done()) return;
  if (state_ == State::gap) {
    // In the gap come second finals and other stragglers; they are heard, and belong to nothing.
    listener_.tick([this](const Heard& heard) { return hear(heard); });
    if (context_.now >= context_.ready_at()) say();
  }
  if (state_ == State::sending && context_.all_taken()) {
    state_ = State::waiting;
    sent_at_ = context_.now;
  }
  if (const auto stalled = context_.stall_deadline(); stalled && context_.now >= *stalled)
    return finish(End::stalled);
  if (state_ != State::waiting) return;
  listener_.tick([this](const Heard& heard) { return hear(heard); });
  if (done()) return;
  if (held_ && context_.now >= held_->at + held_max) return finish_with(*held_);
  if (context_.now >= silence_at()) silence();
}

void CommandRun::silence() {
  listener_.flush([this](const Heard& heard) { return hear(heard); });
  if (done()) return;
  listener_.clear();
  if (tries_left_ > 0) return say();
  finish(End::silence);
}

Time CommandRun::silence_at() const {
  const Time last = std::max(sent_at_, listener_.last_byte_at().value_or(Time{}));
  return std::min(last + what_.timeout, sent_at_ + dripping_factor * what_.timeout);
}

std::optional<Time> CommandRun::deadline() const {
  if (done()) return context_.now;
  if (state_ == State::gap) return earlier(context_.ready_at(), listener_.deadline());
  if (state_ == State::sending) return context_.stall_deadline();
  auto at = earlier(listener_.deadline(), silence_at());
  if (held_) at = earlier(at, held_->at + held_max);
  return at;
}

at::Next CommandRun::hear(const Heard& heard) {
  if (heard.overflow) {
    finish(End::overflow);
    return at::Next::go_on;
  }
  if (heard.echo) {
    ++echo_lines_;
    context_.echo_on = true;
    // What came before the echo was not the reply to this command.
    if (held_) {
      context_.keep(context_.evidence.unsolicited, *held_);
      held_.reset();
    }
    return at::Next::go_on;
  }
  const bool in_reply = state_ != State::gap && !done();
  if (heard.result.role == at::Role::final && in_reply) return hear_final(heard);
  if (heard.result.role == at::Role::final && !ends_a_command(heard.result.meaning) &&
      !context_.evidence.dialled) {
    context_.set_aside(saying(heard, context_.now)); // between two commands of the set-up: an earlier call's
    return at::Next::go_on;
  }
  if (heard.result.meaning == at::Meaning::ok && context_.oks_owed > 0) --context_.oks_owed;
  if (heard.result.role == at::Role::final || heard.result.role == at::Role::unsolicited) {
    context_.keep(context_.evidence.unsolicited, saying(heard, context_.now));
    return at::Next::go_on;
  }
  if (heard.result.word == what_.text) {
    ++echo_lines_; // an echo of the echo (facts: quirk 13)
    return at::Next::go_on;
  }
  ++text_lines_;
  at::add_result(context_.evidence.link, heard.result);
  if (in_reply && !context_.evidence.commands.empty()) {
    context_.keep(context_.evidence.commands.back().reply, saying(heard, context_.now));
    context_.learn_reply(what_.text, heard.result.word);
  }
  return at::Next::go_on;
}

at::Next CommandRun::hear_final(const Heard& heard) {
  const evidence::Saying final = saying(heard, context_.now);
  if (!ends_with(heard.result.meaning)) {
    // BUSY, NO CARRIER and their kin answer a dial, never a set-up command: an earlier call's result, late.
    context_.set_aside(final);
    return at::Next::go_on;
  }
  const bool before_echo = context_.echo_on.value_or(false) && echo_lines_ == 0;
  if (before_echo && heard.result.meaning != at::Meaning::connect) {
    held_ = final;
    return at::Next::go_on;
  }
  finish_with(final);
  return heard.result.meaning == at::Meaning::connect ? at::Next::stop : at::Next::go_on;
}

// A try that begins in the middle of an echo hears its tail as text; one line in ten may be such a piece.
bool CommandRun::only_echo() const noexcept { return echo_lines_ > 10 * text_lines_; }

unsigned CommandRun::repeats() const noexcept { return std::max(1U, what_.tries) - tries_left_ - 1; }

bool CommandRun::ends_with(at::Meaning meaning) const noexcept {
  return takes_any_final_ || ends_a_command(meaning);
}

void CommandRun::finish_with(const evidence::Saying& final) {
  final_ = final;
  if (echo_lines_ == 0) context_.echo_on = false;
  if (final.meaning == at::Meaning::ok) context_.learn(what_.text, what_.settings);
  context_.oks_owed += repeats();
  if (!context_.evidence.commands.empty()) {
    context_.keep(context_.evidence.commands.back().reply, final);
    context_.evidence.commands.back().ended = context_.now;
  }
  context_.evidence.numeric = listener_.numeric();
  context_.answered = true;
  context_.final_seen();
  held_.reset();
  finish(End::final);
}

void CommandRun::finish(End end) {
  end_ = end;
  if (end != End::silence) return;
  context_.evidence.echo_only = only_echo() && !foreign_bytes_ && !context_.answered;
  if (foreign_bytes_) context_.evidence.garbage = true;
}

std::optional<Session::Waiting> CommandRun::waiting() const {
  if (state_ != State::waiting) return std::nullopt;
  return Session::Waiting{.what = "reply to " + (what_.secret ? std::string(masked) : what_.text),
                          .until = silence_at(),
                          .until_what = "silence counts"};
}

} // namespace dialbench::session
