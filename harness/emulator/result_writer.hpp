// How results and information text are written: V.250 5.7.1, and the departures that habits ask for.
#pragma once

#include "harness/emulator/settings.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
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
  // The same two, put behind what `text` has already.
  void add_final(std::string& text, std::string_view word) const { add_as_said(text, in_dialect(word)); }
  void add_progress(std::string& text, std::string_view line) const;
  // Lines of text, parted by '\n'.
  [[nodiscard]] std::string information(std::string_view text) const;

 private:
  // What stands before or behind a result.
  struct End {
    std::array<char, 3> bytes{};
    std::uint8_t size = 0;

    End() = default;
    End(std::initializer_list<char> characters) noexcept {
      for (const char c : characters) bytes[size++] = c;
    }
    [[nodiscard]] std::string_view text() const noexcept { return {bytes.data(), size}; }
    // So few that each by itself is quicker than all by a copy.
    void add_to(std::string& written) const {
      for (const char c : text()) written += c;
    }
  };
  struct Ends {
    End before, after;
  };
  [[nodiscard]] Ends ends() const;
  [[nodiscard]] std::string_view in_dialect(std::string_view word) const noexcept;
  void add_as_said(std::string& text, std::string_view word) const;
  void add_verbose(std::string& text, std::string_view word) const;
  void add_numeric(std::string& text, unsigned number) const;

  const Settings& settings_;
  const Habits& habits_;
};

} // namespace dialbench::emulator
