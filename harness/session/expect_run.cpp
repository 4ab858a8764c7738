#include "harness/session/expect_run.hpp"

#include <utility>

namespace dialbench::session {
namespace {

using script::Pattern;

// Patterns are at most this long; what came before is of no use to them.
constexpr std::size_t stream_kept = 1024;

} // namespace

ExpectRun::ExpectRun(Context& context, Listener& listener, What what)
    : context_(context)
    , listener_(listener)
    , what_(std::move(what))
    , until_(context.now + what_.timeout) {
  if (what_.patterns.empty()) finish(End::matched);
}

// Byte by byte: what stands behind a match belongs to the next step.
std::size_t ExpectRun::receive(std::string_view bytes) {
  std::size_t used = 0;
  while (used < bytes.size() && !done()) {
    const std::string_view byte = bytes.substr(used++, 1);
    if (std::exchange(context_.line_feed_due, false) && byte == "\n") continue;
    if (stream_.size() == stream_kept) stream_.erase(0, stream_kept / 2);
    stream_ += byte;
    ++stream_total_;
    if (context_.online) {
      ++context_.evidence.data_bytes;
      count_as_heard();
    }
    listener_.receive(byte, [this](const Heard& heard) { return hear(heard); });
    if (!done()) look_at_stream();
    if (!done() && !context_.online && stream_total_ > reply_bytes_max) finish(End::overflow);
  }
  return used;
}

void ExpectRun::count_as_heard() {
  auto& came = context_.evidence.came_while_expecting;
  came = came.value_or(0) + 1;
}

void ExpectRun::look_at_stream() {
  if (const Pattern* abort = in_stream(what_.aborts)) return finish(End::aborted, abort->text);
  if (const Pattern* found = in_stream(what_.patterns)) {
    matched_ = found;
    finish(End::matched, found->text);
  }
}

const Pattern* ExpectRun::in_stream(const std::vector<Pattern>& patterns) const {
  const auto ends_stream = [this](const Pattern& pattern) {
    return pattern.kind == Pattern::Kind::substring && !pattern.text.empty() &&
           std::string_view(stream_).ends_with(pattern.text);
  };
  const auto found = std::ranges::find_if(patterns, ends_stream);
  return found == patterns.end() ? nullptr : &*found;
}

const Pattern* ExpectRun::in_line(const std::vector<Pattern>& patterns, const Heard& heard) const {
  const auto fits = [&](const Pattern& pattern) {
    if (pattern.kind == Pattern::Kind::meaning) {
      return pattern.meaning == heard.result.meaning && heard.result.damage == at::Damage::none;
    }
    return pattern.kind == Pattern::Kind::line && pattern.text == heard.result.word;
  };
  const auto found = std::ranges::find_if(patterns, fits);
  return found == patterns.end() ? nullptr : &*found;
}

at::Next ExpectRun::hear(const Heard& heard) {
  if (done()) return at::Next::stop;
  if (heard.echo) {
    context_.echo_on = true;
    return at::Next::go_on;
  }
  if (!context_.online && !heard.result.word.empty()) count_as_heard();
  if (heard.overflow) {
    // After CONNECT a long line is data; before it, no modem writes one.
    if (!context_.online) finish(End::overflow);
    return at::Next::go_on;
  }
  report_line(heard);
  if (context_.online) return hear_data(heard);
  if (heard.result.role == at::Role::final) return hear_final(heard);
  hear_progress(heard);
  return hear_data(heard);
}

// A line against the patterns, whether it is data or the modem's.
at::Next ExpectRun::hear_data(const Heard& heard) {
  // The end of the connection outweighs an ABORT of the same words: whether it is one, the modem will be
  // asked.
  if (context_.online) doubt_.hear(heard, context_.now, context_.last_byte_at);
  if (context_.online && heard.result.meaning == at::Meaning::no_carrier) return at::Next::go_on;
  // The script escaped by itself, and the modem says that it did: what follows is a dialogue with the modem
  // again.
  const bool escaped = context_.online && what_.escaping && heard.result.meaning == at::Meaning::ok;
  if (escaped) context_.online = false;
  if (const Pattern* abort = in_line(what_.aborts, heard)) {
    finish(End::aborted, abort->text);
  } else if (const Pattern* found = in_line(what_.patterns, heard)) {
    matched_ = found;
    finish(End::matched, std::string(heard.result.word));
  }
  return done() ? at::Next::stop : at::Next::go_on;
}

void ExpectRun::hear_progress(const Heard& heard) {
  auto& evidence = context_.evidence;
  at::add_result(evidence.link, heard.result);
  if (!what_.dialling) return;
  if (heard.result.meaning == at::Meaning::ringing) {
    ++evidence.ringing;
    if (!evidence.first_ringing) evidence.first_ringing = context_.now;
    evidence.last_ringing = context_.now;
  }
  if (heard.result.meaning == at::Meaning::ring) ++evidence.incoming_rings;
  if (heard.result.role == at::Role::information && !heard.result.word.empty()) {
    context_.keep(sooner_than_digits_and_owed() ? evidence.unsolicited : evidence.unknown,
                  saying(heard, context_.now));
  }
}

// BUSY before anything was dialled, or sooner than the digits can be out while an earlier call still owes a
// result.
bool ExpectRun::belongs_to_earlier_call(const Heard& heard) const {
  const auto meaning = heard.result.meaning;
  if (meaning == at::Meaning::ok || meaning == at::Meaning::command_error) return false;
  if (!what_.dialling) return what_.chat;
  return sooner_than_digits_and_owed();
}

bool ExpectRun::sooner_than_digits_and_owed() const noexcept {
  const auto& sent = context_.evidence.dial_sent;
  return context_.options.finals_owed > 0 && sent && context_.now < *sent + what_.digits;
}

at::Next ExpectRun::hear_final(const Heard& heard) {
  auto& evidence = context_.evidence;
  const evidence::Saying final = saying(heard, context_.now);
  const bool ok = heard.result.meaning == at::Meaning::ok;
  const Pattern* expected = in_line(what_.patterns, heard);
  // What is expected of a dial is no more its own for that, sooner than the digits can be out.
  const bool cannot_be_expected = expected == nullptr || what_.dialling;
  if (cannot_be_expected && belongs_to_earlier_call(heard)) {
    context_.set_aside(final);
    return at::Next::go_on;
  }
  context_.final_seen();
  if (!evidence.commands.empty()) context_.keep(evidence.commands.back().reply, final);
  if (what_.dialling && (!ok || what_.stays)) {
    evidence.result = final;
    evidence.ended = context_.now;
    evidence.hung_up = !ok;
    evidence.dial_failed_command = heard.result.meaning == at::Meaning::command_error;
    if (heard.result.meaning == at::Meaning::connect) {
      at::add_result(evidence.link, heard.result);
      context_.went_online(final);
    }
  } else if (ok && !evidence.commands.empty()) {
    context_.learn(evidence.commands.back().text);
  }
  const bool verdict = what_.dialling && !context_.online && (!ok || what_.stays);
  const bool refused = heard.result.meaning == at::Meaning::command_error && !what_.more_to_try && what_.chat;
  if (const Pattern* abort = in_line(what_.aborts, heard)) {
    if (!evidence.result) evidence.result = final;
    finish(End::aborted, abort->text);
  } else if (expected != nullptr) {
    matched_ = expected;
    finish(End::matched, final.text);
  } else if (verdict || refused) {
    evidence.result = final;
    finish(End::verdict, final.text);
  }
  return done() ? at::Next::stop : at::Next::go_on;
}

void ExpectRun::report_line(const Heard& heard) {
  auto& evidence = context_.evidence;
  if (what_.echo_lines) context_.note(evidence::Note::Kind::script, heard.result.word);
  for (const Pattern& report : what_.reports) {
    const auto at = heard.result.word.find(report.text);
    if (at == std::string_view::npos || evidence.reports.size() >= evidence::sayings_max) continue;
    evidence.reports.emplace_back(heard.result.word.substr(at));
  }
}

void ExpectRun::tick() {
  if (done()) return;
  listener_.tick([this](const Heard& heard) { return hear(heard); });
  if (done()) return;
  if (doubt_.is_due(context_.now, listener_)) return finish(End::suspect);
  if (context_.now < until_) return;
  listener_.flush_what_came([this](const Heard& heard) { return hear(heard); });
  if (!done()) finish(End::timeout);
}

std::optional<Time> ExpectRun::deadline() const {
  return done() ? context_.now : earlier(earlier(until_, listener_.deadline()), doubt_.deadline());
}

void ExpectRun::finish(End end, std::string word) {
  end_ = end;
  word_ = std::move(word);
}

std::optional<Session::Waiting> ExpectRun::waiting() const {
  if (what_.patterns.empty()) return std::nullopt;
  const std::string until = what_.chat ? "the script's TIMEOUT" : "the step's timeout";
  return Session::Waiting{
      .what = '"' + what_.patterns.front().text + '"', .until = until_, .until_what = until};
}

} // namespace dialbench::session
