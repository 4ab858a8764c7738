#include "harness/session/listener.hpp"

#include <algorithm>

namespace dialbench::session {
namespace {

// Lines of one reply follow each other within 100 ms (timing.md, section 6); 500 ms of silence end it.
constexpr Duration quiet_usual = std::chrono::milliseconds(500);
// A word that a longer one begins with (CONNECT 33600, RINGING) may still grow.
constexpr Duration quiet_growing = std::chrono::seconds(2);

bool may_grow(at::Meaning meaning) {
  return meaning == at::Meaning::connect || meaning == at::Meaning::ring ||
         meaning == at::Meaning::data_answer;
}

} // namespace

evidence::Saying saying(const Heard& heard, Time at) {
  return {.at = at,
          .text = std::string(heard.result.word),
          .meaning = heard.result.meaning,
          .slips = heard.result.slips,
          .damage = heard.result.damage,
          .resembles = std::string(heard.result.resembles)};
}

void Listener::command_sent(std::string_view command, const CommandSettings& settings) {
  query_ = settings.query;
  if (settings.verbose || settings.reset) mode_ = Mode::unknown;
  reader_.expect_echo(command);
  echo_.expect(command);
}

std::optional<Time> Listener::deadline() const {
  const auto flush = flush_at();
  if (!digits_) return flush;
  const Time settle = digits_at_ + quiet();
  return flush ? std::min(*flush, settle) : settle;
}

void Listener::clear() {
  reader_.clear();
  echo_.expect({});
  digits_.reset();
  inside_line_ = false;
}

void Listener::touch() {
  if (inside_line_ && last_byte_at_) longest_gap_ = std::max(longest_gap_, context_.now - *last_byte_at_);
  last_byte_at_ = context_.now;
}

void Listener::note_gap() noexcept { inside_line_ = !reader_.unfinished().empty(); }

// A modem that drips its bytes is given three times its own longest pause.
Duration Listener::quiet() const noexcept { return std::max(quiet_usual, 3 * longest_gap_); }

// Only an unfinished line that is a whole word already is ended by silence: "BUSY" without its line end is a
// result, "BU" is still on its way.
std::optional<Time> Listener::flush_at() const {
  const std::string_view text = reader_.unfinished();
  if (text.empty() || !last_byte_at_) return std::nullopt;
  const at::Result result =
      understand(text, 0, mode_ == Mode::verbose ? at::Digits::text : at::Digits::result);
  const bool whole = result.role == at::Role::final || result.role == at::Role::intermediate ||
                     result.role == at::Role::unsolicited;
  if (!whole) return std::nullopt;
  return *last_byte_at_ + (may_grow(result.meaning) ? std::max(quiet_growing, quiet()) : quiet());
}

bool Listener::line_is_coming() const {
  const bool silent = !last_byte_at_ || context_.now >= *last_byte_at_ + quiet();
  return !nothing_unfinished() && !silent && !flush_at();
}

std::optional<std::string_view> Listener::unsolicited_in_echo(std::string_view line) {
  return echo_.inside(line, [this](std::string_view text) {
    return understand(text, 0, at::Digits::text).role == at::Role::unsolicited;
  });
}

at::Result Listener::understand(std::string_view text, at::Slips slips, at::Digits digits,
                                bool own_line_end) const noexcept {
  at::Result result = at::classify(
      text, {.dialect = context_.options.dialect, .digits = digits, .own_line_end = own_line_end});
  result.slips = static_cast<at::Slips>(result.slips | slips);
  return result;
}

} // namespace dialbench::session
