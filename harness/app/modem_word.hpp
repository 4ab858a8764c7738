// Words of a modem, as results name them: those that are failures have a code, and the others (CONNECT, RING,
// PROTOCOL) have nothing in the catalogue of codes.
#pragma once

#include "harness/report/style.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::app {

struct ModemWord {
  std::string word;          // in capitals, without what stood behind it
  std::string_view meaning;  // at::name(): ringing, carrier
  std::optional<int> code;   // of a failure, as classify tells it
  std::string_view sentence; // what the modem tells by it; empty for a failure, which has a page of its own
  bool in_capitals = false;  // as it was typed, which is how modems say it
};

// Nothing where `text` is no such word. It may have behind it what a modem says there (CARRIER 33600, BUSY
// 91); of the words that stand before a colon or an equals sign (PROTOCOL:, NAME =) the word alone is enough,
// in capitals or where it is a failure.
std::optional<ModemWord> modem_word(std::string_view text);

// Of a word that is no failure.
std::string modem_word_text(const ModemWord& word, const report::Style& style);
nlohmann::ordered_json modem_word_json(const ModemWord& word);

} // namespace dialbench::app
