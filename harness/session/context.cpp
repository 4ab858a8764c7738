#include "harness/session/context.hpp"

#include "at/dialect.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace dialbench::session {
namespace {

// A dialogue longer than this is cut in the evidence (the transcript has it whole).
constexpr std::size_t commands_max = 500;
// Identification is a line or two; a modem that says more is quoted so far.
constexpr std::size_t identification_max = 2048;

} // namespace

void Context::send(std::string_view bytes, bool secret) {
  if (output_.empty()) waiting_since_ = now;
  secret_ = output_.empty() ? secret : (secret_ || secret);
  output_ += bytes;
}

void Context::send_line(std::string_view command, bool secret) {
  send(command, secret);
  output_ += '\r';
}

void Context::taken(std::size_t bytes) {
  const auto count = std::min(bytes, output_.size());
  output_.erase(0, count);
  taken_total_ += count;
  waiting_since_ = output_.empty() ? std::nullopt : std::optional(now);
  if (output_.empty()) secret_ = false;
}

std::optional<Time> Context::stall_deadline() const noexcept {
  if (!waiting_since_) return std::nullopt;
  return *waiting_since_ + stall_max;
}

void Context::saw_carrier(bool on) noexcept {
  if (rise_is_the_calls_ && on && carrier == false) carrier_follows_ = true;
  carrier = on;
}

void Context::dialled_now() noexcept {
  rise_is_the_calls_ = true;
  carrier_follows_ = false;
}

void Context::dropped_dtr() noexcept { rise_is_the_calls_ = false; }

void Context::drop_output() {
  output_.clear();
  waiting_since_.reset();
  secret_ = false;
}

RequestId Context::request(PortRequest request) {
  request.id = ++last_request_;
  requests_.push_back(request);
  return request.id;
}

std::optional<PortRequest> Context::next_request() {
  if (requests_.empty()) return std::nullopt;
  const PortRequest first = requests_.front();
  requests_.erase(requests_.begin());
  return first;
}

Time Context::ready_at() const noexcept {
  if (!quiet_since_final_) return now;
  return std::max(now, *quiet_since_final_ + options.command_gap);
}

void Context::went_online(const evidence::Saying& result) {
  online = line_feed_due = true;
  evidence.connected = evidence.dialled = true;
  evidence.connected_at = now;
  evidence.hung_up = evidence.hang_up_proven = false;
  evidence.result = result;
}

void Context::went_offline(bool hung_up) {
  online = line_feed_due = false;
  evidence.hung_up = hung_up;
}

void Context::set_aside(const evidence::Saying& saying) {
  keep(evidence.stale, saying);
  // What a dial owes is no OK: that one is the second of a set-up command.
  if (options.finals_owed > 0 && saying.meaning != at::Meaning::ok) --options.finals_owed;
  note(evidence::Note::Kind::stale, saying.text + ": the result of an earlier call, set aside");
}

void Context::set_oks_apart() {
  auto& unknown = evidence.unknown;
  const auto is_no_ok = [](const evidence::Saying& said) { return said.meaning != at::Meaning::ok; };
  const auto oks = std::stable_partition(unknown.begin(), unknown.end(), is_no_ok);
  for (auto said = oks; said != unknown.end(); ++said) keep(evidence.unsolicited, *said);
  unknown.erase(oks, unknown.end());
}

void Context::remember_secret(std::string_view text) {
  while (!text.empty() && (text.back() == '\r' || text.back() == '\n')) text.remove_suffix(1);
  if (!text.empty()) secrets_.emplace_back(text);
}

void Context::hide(std::string& text) const {
  for (const auto& secret : secrets_) {
    for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + masked.size())) {
      text.replace(at, secret.size(), masked);
    }
  }
}

std::string Context::hidden(std::string_view text) const {
  std::string shown(text);
  hide(shown);
  return shown;
}

void Context::learn(std::string_view command, const CommandSettings& settings) {
  if (settings.hangs_up && evidence.connected && !online) evidence.hung_up = true;
  if (settings.reset) {
    evidence.s7.reset();
    evidence.x_level.reset();
    echo_on.reset();
  }
  if (settings.s7) {
    evidence.s7 = std::chrono::seconds(*settings.s7);
    evidence.s7_read = false;
  }
  if (settings.x_level) evidence.x_level = settings.x_level;
  if (settings.may_identify) learn_dialect(command);
  if (settings.echo) echo_on = settings.echo;
}

void Context::learn_reply(std::string_view command, std::string_view text) {
  if (at::asks_for_identification(command)) {
    at::add_line(who_, command, text);
    std::string& all = evidence.identification;
    if (all.size() + 1 + text.size() <= identification_max) {
      if (!all.empty()) all += '\n';
      all += text;
    }
  }
  // Several registers asked in one line: which digits are whose is not worth a guess.
  if (!asks_register(command, 7) || settings_in(command).queries != 1) return;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > 255) return;
  evidence.s7 = std::chrono::seconds(value);
  evidence.s7_read = true;
}

void Context::learn_dialect(std::string_view command) {
  if (dialect_given_ || !at::asks_for_identification(command)) return;
  const at::Dialect* dialect = at::dialect_of(who_);
  if (dialect == nullptr || dialect == options.dialect) return;
  options.dialect = options.rules.dialect = dialect;
  evidence.dialect = dialect->id;
  note(evidence::Note::Kind::setup, std::string(dialect->title) + ", by what it says of itself: dialect " +
                                        std::string(dialect->id) + '.');
}

std::chrono::seconds Context::s7_or_assumed() const noexcept {
  // 60 s is the longest usual default (USR, Nokia, spandsp; results.md, section 9). Zero means no limit where
  // it is allowed at all, so that it is no deadline for us either.
  constexpr std::chrono::seconds assumed{60};
  if (!evidence.s7 || *evidence.s7 == std::chrono::seconds(0)) return assumed;
  return *evidence.s7;
}

void Context::note_at(Time when, evidence::Note::Kind kind, std::string_view text) {
  const std::size_t before = evidence.notes.size();
  note(kind, text);
  if (evidence.notes.size() > before) evidence.notes.back().at = when;
}

void Context::note_parts(evidence::Note::Kind kind, std::initializer_list<std::string_view> parts) {
  if (evidence.notes.size() >= evidence::notes_max) {
    ++evidence.dropped;
    return;
  }
  auto& note = evidence.notes.emplace_back();
  note.at = now;
  note.kind = kind;
  std::size_t size = 0;
  for (const auto part : parts) size += part.size();
  note.text.resize(size);
  char* to = note.text.data();
  for (const auto part : parts) to = std::copy(part.begin(), part.end(), to);
  hide(note.text);
}

void Context::keep(std::vector<evidence::Saying>& where, const evidence::Saying& saying) {
  if (where.size() >= evidence::sayings_max) {
    ++evidence.dropped;
    return;
  }
  where.push_back(saying);
  hide(where.back().text);
}

void Context::begin_command(std::string_view text) {
  if (evidence.commands.size() >= commands_max) {
    evidence.commands.erase(evidence.commands.begin());
    ++evidence.dropped;
  }
  auto& command = evidence.commands.emplace_back();
  command.sent = now;
  command.text = text;
}

} // namespace dialbench::session
