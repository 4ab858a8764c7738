// Bytes in any chunking become lines: echo, whole lines, overlong ones. The reader knows framing, not words.
//
// Verbose results are <S3><S4>text<S3><S4>, numeric ones digits<S3> (V.250 5.7.1). Both, and everything that
// real modems make of them, come out of one rule: CR, LF, NUL and the S3/S4 in force end a line, empty lines
// are nothing. A line is given at the first byte that ends it: a numeric result has no LF to wait for.
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

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

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
  //   nul                 NUL stood there
  //   doubled             CR CR LF stood there
  //   odd_terminator      CR or LF, where S3 or S4 is another character
  //   unterminated        flush() ended the line
  Slips slips = 0;
};

// What the sink answers: whether the rest of the chunk is still lines. After CONNECT it is data.
enum class Next : std::uint8_t { go_on, stop };

class Reader {
 public:
  // Line ends in force: S3 and S4 (default CR and LF). CR, LF and NUL are always accepted too.
  void set_line_ends(char s3, char s4) noexcept;

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
    Line line;
    while (next(bytes, used, line))
      if (sink(static_cast<const Line&>(line)) == Next::stop) return used + take_line_feed(bytes, used);
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
  [[nodiscard]] std::string_view unfinished() const noexcept { return {held_.data(), held_size_}; }
  // The framing slips that are known of the line ends behind the last line: after a silence, all that there
  // are.
  [[nodiscard]] Slips slips_behind() const noexcept;
  // Forgets the unfinished line and the expected echo; line ends in force stay.
  void clear() noexcept;

 private:
  // The line ends between the text of two lines.
  struct Gap {
    bool spare_cr = false; // the next CR belongs to an echo or a number, and needs no LF
    bool any_cr = false;
    bool cr = false; // any but the spare one
    bool lf = false;
    bool nul = false;
    bool odd = false;
    bool doubled = false;
    int cr_run = 0; // CRs in a row, the spare one not counted
  };

  bool next(std::string_view bytes, std::size_t& used, Line& line);
  bool end_by_silence(Line& line);
  void finish(std::string_view text, Slips slips, Line& line);
  bool is_echo(std::string_view text);
  void hold(std::string_view bytes) noexcept;
  void count_end(char end) noexcept;
  [[nodiscard]] Slips end_slips(char end) const noexcept;
  std::size_t take_line_feed(std::string_view bytes, std::size_t used) noexcept;

  detail::LineEnds ends_;
  char s3_ = '\r';
  char s4_ = '\n';
  bool behind_cr_ = false; // the last byte taken was a CR (S3) that ended a line
  bool skipping_ = false;  // behind an overflow, up to the next line end
  Gap gap_;
  std::string echo_;          // the expected echo
  std::size_t echo_seen_ = 0; // how much of it has come
  std::size_t held_size_ = 0;
  std::array<char, line_bytes_max> held_{}; // the line so far, where it began in an earlier chunk
};

} // namespace dialbench::at
