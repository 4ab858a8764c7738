// An exchange file (docs/exchange.md): the numbers, the line that the modems hang on, and what each modem is.
#pragma once

#include "at/expected.hpp"
#include "harness/emulator/exchange.hpp"
#include "harness/emulator/station.hpp"
#include "harness/script/script.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::exchange {

inline constexpr unsigned modems_max = 1000;

struct File {
  emulator::Exchange exchange = emulator::embedded_exchange();
  emulator::Station every;                      // [modem]: what those are that have no table of their own
  std::map<unsigned, emulator::Station> modems; // [modem.N], N from 1

  // The Nth modem. Its number, where none is given, is 5550200 and N.
  [[nodiscard]] emulator::Station modem(unsigned n) const;
  [[nodiscard]] unsigned highest() const noexcept { return modems.empty() ? 1 : modems.rbegin()->first; }
};

// Every fault, in the order of the lines; what has one is not served. `file` is only for messages.
at::Expected<File, std::vector<script::Fault>> read(std::string_view text, std::string_view file);

} // namespace dialbench::exchange
