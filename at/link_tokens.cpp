#include "at/link_tokens.hpp"

#include "at/words.hpp"

#include <algorithm>

namespace dialbench::at::detail {
namespace {

constexpr auto link_words = std::to_array<LinkWord>({
#define LINK(kind, token, value) {LinkKind::kind, token, value},
#include "at/link_words.def"
});

constexpr std::string_view separators = " /:;,()-";

} // namespace

Token::Token(std::string_view written, char separator, bool blank_before) noexcept
    : separator_(separator)
    , blank_before_(blank_before) {
  for (const char c : written) {
    if (c == '.' || c == '+') continue;
    if (size_ == text_.size()) {
      size_ = 0;
      return;
    }
    text_[size_++] = c;
  }
}

std::optional<Token> next_token(std::string_view& text) noexcept {
  char separator = ' ';
  bool blank_before = false;
  while (!text.empty() && separators.find(text.front()) != std::string_view::npos) {
    if (text.front() == ' ')
      blank_before = true;
    else
      separator = text.front();
    text.remove_prefix(1);
  }
  if (text.empty()) return std::nullopt;
  const std::size_t end = std::min(text.find_first_of(separators), text.size());
  const Token token(text.substr(0, end), separator, blank_before);
  text.remove_prefix(end);
  return token;
}

std::optional<Number> number_at_front(std::string_view token) noexcept {
  std::size_t digits = 0;
  Bps value = 0;
  for (; digits < token.size() && is_digit(token[digits]); ++digits) {
    value = value * 10 + static_cast<Bps>(token[digits] - '0');
    if (value > rate_max) return std::nullopt;
  }
  if (digits == 0) return std::nullopt;
  return Number{value, token.substr(digits)};
}

const LinkWord* find_link_word(std::string_view token) noexcept {
  const auto found = std::find_if(link_words.begin(), link_words.end(),
                                  [token](const LinkWord& w) { return w.token == token; });
  return found == link_words.end() ? nullptr : &*found;
}

std::optional<Level> level_of(std::string_view token) noexcept {
  const std::size_t letters = std::min(token.find_first_of("0123456789"), token.size());
  const LinkWord* word = find_link_word(token.substr(0, letters));
  const auto number = number_at_front(token.substr(letters));
  if (word == nullptr || word->kind != LinkKind::level || !number || !number->unit.empty() ||
      number->value > level_max)
    return std::nullopt;
  return Level{word, number->value};
}

} // namespace dialbench::at::detail
