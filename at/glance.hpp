// Inside of classify(): what can be said of a line at a glance. Most lines are clean words or plain text;
// this tells them in a few nanoseconds from what deserves a closer look, with tables that the compiler makes
// from words.def. It never guesses: where it is sure, the closer look would say the same (a test holds both
// side by side).
#pragma once

#include "at/bytes.hpp"
#include "at/result.hpp"
#include "at/words.hpp"

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

// What a byte at the edge of a line may be.
enum Edge : std::uint8_t { plain = 0, outside = 1, mark = 2 };
extern const std::array<std::uint8_t, 256> edges;

// The first four bytes of the words, whatever their case.
struct Beginnings {
  static constexpr std::size_t slots = 1 << 14;

  // False: a line that begins so, and has no blanks around it, is no word.
  [[nodiscard]] constexpr bool may_begin_word(std::uint64_t front) const noexcept {
    // Behind a blank that follows a blank, the canonical line is another.
    const bool blanks = (front & 0xFFFF00) == 0x202000 || (front & 0xFFFF0000) == 0x20200000;
    return (static_cast<unsigned>(blanks) | static_cast<unsigned>(has(four_bytes, slot(front))) |
            static_cast<unsigned>(has(two_bytes, two(front)))) != 0;
  }

  static constexpr std::size_t slot(std::uint64_t front) noexcept {
    return ((front & 0x5F5F5F5F) * 0x9E3779B1U & 0xFFFFFFFF) >> 18;
  }
  static constexpr std::size_t two(std::uint64_t front) noexcept {
    return start_of(static_cast<char>(front), static_cast<char>(front >> 8));
  }
  static constexpr bool has(const auto& set, std::size_t slot) noexcept {
    return (set[slot / 64] >> slot % 64 & 1) != 0;
  }
  static constexpr void add(auto& set, std::size_t slot) noexcept {
    set[slot / 64] |= std::uint64_t{1} << slot % 64;
  }

  std::array<std::uint64_t, slots / 64> four_bytes{}; // of words of three, with whatever may follow
  std::array<std::uint64_t, starts / 64> two_bytes{}; // the words of two
};
extern const Beginnings beginnings;

// Two small letters among the first five bytes, or AT: a text, or an echo (is_plainly_text).
constexpr bool begins_as_text(std::uint64_t front) noexcept {
  return at_least_two(small_letters(front) & low_bits(40)) || (front & 0xFFFF) == ('A' | 'T' << 8);
}

// Texts, as most lines are: printable, with nothing around them, and no word nor damage of one.
inline bool is_bare_text(std::string_view line, const Sight& sight, Digits digits) noexcept {
  if (!sight.surveyed || sight.odd != 0 || !begins_as_text(sight.front)) return false;
  const bool number = digits == Digits::result && is_digit(static_cast<char>(sight.front));
  return edges[sight.front & 0xFF] == plain && line.back() != ' ' && !number &&
         !beginnings.may_begin_word(sight.front);
}

// What is left.
Glance glance_further(std::string_view line, const Sight& sight, Digits digits) noexcept;

// Without a dialect; who has one asks it first (dialect words win).
inline Glance glance(std::string_view line, const Sight& sight, Digits digits) noexcept {
  if (const Meaning* meaning = find_exact(line, sight.front, sight.back)) return Glance(*meaning);
  if (is_bare_text(line, sight, digits)) return Glance(Meaning::info);
  return glance_further(line, sight, digits);
}
inline Glance glance(std::string_view line, Digits digits) noexcept {
  return glance(line, sight_of(line), digits);
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
