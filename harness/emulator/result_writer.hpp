// How results and information text are written: V.250 5.7.1, and the departures that habits ask for.
#pragma once

#include "harness/emulator/settings.hpp"

#include <string>
#include <string_view>

namespace dialbench::emulator {

// Refers to both; they outlive it and may change.
class ResultWriter {
 public:
  ResultWriter(const Settings& settings, const Habits& habits)
      : settings_(settings)
      , habits_(habits) {}

  // A final word, or CONNECT with a rate. In V0 its number; a failure that has none is 3, CONNECT and what it
  // says 1.
  [[nodiscard]] std::string final(std::string_view word) const;
  // The same, in just these words whatever the dialect: what a scripted far end says.
  [[nodiscard]] std::string as_said(std::string_view word) const;
  // A line on the way: CARRIER 33600, RINGING, RING. In V0 its number; empty where it has none.
  [[nodiscard]] std::string progress(std::string_view line) const;
  // Lines of text, parted by '\n'.
  [[nodiscard]] std::string information(std::string_view text) const;

 private:
  struct Ends {
    std::string before, after;
  };
  [[nodiscard]] Ends ends() const;
  [[nodiscard]] std::string verbose(std::string_view word) const;
  [[nodiscard]] std::string numeric(unsigned number) const;

  const Settings& settings_;
  const Habits& habits_;
};

} // namespace dialbench::emulator
