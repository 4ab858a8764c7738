#include "at/last_call/spelling.hpp"

#include "at/last_call/letters.hpp"
#include "at/link_tokens.hpp"

namespace dialbench::at::last_call {
namespace {

// Capitals, letters and digits only: V.42bis is V42BIS, LAP-M is LAPM.
std::string plain(std::string_view words) {
  std::string letters;
  for (const char c : words.substr(0, 32))
    if (is_letter_or_digit(c)) letters += to_upper(c);
  return letters;
}

bool says_none(std::string_view letters) noexcept {
  return letters == "NONE" || letters == "NO" || letters == "NOEC" || letters == "NOCOMPRESSION" ||
         letters == "DISABLED" || letters == "OFF";
}

} // namespace

std::string spelled_modulation(std::string_view words) {
  const std::string letters = plain(words);
  if (letters == "56K") return "K56";
  const detail::LinkWord* word = detail::find_link_word(letters);
  return std::string(word && word->kind == detail::LinkKind::modulation ? word->value : words);
}

std::string spelled_protocol(std::string_view words) {
  const std::string letters = plain(words);
  if (says_none(letters)) return "NONE";
  if (letters == "MNP10") return "MNP10";
  if (const auto level = detail::level_of(letters)) return std::string(level->word->value);
  const detail::LinkWord* word = detail::find_link_word(letters);
  const bool known =
      word && (word->kind == detail::LinkKind::protocol || word->kind == detail::LinkKind::some_protocol ||
               word->kind == detail::LinkKind::level);
  return std::string(known ? word->value : words);
}

std::string spelled_compression(std::string_view words) {
  const std::string letters = plain(words);
  if (says_none(letters)) return "NONE";
  if (letters == "MNP5" || letters == "CLASS5") return "MNP5";
  const detail::LinkWord* word = detail::find_link_word(letters);
  return std::string(word && word->kind == detail::LinkKind::compression ? word->value : words);
}

} // namespace dialbench::at::last_call
