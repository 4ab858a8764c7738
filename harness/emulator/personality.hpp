// What a dialect gives to the modem that speaks it, beside words and numbers (dialect_words.hpp) and reports
// (reports.hpp): its names, the form of its CONNECT, its factory registers. One table, personalities.def.
#pragma once

#include "at/dialect.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

// How CONNECT tells of the link (results.md, sections 3 and 5).
enum class ConnectForm : std::uint8_t {
  plain,    // CONNECT 33600
  rockwell, // by W and S95: CONNECT 115200, CONNECT 33600/ARQ
  arq,      // by &A: CONNECT 33600/ARQ/V34/LAPM/V42BIS
  ec,       // CONNECT 33600 EC
  lap_m,    // CONNECT 33600 LAP-M COMPRESSED
  zyxel,    // from X5: CONNECT 115200/V34 33600/V42b
  rel       // CONNECT 33600/REL
};

struct Personality {
  ConnectForm form = ConnectForm::rockwell;
  unsigned extent_max = 4; // of X
  std::string_view maker, model, revision;
};
// Null is the modem of this project, without a model: Habits::identification names it. A dialect that has no
// personality of its own has plain results, and its title for a name.
Personality personality_of(const at::Dialect* dialect) noexcept;
// What ATI says; nothing where there is no such page.
std::optional<std::string_view> page_of(const at::Dialect* dialect, unsigned number) noexcept;

struct RegisterHabit {
  std::string_view dialect;
  std::uint8_t number;
  std::uint8_t value;
};
std::vector<RegisterHabit> register_habits(const at::Dialect* dialect);
// Whether this word is not in the set of X`extent`, although it is in others.
bool omits(const at::Dialect* dialect, unsigned extent, std::string_view word) noexcept;
// Whether it says RINGING for each ring of the far end: where it has a word for it.
bool tells_ringing(const at::Dialect* dialect) noexcept;

} // namespace dialbench::emulator
