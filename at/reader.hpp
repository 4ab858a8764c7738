// Bytes in any chunking become lines: echo, whole lines, overlong ones. The reader knows framing, not words.
//
// Verbose results are <S3><S4>text<S3><S4>, numeric ones digits<S3> (V.250 5.7.1). Both, and everything that
// real modems make of them, come out of one rule: CR, LF and the S3/S4 in force end a line, empty lines are
// nothing. A line is given at the first byte that ends it: a numeric result has no LF to wait for.
//
// NUL stands where S4 is 0, and where a port has one for a byte that came with a wrong parity. The first ones
// stand at the edges of a line, and are no part of it; one amid a line is a damaged byte of its text.
//
//   at::Reader reader;
//   reader.expect_echo("ATZ");
//   reader.feed(bytes, [](const at::Line& line) { ...; return at::Next::go_on; });
//
// The same bytes give the same lines, however they are cut. The reader allocates nothing but the echo it
// expects.
#pragma once

#include "at/line_ends.hpp"
#include "at/result.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace dialbench::at {

// The longest line that is kept; V.250 sets no limit, the longest known (AT#UD, ATI11 pages) stay below 256
// bytes.
inline constexpr std::size_t line_bytes_max = 1024;

struct Line {
  enum class Kind : std::uint8_t {
    text,    // a whole line
    echo,    // a line that repeats the command we sent, or a piece of it
    overflow // more than line_bytes_max bytes came without a line end; text holds the first line_bytes_max of
             // them, the rest up to the next line end is dropped
  };
  Kind kind = Kind::text;
  std::string_view text; // without line ends; valid until the sink returns

  // Framing slips only. A line cannot wait for the bytes behind it, so these tell of the line ends between
  // the line before and this one, and of the one byte that ended this line:
  //   no_line_feed        CR without LF stood there; behind an echo or a number that is right, and no slip
  //   no_carriage_return  this line was ended by LF, or LF without CR stood before it
  //   nul                 NUL stood there, or at the end of this line
  //   doubled             CR CR LF stood there
  //   odd_terminator      CR or LF, where S3 or S4 is another character
  //   unterminated        flush() ended the line
  Slips slips = 0;

  detail::Sight sight; // of a whole line, for at/ itself
  // Whether LF, or what S4 has in its place, stood in front of the line. An echo's CR alone is no slip; a
  // word behind it lacks its LF all the same.
  bool behind_line_feed = false;
};

// Whether the line came without CR or LF on some side: Context::own_line_end.
constexpr bool lacks_line_end(const Line& line) noexcept {
  constexpr auto lacking = static_cast<Slips>(bits(Slip::no_line_feed) | bits(Slip::no_carriage_return) |
                                              bits(Slip::unterminated));
  return (line.slips & lacking) != 0 || !line.behind_line_feed;
}

// What the sink answers: whether the rest of the chunk is still lines. After CONNECT it is data.
enum class Next : std::uint8_t { go_on, stop };

class Reader {
 public:
  // Line ends in force: S3 and S4 (default CR and LF). CR and LF are always accepted too.
  void set_line_ends(char s3, char s4) noexcept;

  // The command line editing character in force: S5 (default BS). One above 127 edits nothing (V.250 6.2.3).
  void set_backspace(char s5) noexcept { backspace_ = s5; }

  // The command, without its terminator, whose echo may come. Case as sent. An empty one: no echo is awaited.
  // The echo may come late, and cut in two by an unsolicited line; it is awaited until it is complete or
  // another one is expected. A piece of one to three digits is never taken for a piece of the echo: it may be
  // a numeric result.
  void expect_echo(std::string_view command);

  // Calls sink(const Line&) -> Next for each line that `bytes` completes; returns how many bytes it used: all
  // of them, or, when the sink stopped, those up to and including the line end (a LF right behind it in this
  // chunk included). The sink may call the other functions of this reader, but not feed() and flush().
  template <class Sink>
  std::size_t feed(std::string_view bytes, Sink&& sink) {
    std::size_t used = 0;
    auto next = Next::go_on;
    while (used < bytes.size() && next == Next::go_on) used += feed_some(bytes.substr(used), sink, next);
    return used;
  }

