#include "harness/app/modem_word.hpp"

#include "at/meaning.hpp"
#include "at/words.hpp"
#include "catalogue/catalogue.hpp"
#include "harness/app/capitals.hpp"
#include "harness/app/classify_line.hpp"
#include "harness/dialect/nearest.hpp"
#include "harness/evidence/shell_word.hpp"
#include "harness/report/plain.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace dialbench::app {
namespace {

using at::Meaning;

// Empty for a failure, which has a code.
std::string_view sentence_of(Meaning meaning) noexcept {
  switch (meaning) {
  case Meaning::ok: return "The modem has done what the command asked. Of the line it says nothing.";
  case Meaning::connect:
    return "The two modems are connected, and what follows is the far end's. Behind the word may stand the "
           "rate and what was agreed on.";
  case Meaning::progress: return "The call goes on, and no verdict has come yet.";
  case Meaning::ringing: return "The far end rings, and no verdict has come yet. It is not RING.";
  case Meaning::ring: return "A call comes in, and wants to be answered. It is not RINGING.";
  case Meaning::carrier:
    return "The far modem was found, and the two agree on a rate. CONNECT, or a failure, comes behind it.";
  case Meaning::protocol:
    return "The error control that the two modems agreed on. CONNECT, or a failure, comes behind it.";
  case Meaning::compression:
    return "The compression that the two modems agreed on. CONNECT, or a failure, comes behind it.";
  case Meaning::modulation:
    return "The modulation that the two modems agreed on. CONNECT, or a failure, comes behind it.";
  case Meaning::rate: return "A rate, on a line of its own. CONNECT, or a failure, comes behind it.";
  case Meaning::caller_id: return "Who calls, or when: it stands between the rings of a call that comes in.";
  case Meaning::diagnostics: return "What the modem measured of its last call (AT#UD).";
  case Meaning::info: return "A report of what happened on the line, which decides nothing.";
  default: return {};
  }
}

const at::detail::Word* find(std::string_view text) {
  const at::detail::Canonical line(text);
  if (const auto* word = at::detail::find_word(line)) return word;
  const auto words = at::detail::words();
  const auto found = std::ranges::find(words, line.upper(), &at::detail::Word::text);
  if (found == words.end()) return nullptr;
  // `name` and `date` are what anybody says; a failure is what somebody has seen.
  return line.text() == line.upper() || code_of(found->meaning) ? &*found : nullptr;
}

} // namespace

std::optional<ModemWord> modem_word(std::string_view text) {
  const auto* word = find(text);
  if (word == nullptr) return std::nullopt;
  return ModemWord{std::string(word->text), at::name(word->meaning), code_of(word->meaning),
                   sentence_of(word->meaning), text == std::string_view(in_capitals(text))};
}

std::string modem_word_text(const ModemWord& word, const report::Style& style) {
  std::string text = style.heading(word.word) + '\n' + report::wrapped(word.sentence, "") +
                     report::wrapped("A word of a modem, and no failure: it has no code.", "");
  std::string lower;
  for (const char c : word.word) lower += dialect::lower(c);
  if (!catalogue::search(lower).empty())
    text += report::wrapped_with_command(
        "Codes that the word leads to: dialbench explain " + evidence::shell_word(lower), "");
  return text;
}

nlohmann::ordered_json modem_word_json(const ModemWord& word) {
  nlohmann::ordered_json json;
  json["schema"] = "dialbench.word/1";
  json["word"] = word.word;
  json["class"] = word.meaning;
  json["code"] = nullptr;
  json["meaning"] = word.sentence;
  return json;
}

} // namespace dialbench::app
