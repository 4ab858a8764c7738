// What the benchmarks read: output of modems as it looks in a long log, with the truth about every line of
// it. The same seed gives the same bytes everywhere.
#pragma once

#include "at/interpreter.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dialbench::bench {

// How many lines of each kind there are: by their meaning, and beside that echoes and words with a damaged
// byte. Chance bytes are no result, whatever else is thought of them: they count as information.
struct Counts {
  std::array<std::uint64_t, static_cast<std::size_t>(at::Meaning::diagnostics) + 1> by_meaning{};
  std::uint64_t echoes = 0;
  std::uint64_t damaged = 0;
  friend bool operator==(const Counts&, const Counts&) = default;

  // Counts an event as the truth counts the line that it came from.
  void count(const at::Event& event) noexcept {
    using Kind = at::Event::Kind;
    if (event.kind == Kind::echo)
      ++echoes;
    else if (event.damage != at::Damage::none && event.meaning == at::Meaning::unknown_result)
      ++damaged;
    else
      ++by_meaning[static_cast<std::size_t>(event.meaning)];
  }
};

struct ModemOutput {
  std::string bytes;
  Counts truth;
  std::uint64_t lines = 0;
};

// The command whose echo comes again and again; an interpreter awaits it anew after each.
inline constexpr std::string_view echoed_command = "ATDT5551234";

// In what order the lines stand. A log is made of conversations: an echo, the page that answers it, OK; an
// echo, the reports of a call, CONNECT, what is left of data, NO CARRIER. Chance chooses the next one, its
// rates, its length and its data. Shuffled lines have no order at all, which no modem ever wrote: the worst
// that can be made of the same lines, since nothing then tells a processor what comes next.
enum class Order : std::uint8_t { conversations, shuffled };

// At least `size` bytes, whole lines, about 25 bytes a line with its line ends.
ModemOutput modem_output(std::size_t size, std::uint64_t seed, Order order);

} // namespace dialbench::bench
