// Inside of add_line(): the text behind CONNECT, CARRIER and their kin, cut into tokens and looked up in
// link_words.def.
#pragma once

#include "at/connect.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dialbench::at::detail {

// The kinds are told in link_words.def.
enum class LinkKind : std::uint8_t {
  modulation,
  protocol,
  some_protocol,
  no_protocol,
  none,
  compression,
  no_compression,
  on,
  level,
  family,
  side,
  topic,
  negation
};

struct LinkWord {
  LinkKind kind;
  std::string_view token;
  std::string_view value;
};
const LinkWord* find_link_word(std::string_view token) noexcept;
// The word that two halves make: V and 42BIS, B and 103, V32 and TERBO. Null where they make none.
const LinkWord* find_link_word(std::string_view first, std::string_view second) noexcept;

inline constexpr Bps rate_max = 1'000'000'000; // of mobile networks: CONNECT 150000000
inline constexpr Bps rate_min = 45;            // of telex
// A number that may be a rate. No serial port and no telephone line goes beyond 4 Mbit/s; a larger one is a
// telephone number unless it is round.
constexpr bool is_rate_number(std::uint64_t value) noexcept {
  return value <= 4'000'000 || (value <= rate_max && value % 1000 == 0);
}

// A piece of the text between separators, in capitals and without full stops: V.42 and V42 are the same.
class Token {
 public:
  Token() = default;
  Token(std::string_view written, char separator, bool blank_before) noexcept;
  [[nodiscard]] std::string_view text() const noexcept { return {text_.data(), size_}; }
  [[nodiscard]] char separator() const noexcept {
    return separator_;
  } // the mark before it; a blank where none was
  [[nodiscard]] bool blank_before() const noexcept { return blank_before_; }
  // Where in text() a full stop stood between digits: 2 for 33.6K; 0: nowhere.
  [[nodiscard]] std::size_t point() const noexcept { return point_; }
  // Several full stops between digits: 10.0.0.1, as modems write that dial hosts.
  [[nodiscard]] bool is_address() const noexcept { return is_address_; }

 private:
  std::array<char, 16> text_{};
  std::size_t size_ = 0; // 0 for one that is longer than any word that is known
  std::size_t point_ = 0;
  char separator_ = ' ';
  bool blank_before_ = false;
  bool is_address_ = false;
};

// Takes the next token off the front of `text`; none at its end.
std::optional<Token> next_token(std::string_view& text) noexcept;

struct Number {
  Bps value;
  std::string_view unit; // what is written behind the digits: TX, RX, K ... A view of the token.
};
// The digits at the front of a token; none where there are none, or where they are more than a rate.
std::optional<Number> number_at_front(std::string_view token) noexcept;
// The same with its point and its kilobits: 33.6K, 28.8, 64KPIAFS (whose unit then is PIAFS). Three digits
// behind the point are thousands: 115.200.
std::optional<Number> number_of(const Token& token) noexcept;
// BPS, BAUD, BIT ... : bits per second; nothing else is meant by them.
bool is_rate_unit(std::string_view unit) noexcept;

// MNP5, CLASS5, REL10, MNP10EC: the word and its number.
struct Level {
  const LinkWord* word;
  Bps number;
};
std::optional<Level> level_of(std::string_view token) noexcept;

inline constexpr Bps level_max = 10; // MNP 10

} // namespace dialbench::at::detail