  // Ends the unfinished line as one that silence ended (Slip::unterminated). Nothing happens where there is
  // none.
  template <class Sink>
  void flush(Sink&& sink) {
    Line line;
    if (end_by_silence(line)) sink(static_cast<const Line&>(line));
  }

  // What came since the last line end. An incomplete echo is part of it. Valid until the next call.
  [[nodiscard]] std::string_view unfinished() const noexcept {
    return without_nuls_behind({held_.data() + slack, held_size_});
  }
  // The framing slips that are known of the line ends behind the last line: after a silence, all that there
  // are.
  [[nodiscard]] Slips slips_behind() const noexcept {
    return gap_ == 0 || gap_ == behind_cr_lf || gap_ == any_cr ? Slips{0} : odd_gap_slips();
  }
  // Whether this byte is taken for the CR (S3), or for the LF (S4), of a line end.
  [[nodiscard]] bool is_carriage_return(char end) const noexcept {
    return end == ends_.s3() || (end == '\r' && end != ends_.s4());
  }
  [[nodiscard]] bool is_line_feed(char end) const noexcept { return end == ends_.s4() || end == '\n'; }
  // Forgets the unfinished line and the expected echo; line ends in force stay.
  void clear() noexcept;

 private:
  // What stood between the text of two lines. A set of bits.
  enum Gap : std::uint16_t {
    spare_cr = 1 << 0, // the next CR belongs to an echo or a number, and needs no LF
    any_cr = 1 << 1,
    cr = 1 << 2, // any but the spare one
    lf = 1 << 3,
    nul = 1 << 4,
    odd = 1 << 5,
    doubled = 1 << 6,
    one_cr = 1 << 7, // just now, the spare one not counted
    more_crs = 1 << 8
  };
  static constexpr std::uint16_t behind_cr = any_cr | cr | one_cr;
  static constexpr std::uint16_t behind_cr_lf = any_cr | cr | lf;

  // Up to a stop of the sink, to an overflow, to other line ends, or all.
  template <class Sink>
  [[gnu::always_inline]] std::size_t feed_some(std::string_view bytes, Sink& sink, Next& next) {
    detail::LineScan scan(ends_, bytes, !inside_line());
    std::size_t at = 0; // what is in front of it has been used
    const auto done = [&] {
      if (next == Next::stop) at += take_line_feed(bytes, at);
      return at;
    };
    if (inside_line()) { // in this part of it, the first byte may be the end
      const std::size_t end = scan.next();
      const std::string_view part = bytes.substr(0, end);
      if (held_size_ + end > line_bytes_max && !skipping_) [[unlikely]]
        return give_overflow(part, at, sink, next), done();
      if (!skipping_) hold(part);
      if (end == bytes.size()) return end;
      at = end + 1;
      if (std::exchange(skipping_, false)) {
        count_end(bytes[end]);
      } else { // the bytes stay where they are until the sink has seen them
        const std::string_view text(held_.data() + slack, std::exchange(held_size_, 0));
        if (text.back() == '\0') [[unlikely]]
          give_without_nuls(text, bytes[end], sink, next);
        else
          give(text,
               {detail::front_amid(text.data(), text.size()), detail::back_amid(text.data(), text.size())},
               bytes[end], sink, next);
        if (next == Next::stop || std::exchange(other_ends_, false)) [[unlikely]]
          return done();
      }
    }
    while (true) {
      std::size_t begin = scan.next();
      if (begin != at) pass_gap(bytes, at, begin);
      if (begin == bytes.size()) return begin;
      const std::size_t end = scan.next();
      at = begin;
      if (bytes[begin] == '\0') [[unlikely]] {
        at = begin = pass_nuls(bytes, begin, end);
        if (begin == end) continue;
      }
      const std::string_view text(bytes.data() + begin, end - begin);
      if (text.size() > line_bytes_max) [[unlikely]]
        return give_overflow(text, at, sink, next), done();
      if (end == bytes.size()) return hold(text), end;
      at = end + 1;
      if (text.back() == '\0') [[unlikely]] {
        give_without_nuls(text, bytes[end], sink, next);
        if (next == Next::stop || std::exchange(other_ends_, false)) return done();
        continue;
      }
      detail::Sight sight;
      sight.surveyed = scan.odd(begin, end, sight.odd);
      const bool room_around = begin + 8 <= bytes.size() && end >= 8;
      sight.front = room_around ? detail::front_amid(text.data(), text.size())
                                : detail::front_of(text.data(), text.size());
      sight.back = room_around ? detail::back_amid(text.data(), text.size())
                               : detail::back_of(text.data(), text.size());
      give(text, sight, bytes[end], sink, next);
      if (next == Next::stop || std::exchange(other_ends_, false)) [[unlikely]]
        return done();
    }
  }

