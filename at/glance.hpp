// Inside of classify(): what can be said of a line at a glance. Most lines are clean words or plain text;
// this tells them in a few nanoseconds from what deserves a closer look, with tables that the compiler makes
// from words.def. It never guesses: where it is sure, the closer look would say the same (a test holds both
// side by side).
#pragma once

#include "at/bytes.hpp"
#include "at/result.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace dialbench::at::detail {

// Sure: the result is this meaning, the trimmed line is its word, and there is nothing else to report but,
// maybe, another rate. One word of the machine: it is passed on for every line.
class Glance {
 public:
  constexpr Glance() noexcept = default; // not sure
  constexpr explicit Glance(Meaning meaning, Damage damage = Damage::none) noexcept
      : bits_(1U | static_cast<unsigned>(meaning) << 8 | static_cast<unsigned>(damage) << 16) {}

  [[nodiscard]] constexpr bool sure() const noexcept { return bits_ != 0; }
  [[nodiscard]] constexpr Meaning meaning() const noexcept {
    return static_cast<Meaning>(bits_ >> 8 & 0xFFU);
  }
  [[nodiscard]] constexpr Damage damage() const noexcept { return static_cast<Damage>(bits_ >> 16); }

 private:
  std::uint32_t bits_ = 0;
};

// The line without the blanks and control bytes around it.
std::string_view trimmed(std::string_view line) noexcept;

// Without a dialect; who has one asks it first (dialect words win).
// The line, its first and last eight bytes (front_of, back_of), and whether all bytes are known to be
// printable.
Glance glance(std::string_view line, std::uint64_t front, std::uint64_t back, bool printable,
              Digits digits) noexcept;
inline Glance glance(std::string_view line, Digits digits) noexcept {
  return glance(line, front_of(line.data(), line.size()), back_of(line.data(), line.size()), false, digits);
}

// Written as result codes are: some words in capitals. An echoed command is none.
bool looks_like_result(std::string_view text) noexcept;

// The number that a numeric result is; leading zeros (000) mean nothing. The largest known one has three
// digits.
std::optional<int> result_number(std::string_view text) noexcept;

// What classify() says where a glance is not enough.
Result look_closely(std::string_view line, const Context& context) noexcept;

// The result for what a glance was sure of.
inline Result made(Meaning meaning, std::string_view word, Slips slips,
                   Damage damage = Damage::none) noexcept {
  Result result;
  result.meaning = meaning;
  result.role = role(meaning);
  result.word = word;
  result.slips = slips;
  result.damage = damage;
  return result;
}

// Which pairs of bytes the words of a dialect begin with: a line that begins with none of them is none of its
// words.
class DialectStarts {
 public:
  void set(const Dialect* dialect) noexcept;
  // `line` is trimmed.
  [[nodiscard]] bool may_have(std::string_view line) const noexcept;

 private:
  static std::size_t slot(char first, char second) noexcept;

  std::array<std::uint64_t, 8> bits_{};
  bool all_ = false; // a word of one byte: no pair tells
};

} // namespace dialbench::at::detail
