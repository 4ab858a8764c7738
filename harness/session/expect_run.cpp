#include "harness/session/expect_run.hpp"

#include <utility>

namespace dialbench::session {
namespace {

using script::Pattern;

// Patterns are at most this long; what came before is of no use to them.
constexpr std::size_t stream_kept = 1024;
// Data that goes on behind the words NO CARRIER within this time shows that they were data.
constexpr Duration silence_behind = std::chrono::milliseconds(600);

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
  suspect_until_.reset();
  while (used < bytes.size() && !done()) {
    const std::string_view byte = bytes.substr(used++, 1);
    if (stream_.size() == stream_kept) stream_.erase(0, stream_kept / 2);
    stream_ += byte;
    ++stream_total_;
    if (context_.evidence.connected) ++context_.evidence.data_bytes;
    listener_.receive(byte, [this](const Heard& heard) { return hear(heard); });
    if (!done()) look_at_stream();
    if (!done() && !context_.evidence.connected && stream_total_ > reply_bytes_max) finish(End::overflow);
  }
  return used;
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
  if (heard.overflow) {
    // After CONNECT a long line is data; before it, no modem writes one.
    if (!context_.evidence.connected) finish(End::overflow);
    return at::Next::go_on;
  }
  report_line(heard);
  if (!context_.evidence.connected) {
    at::add_line(context_.evidence.link, heard.result.word);
    if (heard.result.meaning == at::Meaning::ringing && what_.dialling) {
      ++context_.evidence.ringing;
      if (!context_.evidence.first_ringing) context_.evidence.first_ringing = context_.now;
      context_.evidence.last_ringing = context_.now;
    }
    if (heard.result.meaning == at::Meaning::ring && what_.dialling) ++context_.evidence.incoming_rings;
    if (heard.result.role == at::Role::final) return hear_final(heard);
  }
  if (const Pattern* abort = in_line(what_.aborts, heard)) {
    finish(End::aborted, abort->text);
    return at::Next::stop;
  }
  if (context_.evidence.connected && heard.result.meaning == at::Meaning::no_carrier) {
    suspect_until_ = context_.now + silence_behind;
  }
  if (const Pattern* found = in_line(what_.patterns, heard)) {
    matched_ = found;
    finish(End::matched, std::string(heard.result.word));
    return at::Next::stop;
  }
  if (what_.dialling && !context_.evidence.connected && heard.result.role == at::Role::information &&
      !heard.result.word.empty()) {
    context_.keep(context_.evidence.unknown, saying(heard, context_.now));
  }
  return at::Next::go_on;
}

at::Next ExpectRun::hear_final(const Heard& heard) {
  auto& evidence = context_.evidence;
  const evidence::Saying final = saying(heard, context_.now);
  context_.final_seen();
  if (!evidence.commands.empty()) context_.keep(evidence.commands.back().reply, final);
  const Pattern* expected = in_line(what_.patterns, heard);
  const bool ok = heard.result.meaning == at::Meaning::ok;
  if (what_.dialling && !ok) {
    evidence.result = final;
    evidence.ended = context_.now;
    evidence.connected = heard.result.meaning == at::Meaning::connect;
    if (evidence.connected) evidence.connected_at = context_.now;
    evidence.hung_up = !evidence.connected;
    evidence.dial_failed_command = heard.result.meaning == at::Meaning::command_error;
  }
  if (const Pattern* abort = in_line(what_.aborts, heard)) {
    if (!evidence.result) evidence.result = final;
    finish(End::aborted, abort->text);
  } else if (expected != nullptr) {
    if (ok && !evidence.commands.empty()) context_.learn(evidence.commands.back().text);
    matched_ = expected;
    finish(End::matched, final.text);
  } else if (what_.dialling && !ok && !evidence.connected) {
    finish(End::verdict, final.text);
  } else if (heard.result.meaning == at::Meaning::command_error && !what_.more_to_try && what_.chat) {
    evidence.result = final;
    finish(End::verdict, final.text);
  }
  return done() ? at::Next::stop : at::Next::go_on;
}

void ExpectRun::report_line(const Heard& heard) {
  auto& evidence = context_.evidence;
  if (what_.echo_lines) context_.note(evidence::Note::Kind::script, std::string(heard.result.word));
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
  if (suspect_until_ && context_.now >= *suspect_until_) return finish(End::suspect);
  if (context_.now < until_) return;
  listener_.flush([this](const Heard& heard) { return hear(heard); });
  if (!done()) finish(End::timeout);
}

std::optional<Time> ExpectRun::deadline() const {
  return done() ? context_.now : earlier(earlier(until_, listener_.deadline()), suspect_until_);
}

void ExpectRun::lines_changed(const evidence::ModemLines& lines) {
  if (lines.dcd) had_carrier_ = true;
  if (had_carrier_ && !lines.dcd && context_.evidence.connected && !done()) finish(End::lost);
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
