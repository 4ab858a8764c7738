// The steps of a chat script: strings sent as they are, strings waited for, settings that take effect when
// reached.
#include "harness/session/machine.hpp"

#include "at/dial_string.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/session/dial_text.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::session {
namespace {

using evidence::Ending;
using evidence::Note;
using script::Step;

void remove_pattern(std::vector<script::Pattern>& from, const std::string& text) {
  std::erase_if(from, [&](const script::Pattern& pattern) { return pattern.text == text; });
}

// What a chat send string comes to on the wire, without its pauses.
std::string bytes_of(const std::string& text, const std::vector<Step::Piece>& pieces) {
  if (pieces.empty()) return text;
  std::string bytes;
  for (const auto& piece : pieces) bytes += piece.bytes;
  return bytes;
}

} // namespace

void Session::Machine::apply_setting(const Step& now) {
  using Setting = Step::Setting;
  switch (now.setting) {
  case Setting::abort: aborts_.insert(aborts_.end(), now.patterns.begin(), now.patterns.end()); break;
  case Setting::clear_abort: remove_pattern(aborts_, now.text.bytes); break;
  case Setting::report: reports_.insert(reports_.end(), now.patterns.begin(), now.patterns.end()); break;
  case Setting::clear_report: remove_pattern(reports_, now.text.bytes); break;
  case Setting::timeout: chat_timeout_ = now.duration; break;
  case Setting::echo: chat_echo_ = now.on_off; break;
  case Setting::say: context.note(Note::Kind::script, now.text.bytes); break;
  case Setting::hangup: // chat ignores or heeds SIGHUP by it; a port that is lost is an outcome here in
                        // either case
  case Setting::none: break;
  }
  next();
}

void Session::Machine::begin_raw(const std::string& text, std::vector<Step::Piece> pieces, bool secret,
                                 Then then) {
  std::string command = bytes_of(text, pieces);
  if (pieces.empty()) {
    pieces.resize(1);
    pieces.front().bytes = text;
  }
  if (secret) context.remember_secret(command);
  escaping_ = context.online && command.find("+++") != std::string::npos;
  if (!context.online) {
    if (!begin_raw_line(command, secret)) return;
  }
  begin(std::make_unique<RawRun>(context, std::move(pieces), secret), then);
}

// What a send string says to the modem: a line may be made of several of them. False: it may not be said.
bool Session::Machine::begin_raw_line(const std::string& bytes, bool secret) {
  raw_line_ += bytes;
  const bool repeats = raw_line_.starts_with("A/") || raw_line_.starts_with("a/");
  std::string line = repeats ? last_command_ : raw_line_;
  if (const auto sent = script::check_sent(line, context.options.rules)) {
    if (!may_dial(sent->refusal)) {
      take_back(raw_line_.size() - bytes.size());
      return false;
    }
    if (dialling_ && !context.evidence.result)
      ++context.options.finals_owed; // the dial before is cut off by this one
    stays_ = sent->stay_in_command_mode;
    begin_attempt(context.hidden(without_tone(sent->dial)));
    context.evidence.dial_command = context.hidden("ATD" + sent->dial);
    context.evidence.dial_time = at::dial_time(sent->dial);
    context.learn(line);
    dialling_ = true;
    context.dialled_now();
    dial_mark_ = context.taken_total();
    context.note(Note::Kind::dial, context.evidence.dial_command);
  }
  const bool ended = bytes.ends_with('\r') || bytes.ends_with('\n') || repeats;
  if (ended) raw_line_.clear();
  while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.pop_back();
  if (line.empty()) return true;
  last_command_ = line;
  listener_.command_sent(line);
  context.begin_command(secret ? masked : line);
  return true;
}

// A line that may not be said was begun by an earlier send string. It is deleted by backspaces (V.250, S5):
// whatever is sent next would end it.
void Session::Machine::take_back(std::size_t bytes) {
  if (bytes == 0) return;
  context.evidence.dialled = dialling_ = false;
  concluding_ = true;
  std::vector<Step::Piece> pieces(1);
  pieces.front().bytes.assign(bytes, '\b');
  begin(std::make_unique<RawRun>(context, std::move(pieces), false), &Machine::closed);
}

void Session::Machine::raw_sent() {
  if (as<RawRun>().stalled()) return fail(Ending::write_stalled);
  next();
}