  // A whole line, and the byte that ended it. The gap behind it begins before the sink is called, which may
  // ask for it.
  template <class Sink>
  [[gnu::always_inline]] void give(std::string_view text, const detail::Sight& sight, char end, Sink& sink,
                                   Next& next, Slips behind_text = 0) {
    const auto slips = static_cast<Slips>(slips_behind() | behind_text | end_slips(end));
    const bool behind_line_feed = (gap_ & lf) != 0;
    const Line::Kind kind = finish(text, sight);
    open_gap(end);
    const Line line{kind, text, slips, sight, behind_line_feed};
    next = sink(line);
  }
  template <class Sink>
  void give_without_nuls(std::string_view text, char end, Sink& sink, Next& next) {
    text = without_nuls_behind(text);
    give(text, detail::sight_of(text), end, sink, next, bits(Slip::nul));
  }
  // `part`, which begins at `at`, has a byte too many; `at` goes behind that one.
  template <class Sink>
  void give_overflow(std::string_view part, std::size_t& at, Sink& sink, Next& next) {
    const Slips slips = slips_behind();
    at += overflow(part);
    const std::string_view text(held_.data() + slack, line_bytes_max);
    const Line line{Line::Kind::overflow, text, slips, detail::sight_of(text)};
    next = sink(line);
  }
  [[nodiscard]] bool inside_line() const noexcept { return held_size_ != 0 || skipping_; }
  std::size_t overflow(std::string_view part) noexcept;
  bool end_by_silence(Line& line);
  bool is_echo(std::string_view text, const detail::Sight& sight) {
    if (echo_[echo_seen_] == text.front() && is_piece_of_echo(text, sight.front)) return true;
    return may_be_corrected(sight) && is_corrected_echo(text);
  }
  // A S5 that is a control character, as nearly all are, has been seen where there is one.
  [[nodiscard]] bool may_be_corrected(const detail::Sight& sight) const noexcept {
    return !sight.surveyed || sight.odd != 0 || backspace_ >= ' ';
  }
  bool is_piece_of_echo(std::string_view text, std::uint64_t front);
  bool is_corrected_echo(std::string_view text);
  void count_end(char end) noexcept;
  void count_ends(std::string_view ends) noexcept;
  [[nodiscard]] Slips odd_end_slips(char end) const noexcept;
  [[nodiscard]] Slips odd_gap_slips() const noexcept;
  std::size_t take_line_feed(std::string_view bytes, std::size_t used) noexcept;

  // Digits that a modem may mean as a result: the largest known number has three (results.md, section 3).
  static bool may_be_number(std::size_t size, std::uint64_t front) noexcept {
    const std::uint64_t from_zero =
        (front ^ 0x303030U) & detail::low_bits(8 * std::min<std::size_t>(size, 3));
    return size <= 3 && ((from_zero | (from_zero + 0x767676U)) & 0x808080U) == 0;
  }

