// Bytes in any chunking become lines: echo, whole lines, overlong ones. The reader knows framing, not words.
//
// Verbose results are <S3><S4>text<S3><S4>, numeric ones digits<S3> (V.250 5.7.1). Both, and everything that real modems
// make of them, come out of one rule: CR, LF, NUL and the S3/S4 in force end a line, empty lines are nothing.
//
//   at::Reader reader;
//   reader.expect_echo("ATZ");
//   reader.feed(bytes, [](const at::Line& line) { ...; return at::Next::go_on; });
#pragma once

#include "at/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace dialbench::at {

// The longest line that is kept; V.250 sets no limit, the longest known (AT#UD, ATI11 pages) stay below 256 bytes.
inline constexpr std::size_t line_bytes_max = 1024;

struct Line {
  enum class Kind : std::uint8_t {
    text,    // a whole line
    echo,    // a line that repeats the command we sent
    overflow // line_bytes_max bytes came without a line end; text holds them, the rest up to the next line end is dropped
  };
  Kind kind = Kind::text;
  std::string_view text; // without line ends; valid until the sink returns
  Slips slips = 0;       // framing slips only
};

// What the sink answers: whether the rest of the chunk is still lines. After CONNECT it is data.
enum class Next : std::uint8_t { go_on, stop };

class Reader {
 public:
  // Line ends in force: S3 and S4 (default CR and LF). CR, LF and NUL are always accepted too.
  void set_line_ends(char s3, char s4) noexcept;
  // The command, without its terminator, whose echo may come. Case as sent. An empty one: no echo is awaited.
  void expect_echo(std::string_view command);

  // Calls sink(const Line&) -> Next for each line that `bytes` completes; returns how many bytes it used: all of them,
  // or, when the sink stopped, those up to and including the line end (a LF right behind it in this chunk included).
  template <class Sink> std::size_t feed(std::string_view bytes, Sink&& sink) {
    return run(bytes, std::function<Next(const Line&)>(std::ref(sink)));
  }
  // Ends the unfinished line as one that silence ended (Slip::unterminated). Nothing happens where there is none.
  template <class Sink> void flush(Sink&& sink) { run_flush(std::function<Next(const Line&)>(std::ref(sink))); }

  // What came since the last line end. An incomplete echo is part of it.
  [[nodiscard]] std::string_view unfinished() const noexcept { return pending_; }
  void clear() noexcept;

 private:
  std::size_t run(std::string_view bytes, const std::function<Next(const Line&)>& sink);
  void run_flush(const std::function<Next(const Line&)>& sink);
  Next emit(Slips slips, const std::function<Next(const Line&)>& sink);

  std::string pending_;
  std::string echo_;           // what is still to be echoed of the last command
  bool skipping_ = false;      // behind an overflow, up to the next line end
  char last_end_ = '\n';       // the last line end seen, to tell CR LF from CR CR LF
  Slips line_slips_ = 0;
  char s3_ = '\r';
  char s4_ = '\n';
};

} // namespace dialbench::at
