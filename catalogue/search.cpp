// Search of free text: each code is scored by where the words of the text occur in it.
#include "catalogue/catalogue.hpp"
#include "catalogue/text.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace dialbench::catalogue {
namespace {

constexpr std::size_t text_bytes_max = 200;

// What a word is worth by where it stands. A whole phrase (a word of a modem, the number) outweighs any heap
// of words.
constexpr int named_by_number = 1000;
constexpr int phrase_is_all_of_it = 500;
constexpr int phrase_inside = 100;
constexpr int in_symbol = 12;
constexpr int in_phrase = 8;
constexpr int in_meaning = 4;
constexpr int in_cause = 1;

// They stand everywhere and tell nothing; "no" stays, since NO ANSWER and NO CARRIER live from it.
constexpr std::array<std::string_view, 17> empty_words{"a",   "an", "and", "at", "by",  "error",
                                                       "for", "i",  "in",  "is", "it",  "my",
                                                       "of",  "on", "the", "to", "with"};

struct Query {
  std::vector<std::string> words;
  std::string squeezed;
};

Query read(std::string_view text) {
  Query query{.words = text::words_of(text), .squeezed = text::squeezed(text)};
  std::vector<std::string> telling;
  std::ranges::copy_if(query.words, std::back_inserter(telling), [](const std::string& word) {
    return std::ranges::find(empty_words, word) == empty_words.end();
  });
  if (!telling.empty()) query.words = std::move(telling);
  return query;
}

// "dialled" in a text is found by "dial", but not "or" by "o".
bool holds(const std::vector<std::string>& words, const std::string& word) {
  constexpr std::size_t stem_letters_min = 4;
  return std::ranges::any_of(words, [&](const std::string& candidate) {
    return candidate == word || (word.size() >= stem_letters_min && candidate.starts_with(word));
  });
}

// A phrase of one word must stand in the text as a word; a longer one may be written with or without its
// blanks.
int phrase_score(const Query& query, std::string_view phrase) {
  const std::string squeezed = text::squeezed(phrase);
  if (query.squeezed == squeezed) return phrase_is_all_of_it;
  const bool one_word = text::words_of(phrase).size() == 1;
  const bool inside = one_word ? std::ranges::find(query.words, squeezed) != query.words.end()
                               : query.squeezed.find(squeezed) != std::string::npos;
  return inside ? phrase_inside + static_cast<int>(squeezed.size()) : 0;
}

int score_of_phrases(const Query& query, const Code& code) {
  constexpr std::string_view prefix = "ERROR_";
  const auto symbol = code.symbol.starts_with(prefix) ? code.symbol.substr(prefix.size()) : code.symbol;
  int best = std::max(phrase_score(query, symbol), phrase_score(query, code.symbol));
  for (const auto& word : words(code.number)) best = std::max(best, phrase_score(query, word.text));
  return best;
}

int score_of_words(const Query& query, const Code& code) {
  const auto symbol = text::words_of(code.symbol);
  const auto meaning = text::words_of(code.meaning);
  std::vector<std::string> phrases;
  for (const auto& word : words(code.number))
    std::ranges::copy(text::words_of(word.text), std::back_inserter(phrases));
  std::vector<std::string> from_causes;
  for (const auto& cause : causes(code.number)) {
    std::ranges::copy(text::words_of(cause.text), std::back_inserter(from_causes));
  }
  int score = 0;
  int found = 0;
  for (const auto& word : query.words) {
    const int worth = holds(symbol, word)        ? in_symbol
                      : holds(phrases, word)     ? in_phrase
                      : holds(meaning, word)     ? in_meaning
                      : holds(from_causes, word) ? in_cause
                                                 : 0;
    score += worth;
    found += worth > 0 ? 1 : 0;
  }
  // A text of which only the smaller part occurs is about something else.
  return found * 2 > static_cast<int>(query.words.size()) ? score : 0;
}

int score_of(const Query& query, const Code& code) {
  const bool by_number = std::ranges::find(query.words, std::to_string(code.number)) != query.words.end();
  return (by_number ? named_by_number : 0) + score_of_phrases(query, code) + score_of_words(query, code);
}

} // namespace

std::vector<const Code*> search(std::string_view text, std::size_t most) {
  const Query query = read(text.substr(0, text_bytes_max));
  if (query.words.empty()) return {};
  std::vector<std::pair<int, const Code*>> scored;
  for (const auto& code : codes()) {
    if (const int score = score_of(query, code); score > 0) scored.emplace_back(score, &code);
  }
  // Equal scores stay ascending by number.
  std::ranges::stable_sort(scored, std::ranges::greater{}, &std::pair<int, const Code*>::first);
  std::vector<const Code*> found;
  for (const auto& [score, code] : scored) {
    if (found.size() == most) break;
    found.push_back(code);
  }
  return found;
}

} // namespace dialbench::catalogue
