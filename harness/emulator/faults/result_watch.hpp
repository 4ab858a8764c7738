// The results of dials among the bytes of a modem: a line at a time, so that one can be held back whole.
#pragma once

#include "at/result.hpp"
#include "harness/evidence/time.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::faults {

// A final result that a dial may bring. OK and ERROR answer every command, and are none.
inline bool is_dial_result(std::string_view line) noexcept {
  const auto result = at::classify(line, {});
  return result.role == at::Role::final && result.meaning != at::Meaning::ok &&
         result.meaning != at::Meaning::command_error;
}

// Collects the text of one line, with the line ends in front of it: what becomes of the line becomes of them.
class ResultWatch {
 public:
  // No result is longer; a line that goes on is let through as it comes.
  static constexpr std::size_t line_max = 128;
  // A line that stops in the middle is no longer waited for.
  static constexpr Duration patience = std::chrono::seconds(1);

  [[nodiscard]] const std::string& line() const noexcept { return line_; }
  static std::string_view text(std::string_view line) noexcept {
    return line.substr(std::min(line.find_first_not_of("\r\n"), line.size()));
  }
  [[nodiscard]] bool has_text() const noexcept { return !text(line_).empty(); }
  void add(char c, Time now) {
    if (line_.empty()) began_ = now;
    line_ += c;
  }
  [[nodiscard]] bool full() const noexcept { return line_.size() >= line_max; }
  std::string take() {
    std::string line;
    line.swap(line_);
    return line;
  }
  [[nodiscard]] std::optional<Time> deadline() const noexcept {
    if (line_.empty()) return std::nullopt;
    return began_ + patience;
  }

  std::string last; // the last result of a dial that went by; empty: none did

 private:
  std::string line_;
  Time began_{};
};

} // namespace dialbench::faults
