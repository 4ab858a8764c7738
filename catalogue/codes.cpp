// The tables of codes and of the words that lead to them.
#include "catalogue/catalogue.hpp"
#include "catalogue/text.hpp"

#include <algorithm>
#include <iterator>

namespace dialbench::catalogue {
namespace {

// No std::array: deducing the size of more than 256 rows goes beyond the nesting limit of clang.
constexpr Code code_table[] = {
#define CODE(number, symbol, layer, stage, lists, windows, meaning, note)                                    \
  Code{number, #symbol, layer, stage, static_cast<std::uint8_t>(lists), windows, meaning, note},
#include "catalogue/codes.def"
};

constexpr Word word_table[] = {
#define WORD(code, speaker, text) Word{code, Word::Speaker::speaker, text},
#include "catalogue/words.def"
};

constexpr bool ascend_and_are_unique() {
  for (std::size_t i = 1; i < std::size(code_table); ++i) {
    if (code_table[i - 1].number >= code_table[i].number) return false;
  }
  return true;
}
static_assert(ascend_and_are_unique(), "codes.def: every number once, ascending");

constexpr bool words_ascend() {
  for (std::size_t i = 1; i < std::size(word_table); ++i) {
    if (word_table[i - 1].code > word_table[i].code) return false;
    if (word_table[i - 1].code == word_table[i].code && word_table[i - 1].speaker > word_table[i].speaker)
      return false;
  }
  return true;
}
static_assert(words_ascend(), "words.def: ascending by code, what modems say before what people say");

constexpr std::string_view error_prefix = "ERROR_";

} // namespace

std::span<const Code> codes() noexcept { return code_table; }

const Code* find(int number) noexcept {
  const auto found = std::ranges::lower_bound(code_table, number, {}, &Code::number);
  return found != std::end(code_table) && found->number == number ? &*found : nullptr;
}

const Code* find_symbol(std::string_view symbol) noexcept {
  const auto means = [symbol](const Code& code) {
    if (text::equal_ignoring_case(code.symbol, symbol)) return true;
    if (!code.symbol.starts_with(error_prefix)) return false;
    return text::equal_ignoring_case(code.symbol.substr(error_prefix.size()), symbol);
  };
  const auto found = std::ranges::find_if(code_table, means);
  return found != std::end(code_table) ? &*found : nullptr;
}

std::span<const Word> words(int code) noexcept {
  const auto first = std::ranges::lower_bound(word_table, code, {}, &Word::code);
  const auto last = std::ranges::upper_bound(word_table, code, {}, &Word::code);
  return {first, last};
}

std::vector<std::string_view> layers() {
  std::vector<std::string_view> names;
  for (const auto& code : code_table) names.push_back(code.layer);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

} // namespace dialbench::catalogue
