// Hears the modem: bytes become lines, lines become results. Here stands what a reader alone cannot know:
// when silence ends a line that has no line end, and when a line of digits is a result (ATV0) and when it is
// text (ATS7?).
#pragma once

#include "at/reader.hpp"
#include "at/result.hpp"
#include "harness/session/awaited_echo.hpp"
#include "harness/session/context.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::session {

struct Heard {
  at::Result result; // word views storage that lives until the sink returns
  bool echo = false;
  bool overflow = false;
};

evidence::Saying saying(const Heard& heard, Time at);

class Listener {
 public:
  explicit Listener(Context& context)
      : context_(context) {}

  // A command was sent: its echo may come, and its reply may hold digits as text.
  void command_sent(std::string_view command) { command_sent(command, settings_in(command)); }
  void command_sent(std::string_view command, const CommandSettings& settings);

  // sink(const Heard&) -> at::Next. Returns how many bytes were used: all, unless the sink stopped.
  template <class Sink>
  std::size_t receive(std::string_view bytes, Sink&& sink) {
    touch();
    const std::size_t used = reader_.feed(bytes, [&](const at::Line& line) { return on_line(line, sink); });
    note_gap();
    return used;
  }
  // Delivers what silence has decided by now.
  template <class Sink>
  void tick(Sink&& sink) {
    if (digits_ && context_.now >= digits_at_ + quiet()) {
      settle_digits(true, sink);
    }
    if (const auto when = flush_at(); when && context_.now >= *when) flush(sink);
  }
  // The reply is over, whatever came: what is unfinished becomes a line now.
  template <class Sink>
  void flush(Sink&& sink) {
    reader_.flush([&](const at::Line& line) { return on_line(line, sink); });
    note_gap();
    if (digits_) settle_digits(true, sink);
  }
  // Time is up: what is whole, or has been silent, becomes a line now. A line that is still on its way is
  // left alone: cut in two it would be two lines that nobody said.
  template <class Sink>
  void flush_what_came(Sink&& sink) {
    if (!line_is_coming()) flush(sink);
  }
  [[nodiscard]] std::optional<Time> deadline() const;

  [[nodiscard]] std::optional<Time> last_byte_at() const noexcept { return last_byte_at_; }
  [[nodiscard]] bool numeric() const noexcept { return mode_ == Mode::numeric; }
  [[nodiscard]] bool nothing_unfinished() const noexcept { return reader_.unfinished().empty(); }
  // The modem was reset: words or numbers is open again.
  void forget_mode() noexcept { mode_ = Mode::unknown; }
  void clear();

 private:
  enum class Mode : std::uint8_t { unknown, verbose, numeric };

  void touch();
  void note_gap() noexcept;
  [[nodiscard]] Duration quiet() const noexcept;
  [[nodiscard]] std::optional<Time> flush_at() const;
  [[nodiscard]] bool line_is_coming() const;
  // Of a piece of a line it is not known what ends it.
  [[nodiscard]] at::Result understand(std::string_view text, at::Slips slips, at::Digits digits,
                                      bool own_line_end = true) const noexcept;
  std::optional<std::string_view> unsolicited_in_echo(std::string_view line);

  template <class Sink>
  at::Next on_line(const at::Line& line, Sink& sink) {
    if (line.kind != at::Line::Kind::text) {
      Heard heard;
      heard.result.word = line.text;
      heard.echo = line.kind == at::Line::Kind::echo;
      heard.overflow = line.kind == at::Line::Kind::overflow;
      if (heard.echo) echo_.heard(line.text);
      return sink(heard);
    }
    const at::Result as_result =
        understand(line.text, line.slips, at::Digits::result, at::lacks_line_end(line));
    const bool is_text = as_result.number ? mode_ == Mode::verbose : as_result.role == at::Role::information;
    if (is_text) {
      if (const auto amid = unsolicited_in_echo(line.text)) return on_cut_echo(line, *amid, sink);
    }
    if (as_result.number) return on_digits(line, as_result, sink);
    if (digits_) settle_digits(false, sink);
    const Heard heard{.result = as_result};
    // A query's own text may look like a word; only a final result shows that the modem answers in words.
    if (as_result.role == at::Role::final) mode_ = Mode::verbose;
    return sink(heard);
  }

  // A line that is echo, with an unsolicited line in it or none.
  template <class Sink>
  at::Next on_cut_echo(const at::Line& line, std::string_view amid, Sink& sink) {
    if (digits_) settle_digits(false, sink);
    if (!amid.empty()) sink(Heard{.result = understand(amid, line.slips, at::Digits::text)});
    Heard heard;
    heard.result.word = line.text;
    heard.echo = true;
    return sink(heard);
  }

  template <class Sink>
  at::Next on_digits(const at::Line& line, const at::Result& as_result, Sink& sink) {
    if (digits_) settle_digits(false, sink);
    if (mode_ == Mode::verbose)
      return sink(Heard{.result = understand(line.text, line.slips, at::Digits::text)});
    // 0 to 8 mean the same everywhere, and outside a query nothing else writes a digit alone.
    const bool plain = *as_result.number <= 8;
    if (!query_ && (mode_ == Mode::numeric || plain)) {
      if (as_result.role == at::Role::final) mode_ = Mode::numeric;
      return sink(Heard{.result = as_result});
    }
    digits_ = std::string(line.text);
    digits_slips_ = line.slips;
    digits_at_ = context_.now;
    return at::Next::go_on;
  }

  // A line of digits was held back. Silence behind it: it was a result. Another line behind it: it was text.
  template <class Sink>
  void settle_digits(bool silence, Sink& sink) {
    const std::string text = std::move(*digits_);
    digits_.reset();
    const auto digits = silence ? at::Digits::result : at::Digits::text;
    const at::Result result = understand(text, digits_slips_, digits);
    if (silence && result.role == at::Role::final) mode_ = Mode::numeric;
    if (silence) query_ = false;
    sink(Heard{.result = result});
  }

  Context& context_;
  at::Reader reader_;
  AwaitedEcho echo_;
  Mode mode_ = Mode::unknown;
  bool query_ = false;
  std::optional<Time> last_byte_at_;
  Duration longest_gap_{}; // between two chunks inside one line
  bool inside_line_ = false;
  std::optional<std::string> digits_; // a line of digits that may be a result or text
  at::Slips digits_slips_ = 0;
  Time digits_at_{};
};

} // namespace dialbench::session