  // Says what kind of line `text` is, and forgets the gap in front of it.
  Line::Kind finish(std::string_view text, const detail::Sight& sight) {
    const bool echo = echo_seen_ != echo_.size() && is_echo(text, sight);
    gap_ = echo || may_be_number(text.size(), sight.front) ? std::uint16_t{spare_cr} : std::uint16_t{0};
    return echo ? Line::Kind::echo : Line::Kind::text;
  }
  // Small parts are what small chunks are made of, so they are copied without a call.
  void hold(std::string_view bytes) noexcept {
    char* to = held_.data() + slack + held_size_;
    held_size_ += bytes.size();
    if (bytes.size() > 16) {
      std::memcpy(to, bytes.data(), bytes.size());
    } else if (bytes.size() >= 8) {
      std::uint64_t first = 0;
      std::uint64_t last = 0;
      std::memcpy(&first, bytes.data(), 8);
      std::memcpy(&last, bytes.data() + bytes.size() - 8, 8);
      std::memcpy(to, &first, 8);
      std::memcpy(to + bytes.size() - 8, &last, 8);
    } else {
      for (std::size_t i = 0; i < bytes.size(); ++i) to[i] = bytes[i];
    }
  }
  void open_gap(char end) noexcept {
    if (end == '\r' && ends_.s3() == '\r' && (gap_ & ~spare_cr) == 0) [[likely]]
      gap_ = gap_ == 0 ? behind_cr : std::uint16_t{any_cr};
    else
      count_end(end);
  }
  // The line ends from one offset to another. CR LF, and an empty line between two CR LF, are what nearly all
  // gaps are; their first CR has been counted. Behind an echo the CR is its own, and CR LF comes whole.
  void pass_gap(std::string_view bytes, std::size_t from, std::size_t to) noexcept {
    const std::size_t size = to - from;
    const unsigned behind_line = gap_ == behind_cr ? 1 : 0;
    const unsigned behind_echo = gap_ == any_cr ? 1 : 0;
    if ((behind_line | behind_echo) != 0 && usual_ && size < 4 && from + 4 <= bytes.size()) [[likely]] {
      const std::uint64_t found = detail::load<4>(bytes.data() + from) & detail::low_bits(8 * size);
      // The size is asked, too: a NUL behind the LF looks like nothing at all.
      const unsigned only_lf = size == 1 && found == '\n' ? 1 : 0;
      const unsigned only_cr_lf = size == 2 && found == ('\r' | '\n' << 8) ? 1 : 0;
      const unsigned lf_cr_lf = size == 3 && found == ('\n' | '\r' << 8 | '\n' << 16) ? 1 : 0;
      if ((lf_cr_lf | (behind_line & only_lf) | (behind_echo & only_cr_lf)) != 0) [[likely]] {
        gap_ = behind_cr_lf;
        return;
      }
    }
    count_ends(bytes.substr(from, size));
  }
  // NULs in front of a text belong to the gap; where the text begins, or its end where there is nothing else.
  std::size_t pass_nuls(std::string_view bytes, std::size_t from, std::size_t end) noexcept;
  static std::string_view without_nuls_behind(std::string_view text) noexcept {
    while (!text.empty() && text.back() == '\0') text.remove_suffix(1);
    return text;
  }
  [[nodiscard]] Slips end_slips(char end) const noexcept {
    return end == ends_.s3() ? Slips{0} : odd_end_slips(end);
  }

  detail::LineEnds ends_;
  bool usual_ = true;       // S3 and S4 are CR and LF
  bool other_ends_ = false; // they were set while a chunk is read
  bool skipping_ = false;   // behind an overflow, up to the next line end
  std::uint16_t gap_ = 0;
  char backspace_ = '\b';
  std::string echo_;          // the expected echo
  std::size_t echo_seen_ = 0; // how much of it has come
  std::size_t held_size_ = 0;
  // The line so far, where it began in an earlier chunk, with room around it for who reads eight bytes at
  // once.
  static constexpr std::size_t slack = 8;
  std::array<char, slack + line_bytes_max + slack> held_{};
};

} // namespace dialbench::at
