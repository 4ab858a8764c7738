#include "harness/script/chat_words.hpp"

#include <algorithm>

namespace dialbench::script {
namespace {

constexpr std::string_view blanks = " \t";

// Index of the quote that ends the text which starts at `at`; npos: none on this line.
std::size_t closing_quote(std::string_view line, std::size_t at, char quote) {
  for (; at < line.size() && line[at] != quote; ++at)
    if (line[at] == '\\') ++at;
  return at < line.size() ? at : std::string_view::npos;
}

bool words_of_line(std::string_view line, unsigned number, std::vector<ChatWord>& words, Reading& reading) {
  for (std::size_t at = line.find_first_not_of(blanks); at != std::string_view::npos;
       at = line.find_first_not_of(blanks, at)) {
    const Place place{number, static_cast<unsigned>(at + 1)};
    if (line[at] == '"' || line[at] == '\'') {
      const std::size_t end = closing_quote(line, at + 1, line[at]);
      if (end == std::string_view::npos)
        return reading.fail(place, "a quote that is not closed",
                            std::string(1, line[at]) + " on the same line");
      words.push_back({line.substr(at + 1, end - at - 1), place, place.column + 1});
      at = end + 1;
    } else {
      const std::size_t end = std::min(line.find_first_of(blanks, at), line.size());
      words.push_back({line.substr(at, end - at), place, place.column});
      at = end;
    }
  }
  return true;
}

} // namespace

std::optional<std::vector<ChatWord>> chat_words(std::string_view script, Reading& reading) {
  std::vector<ChatWord> words;
  for (unsigned number = 1; !script.empty(); ++number) {
    const std::size_t end = std::min(script.find('\n'), script.size());
    std::string_view line = script.substr(0, end);
    script.remove_prefix(std::min(end + 1, script.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#')) continue;
    if (!words_of_line(line, number, words, reading)) return std::nullopt;
  }
  return words;
}

std::vector<std::string_view> dash_parts(std::string_view word) {
  std::vector<std::string_view> parts;
  while (!word.empty()) {
    std::size_t end = 0;
    while (end < word.size() && word[end] != '-') end += word[end] == '\\' ? 2 : 1;
    end = std::min(end, word.size());
    parts.push_back(word.substr(0, end));
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return parts;
}

} // namespace dialbench::script
