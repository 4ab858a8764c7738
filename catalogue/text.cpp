#include "catalogue/text.hpp"

namespace dialbench::catalogue::text {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char letter : text) {
    if (!is_word_letter(letter)) {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    inside = true;
    words.back() += lower(letter);
  }
  return words;
}

std::string squeezed(std::string_view text) {
  std::string letters;
  for (const char letter : text) {
    if (is_word_letter(letter)) letters += lower(letter);
  }
  return letters;
}

} // namespace dialbench::catalogue::text
