#include "harness/script/result_word.hpp"

#include "at/result.hpp"

#include <algorithm>

namespace dialbench::script {
namespace {

using at::Meaning;

// Digits behind a word are what the writer waits for (CONNECT 33600), and the meaning alone would lose them.
bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_line_ends(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  return text.substr(0, text.find_last_not_of("\r\n") + 1);
}

// CONNECT and ERROR are the beginnings of longer results (CONNECT LAPM, ERROR and +CME ERROR share a
// meaning): only the bare word stands for all of them.
bool bare(Meaning meaning, std::string_view word) {
  if (meaning == Meaning::connect) return word.size() == std::string_view("CONNECT").size();
  return true;
}

} // namespace

std::optional<Meaning> final_word(std::string_view text) {
  if (has_digit(text)) return std::nullopt;
  const at::Result result = at::classify(text, {});
  if (result.damage != at::Damage::none || result.role != at::Role::final) return std::nullopt;
  if (result.meaning == Meaning::unknown_result || !bare(result.meaning, result.word)) return std::nullopt;
  return result.meaning;
}

Pattern expected_pattern(std::string_view text) {
  Pattern pattern;
  const std::string_view word = without_line_ends(text);
  const at::Result result = at::classify(word, {});
  const bool as_a_modem_says_it = result.slips == 0 && result.word == word;
  const bool rings = (result.meaning == Meaning::ring && word == "RING") ||
                     (result.meaning == Meaning::ringing && word == "RINGING");
  const bool other_error = result.meaning == Meaning::command_error && word != "ERROR";
  if (as_a_modem_says_it && !other_error && (rings || final_word(word))) {
    pattern.kind = Pattern::Kind::meaning;
    pattern.meaning = result.meaning;
    pattern.text = word;
  } else {
    pattern.kind = Pattern::Kind::substring;
    pattern.text = text;
  }
  return pattern;
}

} // namespace dialbench::script
