// What a command line sets, as far as the session must know it: E, V, X, S7, a reset. Read by V.250's own
// syntax.
#pragma once

#include <optional>
#include <string_view>

namespace dialbench::session {

struct CommandSettings {
  bool reset = false; // Z or &F: what was known is no longer known
  std::optional<bool> echo;
  std::optional<bool> verbose;
  std::optional<int> x_level;
  std::optional<int> s7;
  bool answers_or_returns = false; // A or O: a CONNECT may follow
  bool hangs_up = false;           // H or Z
  unsigned queries = 0;            // how many of them
  bool query = false;              // I, a `?` anywhere: digits in the reply may be text
  bool may_identify = false;       // I or a + command: the reply may say who the modem is
};

CommandSettings settings_in(std::string_view command) noexcept;
bool asks_register(std::string_view command, int number) noexcept;

} // namespace dialbench::session
