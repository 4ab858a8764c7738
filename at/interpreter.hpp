// The front door: bytes from a modem in any chunking become events. Reader, classify() and the knowledge of
// when lines end and data begins, in one object without I/O and without a clock.
//
//   at::Interpreter modem;
//   modem.expect_echo("ATDT5551234");
//   modem.feed("ATDT5551234\r\r\nCARRIER 33600\r\n\r\nCONNECT 115200\r\n~\x7E...", [&](const at::Event&
//   event) {
//     if (event.kind == at::Event::Kind::final) verdict = event.meaning;     // Meaning::connect
//     if (event.kind == at::Event::Kind::data) ppp.receive(event.bytes);
//   });
//
// After a final CONNECT all bytes are data until command_mode() is called: nothing in a byte stream tells the
// modem's NO CARRIER from the far end's (V.250 6.3.1 leaves that to the DCD line), so the owner decides -
// when DCD drops, or when its escape sequence was answered. stay_in_command_mode() turns that off.
//
// Numbers (ATV0) are results only when set_digits() says so. The interpreter does not find that out by
// itself: a line of digits may as well be the answer to a query (ATS7? gives 060), and who asked is the
// owner's to know.
//
// The events do not depend on how the bytes were cut, except that data comes as the chunks came. There are no
// errors: any bytes give events, a line longer than line_bytes_max is one (Kind::overflow). Nothing is
// allocated but the expected echo. Copies are independent; one object belongs to one thread at a time.
#pragma once

#include "at/glance.hpp"
#include "at/reader.hpp"
#include "at/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dialbench::at {

// What came. Valid until the sink returns.
struct Event {
  enum class Kind : std::uint8_t {
    echo,         // the expected command, or a piece of it
    information,  // text that answers a query, or a result that nobody knows (V.250 5.7.2)
    intermediate, // CARRIER 33600, RINGING
    final,        // OK, CONNECT, BUSY (V.250 5.7.1)
    unsolicited,  // RING, caller ID
    data,         // bytes behind CONNECT
    overflow,     // the first line_bytes_max bytes of a line without end
    damage // a line that something happened to; it decides nothing. result() says what and how sure that is
  };
  Kind kind = Kind::information;
  Meaning meaning = Meaning::info; // info for echo, data and overflow
  Damage damage = Damage::none; // of a final or intermediate too: CONNECT with a damaged rate stays CONNECT
  Slips slips = 0;              // of the framing (Line::slips) and of the form of the word together
  std::string_view bytes;       // the line as it came, without its line ends; or the data

  // All that is known of the line; made when asked for. For echo, data and overflow its word is the bytes.
  [[nodiscard]] Result result() const noexcept;

 private:
  friend class Interpreter;
  const Result* closely_ = nullptr; // where a glance was not enough
};

class Interpreter {
 public:
  Interpreter() noexcept;

  // The settings hold from the next line on; they may be changed inside the sink.
  // S3 and S4 in force, CR and LF at first. CR and LF always end lines.
  void set_line_ends(char s3, char s4) noexcept { reader_.set_line_ends(s3, s4); }
  // S5 in force, BS at first; see Reader::set_backspace.
  void set_backspace(char s5) noexcept { reader_.set_backspace(s5); }
  // Null: no dialect. The dialect is not copied; it must live as long as it is set.
  void set_dialect(const Dialect* dialect) noexcept;
  // Whether lines of digits are results (ATV0) or text (ATV1, and what answers a query).
  void set_digits(Digits digits) noexcept { context_.digits = digits; }
  // The command, without its terminator, whose echo may come; see Reader::expect_echo.
  void expect_echo(std::string_view command) { reader_.expect_echo(command); }
  // Whether a CONNECT begins data; true at first.
  void stay_in_command_mode(bool stay) noexcept { stay_ = stay; }

  // The bytes behind this event are lines again (after +++, a hang-up, a drop of DCD).
  void command_mode() noexcept { data_ = false; }
  // The bytes behind this event are data (after ATO, whose CONNECT a quiet modem does not say).
  void data_mode() noexcept;
  [[nodiscard]] bool in_data() const noexcept { return data_; }
  // Forgets the unfinished line and the expected echo, and is in command mode; settings stay.
  void clear() noexcept;

