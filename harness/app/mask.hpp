// Hides numbers in what leaves the house: all but the last two digits of every number that the script dials.
#pragma once

#include "harness/evidence/outcome.hpp"
#include "harness/script/script.hpp"
#include "harness/transcript/transcript.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dialbench::app {

class NumberMask {
 public:
  NumberMask() = default; // hides nothing
  explicit NumberMask(std::vector<std::string> numbers);

  [[nodiscard]] std::string text(std::string_view text) const;
  [[nodiscard]] evidence::Outcome outcome(evidence::Outcome outcome) const;
  // Bytes come in any pieces, so a digit that may belong to a number is hidden before the rest of it came.
  [[nodiscard]] transcript::Event event(transcript::Event event);

 private:
  // How far each number has been seen in one direction of the stream.
  struct Seen {
    std::vector<std::size_t> matched;
  };
  void hide(std::string& bytes, Seen& seen) const;

  std::vector<std::string> numbers_; // longest first
  Seen sent_, received_;
};

// Every number that a script dials, with and without punctuation; `typed` is what the user gave.
std::vector<std::string> numbers_in(const script::Script& script, std::string_view typed);

} // namespace dialbench::app
