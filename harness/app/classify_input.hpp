// What `classify` reads: lines of text in which control bytes are written as escapes, or a capture as it came
// from the port.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::app {

enum class InputForm { lines, raw };

// Looks for what only a capture has: a NUL, a CR with no LF behind it, or an empty line ended by CR LF before
// everything else (a verbose result). Lines of a text file that end with CR LF are no sign.
class InputSigns {
 public:
  static constexpr std::size_t bytes_max =
      std::size_t{64} * 1024; // so far one looks; behind it no sign counts

  // Goes on where the last call ended; `raw` once a sign was found, nothing before.
  [[nodiscard]] bool found_in(std::string_view bytes) noexcept;

 private:
  std::size_t seen_ = 0;
  bool behind_cr_ = false;
  bool found_ = false;
};

// The bytes that a line of text stands for: C's escapes (\r \n \t \0 \xHH \ooo \\ \" \' ...), the notation of
// modem INF files (<cr> <lf> <hXX>, in any case), and neither where they make no sense: AT\N3 and DIAG <2A4D
// stay. One pair of double quotes around the whole is taken off. Never longer than `line`.
void append_unescaped(std::string& out, std::string_view line);

// Cuts text at LF; the CR before it is no part of a line. Holds at most line_bytes_max bytes.
class TextLines {
 public:
  static constexpr std::size_t line_bytes_max = std::size_t{64} * 1024;

  // sink(line, whole): whole is false for a line that is too long, of which these are the first bytes.
  template <class Sink>
  void feed(std::string_view bytes, Sink&& sink) {
    while (!bytes.empty()) {
      const std::size_t end = bytes.find('\n');
      const bool ended = end != std::string_view::npos;
      const std::string_view part = bytes.substr(0, ended ? end : bytes.size());
      bytes.remove_prefix(part.size() + (ended ? 1 : 0));
      if (ended && held_.empty() && !cut_ && part.size() <= line_bytes_max) { // the usual case copies nothing
        sink(without_cr(part), true);
        continue;
      }
      hold(part);
      if (ended) give(sink);
    }
  }
  // The last line, where no LF ended it.
  template <class Sink>
  void finish(Sink&& sink) {
    if (!held_.empty()) give(sink);
  }

 private:
  static std::string_view without_cr(std::string_view line) noexcept {
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
  }
  void hold(std::string_view part);
  template <class Sink>
  void give(Sink& sink) {
    sink(cut_ ? std::string_view(held_) : without_cr(held_), !cut_);
    held_.clear();
    cut_ = false;
  }

  std::string held_;
  bool cut_ = false;
};

} // namespace dialbench::app
