#include "harness/emulator/words.hpp"

#include <algorithm>
#include <array>

namespace dialbench::emulator {
namespace {

// Spellings of other modems too: a scripted far end may speak for any of them.
constexpr std::array failures{words::no_carrier,
                              words::no_dialtone,
                              words::busy,
                              words::no_answer,
                              words::voice,
                              words::fax,
                              words::delayed,
                              words::blacklisted,
                              words::line_in_use,
                              words::error,
                              words::ok,
                              std::string_view("NO DIAL TONE"),
                              std::string_view("NO PROMPTTONE"),
                              std::string_view("NO LINE"),
                              std::string_view("PHONE OFF-HOOK"),
                              std::string_view("BLACKLIST FULL"),
                              std::string_view("DATA")};

} // namespace

bool ends_dial(std::string_view word) noexcept {
  return std::ranges::find(failures, word) != failures.end() || word.starts_with("+CME ERROR");
}

bool is_connect(std::string_view line) noexcept {
  return line.starts_with(words::connect) &&
         (line.size() == words::connect.size() || line[words::connect.size()] == ' ');
}

} // namespace dialbench::emulator