// What every expect is told, native or chat's: whether a dial is running, and what is left of its time where
// the question after the carrier has interrupted it.
void Session::Machine::begin_expect(ExpectRun::What what, Then then) {
  what.dialling = dialling_ && !context.online && !context.evidence.result;
  what.stays = stays_;
  what.escaping = escaping_;
  if (expect_until_) {
    what.timeout = std::max(*expect_until_ - context.now, Duration{});
  } else {
    expect_until_ = context.now + what.timeout;
    if (sub_ == 0) context.evidence.came_while_expecting = 0;
  }
  if (what.dialling) {
    auto& evidence = context.evidence;
    const std::string_view dial = at::dial_part(evidence.dial_command);
    const Duration rule = Duration(at::dial_time_max(dial)) + context.s7_or_assumed();
    what.digits = at::digits_time(dial);
    evidence.deadline = context.now + what.timeout;
    evidence.deadline_given = what.timeout < rule;
  }
  begin(std::make_unique<ExpectRun>(context, listener_, std::move(what)), then);
}

void Session::Machine::begin_chat_expect(const Step& now, std::vector<script::Pattern> patterns) {
  ExpectRun::What what;
  what.patterns = std::move(patterns);
  what.aborts = aborts_;
  what.reports = reports_;
  what.more_to_try = sub_ < now.subs.size();
  what.timeout = now.timeout.value_or(chat_timeout_);
  what.chat = true;
  what.echo_lines = chat_echo_;
  begin_expect(std::move(what), &Machine::chat_expected);
}

// expect-send-expect: the time is up, so the sub-send goes out and the next expect is tried.
void Session::Machine::sub_sent() {
  if (as<RawRun>().stalled()) return fail(Ending::write_stalled);
  const auto& sub = step().subs[sub_++];
  expect_until_.reset();
  if (!sub.pattern) return next();
  begin_chat_expect(step(), {*sub.pattern});
}

void Session::Machine::chat_expected() {
  const auto& run = as<ExpectRun>();
  auto& evidence = context.evidence;
  if (dialling_ && evidence.result && evidence.ending == Ending::none) {
    evidence.ending = Ending::final_result;
    context.note(Note::Kind::result, evidence.result->text);
  }
  if (carrier_in_doubt(run)) return;
  switch (run.end()) {
  case ExpectRun::End::suspect:
  case ExpectRun::End::none:
  case ExpectRun::End::matched: return next();
  case ExpectRun::End::overflow: return fail(Ending::overflowed);
  case ExpectRun::End::timeout: return chat_timed_out();
  case ExpectRun::End::verdict: break;
  case ExpectRun::End::aborted:
    // An ABORT string that is no result code, or one that comes after CONNECT, says nothing about the dial.
    if (!evidence.result || context.online) {
      return fail(Ending::script_unmet, "the script's ABORT string came: " + run.word());
    }
    break;
  }
  if (!dialling_ && !evidence.commands.empty()) evidence.failed_command = evidence.commands.back().text;
  context.note(Note::Kind::result, evidence.result->text);
  fail(Ending::final_result);
}

void Session::Machine::chat_timed_out() {
  if (step_ < script_->steps.size() && sub_ < step().subs.size()) {
    const auto& sub = step().subs[sub_];
    return begin_raw(sub.send.bytes + (sub.carriage_return ? "\r" : ""), sub.pieces, sub.send.secret,
                     &Machine::sub_sent);
  }
  const auto& run = as<ExpectRun>();
  if (dialling_ && !context.online && !context.evidence.result) {
    context.note(Note::Kind::waiting, "the script's TIMEOUT is over; the dial is aborted");
    return begin(std::make_unique<AbortRun>(context, listener_), &Machine::chat_aborted);
  }
  if (!run.anything_came() && !context.online) {
    if (!context.evidence.commands.empty())
      context.evidence.failed_command = context.evidence.commands.back().text;
    return fail(Ending::no_reply);
  }
  const std::string expected =
      step_ < script_->steps.size() && !step().patterns.empty() ? step().patterns.front().text : "";
  fail(Ending::script_unmet, "the script expected \"" + expected + "\", and its TIMEOUT ended first");
}

void Session::Machine::chat_aborted() {
  // A CONNECT that came while we aborted is a connection by now, and is hung up as one.
  fail(as<AbortRun>().conclude_dial());
}

} // namespace dialbench::session