  // Calls sink(const Event&) for each event that the bytes complete. The sink may call anything of this
  // object but feed() and flush().
  template <class Sink>
  void feed(std::string_view bytes, Sink&& sink) {
    while (!bytes.empty()) {
      if (data_) {
        bytes.remove_prefix(line_feed_in_front(bytes));
        if (!bytes.empty()) deliver_data(bytes, sink);
        return;
      }
      const std::size_t used = reader_.feed(
          bytes, [&](const Line& line) __attribute__((always_inline)) {
            deliver(line, sink);
            return data_ ? Next::stop : Next::go_on;
          });
      if (data_) line_feed_may_come_ = ended_by_cr(bytes[used - 1]);
      bytes.remove_prefix(used);
    }
  }

  // Silence ended the unfinished line (Slip::unterminated). How long a silence that takes is the owner's to
  // know (timing.md, section 6: lines of one reply follow each other within 100 ms).
  template <class Sink>
  void flush(Sink&& sink) {
    reader_.flush([&](const Line& line) { deliver(line, sink); });
  }

  // What came since the last line end; valid until the next call.
  [[nodiscard]] std::string_view unfinished() const noexcept { return reader_.unfinished(); }

 private:
  // Inlined, so that an event is built in registers and what the sink does not look at is not built.
  template <class Sink>
  [[gnu::always_inline]] void deliver(const Line& line, Sink& sink) {
    Event event;
    event.bytes = line.text;
    event.slips = line.slips;
    if (line.kind == Line::Kind::text) [[likely]] {
      const detail::Glance seen = look_at(line);
      if (seen.sure()) [[likely]] {
        event.meaning = seen.meaning();
        event.damage = seen.damage();
        event.kind = kind_of(seen.meaning(), seen.damage());
      } else {
        const Result& closely = look_closely_at(line);
        event.meaning = closely.meaning;
        event.damage = closely.damage;
        event.slips = static_cast<Slips>(event.slips | closely.slips);
        event.kind = kind_of(closely.meaning, closely.damage);
        event.closely_ = &closely;
      }
      if (event.meaning == Meaning::connect && !stay_) data_mode();
    } else {
      event.kind = line.kind == Line::Kind::echo ? Event::Kind::echo : Event::Kind::overflow;
    }
    sink(static_cast<const Event&>(event));
  }

  template <class Sink>
  void deliver_data(std::string_view bytes, Sink& sink) {
    Event event;
    event.kind = Event::Kind::data;
    event.bytes = bytes;
    sink(static_cast<const Event&>(event));
  }

  // Not sure where a word may be the dialect's.
  [[nodiscard]] detail::Glance look_at(const Line& line) const noexcept {
    if (context_.dialect != nullptr && starts_.may_have(detail::trimmed(line.text))) return {};
    return detail::glance(line.text, line.sight, context_.digits);
  }
  const Result& look_closely_at(const Line& line) noexcept;
  // Damage takes the say from what decides nothing anyway; a CONNECT with a damaged rate is a CONNECT.
  [[nodiscard]] Event::Kind kind_of(Meaning meaning, Damage damage) const noexcept {
    const Event::Kind kind = kinds_[static_cast<std::size_t>(meaning)];
    return kind == Event::Kind::information && damage != Damage::none ? Event::Kind::damage : kind;
  }
  [[nodiscard]] bool ended_by_cr(char end) const noexcept { return reader_.is_carriage_return(end); }
  std::size_t line_feed_in_front(std::string_view bytes) noexcept;

  Context context_;
  std::array<Event::Kind, static_cast<std::size_t>(Meaning::diagnostics) + 1> kinds_{}; // of each meaning
  detail::DialectStarts starts_;
  bool stay_ = false;
  bool data_ = false;
  bool line_feed_may_come_ = false; // the CR of a CR LF ended the line of the CONNECT
  Result closely_;
  Reader reader_;
};

static_assert(sizeof(Interpreter) <= line_bytes_max + 1024, "1 KiB beside the line buffer");

} // namespace dialbench::at
