#include "at/link_tokens.hpp"

#include "at/words.hpp"

#include <algorithm>

namespace dialbench::at::detail {
namespace {

constexpr auto link_words = std::to_array<LinkWord>({
#define LINK(kind, token, value) {LinkKind::kind, token, value},
#include "at/link_words.def"
});
static_assert(link_words.size() < 256);

// The rows sorted by their first letter, and where each letter begins.
struct LetterIndex {
  std::array<std::uint8_t, link_words.size()> rows{};
  std::array<std::uint8_t, 129> begin{};
};

constexpr LetterIndex make_letter_index() {
  LetterIndex index;
  std::size_t filled = 0;
  for (std::size_t letter = 0; letter < 128; ++letter) {
    index.begin[letter] = static_cast<std::uint8_t>(filled);
    for (std::size_t row = 0; row < link_words.size(); ++row)
      if (static_cast<std::size_t>(link_words[row].token.front()) == letter)
        index.rows[filled++] = static_cast<std::uint8_t>(row);
  }
  index.begin[128] = static_cast<std::uint8_t>(filled);
  return index;
}
constexpr LetterIndex index_by_letter = make_letter_index();

bool separates_tokens(char c) noexcept {
  return std::string_view(" /:;,()-+=[]_@&|\\").find(c) != std::string_view::npos;
}

bool is_number(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

} // namespace

Token::Token(std::string_view written, char separator, bool blank_before) noexcept
    : separator_(separator)
    , blank_before_(blank_before) {
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '.') {
      const bool between_digits =
          i > 0 && is_digit(written[i - 1]) && i + 1 < written.size() && is_digit(written[i + 1]);
      if (between_digits && is_number({text_.data(), size_})) {
        is_address_ = is_address_ || point_ != 0;
        point_ = size_;
      }
      continue;
    }
    if (size_ == text_.size()) {
      size_ = 0;
      return;
    }
    text_[size_++] = to_upper(written[i]);
  }
}

std::optional<Token> next_token(std::string_view& text) noexcept {
  char separator = ' ';
  bool blank_before = false;
  while (!text.empty() && separates_tokens(text.front())) {
    if (text.front() == ' ')
      blank_before = true;
    else
      separator = text.front();
    text.remove_prefix(1);
  }
  if (text.empty()) return std::nullopt;
  const auto end =
      static_cast<std::size_t>(std::find_if(text.begin(), text.end(), separates_tokens) - text.begin());
  const Token token(text.substr(0, end), separator, blank_before);
  text.remove_prefix(end);
  return token;
}

std::optional<Number> number_at_front(std::string_view token) noexcept {
  std::size_t digits = 0;
  std::uint64_t value = 0;
  for (; digits < token.size() && is_digit(token[digits]); ++digits) {
    value = value * 10 + static_cast<unsigned>(token[digits] - '0');
    if (value > rate_max) return std::nullopt;
  }
  if (digits == 0 || !is_rate_number(value)) return std::nullopt;
  return Number{static_cast<Bps>(value), token.substr(digits)};
}

std::optional<Number> number_of(const Token& token) noexcept {
  std::optional<Number> number = number_at_front(token.text());
  if (!number || token.is_address()) return std::nullopt;
  std::string_view& unit = number->unit;
  const bool kilo = !unit.empty() && unit.front() == 'K';
  if (kilo) unit.remove_prefix(1);
  constexpr Bps thousand = 1000;
  // What is multiplied is a line's or a port's, and must fit while it is.
  constexpr Bps multiplied_max = 4'000'000;
  const bool multiplied = kilo || token.point() != 0;
  if (multiplied && number->value > multiplied_max) return std::nullopt;
  const auto rate = [&]() { return multiplied && number->value > multiplied_max ? std::nullopt : number; };
  if (token.point() == 0) {
    if (kilo) number->value *= thousand;
    return rate();
  }
  const std::size_t digits = token.text().size() - unit.size() - (kilo ? 1 : 0);
  const std::size_t decimals = digits - token.point();
  if (decimals > 3 || (decimals == 3 && kilo)) return std::nullopt;
  for (std::size_t i = decimals; i < 3; ++i) number->value *= 10;
  return rate();
}

bool is_rate_unit(std::string_view unit) noexcept {
  static constexpr std::string_view units[] = {"", "B", "BD", "BPS", "BIT", "BITS", "BAUD"};
  return std::find(std::begin(units), std::end(units), unit) != std::end(units);
}

const LinkWord* find_link_word(std::string_view token) noexcept {
  if (token.empty()) return nullptr;
  const auto letter = static_cast<unsigned char>(token.front());
  if (letter >= 128) return nullptr;
  for (std::size_t i = index_by_letter.begin[letter]; i < index_by_letter.begin[letter + 1U]; ++i)
    if (const LinkWord& word = link_words[index_by_letter.rows[i]]; word.token == token) return &word;
  return nullptr;
}

const LinkWord* find_link_word(std::string_view first, std::string_view second) noexcept {
  std::array<char, 24> joined{};
  if (second.empty() || first.size() + second.size() > joined.size()) return nullptr;
  const auto end =
      std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), joined.begin()));
  return find_link_word({joined.data(), static_cast<std::size_t>(end - joined.begin())});
}

std::optional<Level> level_of(std::string_view token) noexcept {
  const std::size_t letters = std::min(token.find_first_of("0123456789"), token.size());
  const LinkWord* word = find_link_word(token.substr(0, letters));
  if (word == nullptr || word->kind != LinkKind::level) return std::nullopt;
  const auto number = number_at_front(token.substr(letters));
  if (!number || number->value > level_max || (!number->unit.empty() && number->unit != "EC"))
    return std::nullopt;
  return Level{word, number->value};
}

} // namespace dialbench::at::detail
