// Command lines out of single commands: as few lines as the modem's limit allows (V.250 5.2 - 5.4).
//
//   const std::string_view commands[] = {"E0", "V1", "+FCLASS=0", "S7=60", "DT5551234"};
//   at::build_lines(commands); // one line: ATE0V1+FCLASS=0;S7=60DT5551234 and CR
#pragma once

#include "at/command_check.hpp"
#include "at/expected.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::at {

struct LineRules {
  std::size_t characters_max = command_characters_promised; // behind AT, without blanks and terminator
  char terminator = '\r';                                   // S3
};
// What is known of the dialect's modem, else what V.250 promises; null for none.
LineRules line_rules(const Dialect* dialect, char terminator = '\r') noexcept;

struct BuildError {
  std::size_t command = 0; // the index of it
  CommandRemark remark;    // its offset is of that command
  friend bool operator==(const BuildError&, const BuildError&) = default;
};
std::string message(const BuildError& error, std::string_view command);

// Each of `commands` is one, without AT and without a semicolon behind it: E0, &C1, S7=60, +MS=V34,1,
// DT5551234. A/ stands for itself. Behind Z, A, O and D the line ends, since modems drop what follows there
// (6.1.1, 6.3.1 - 6.3.7), and behind a vendor's name without a value (%TCB), which nothing parts from a
// letter. An error where something is not exactly one well-formed command, or where one alone is longer than
// a line may be.
Expected<std::vector<std::string>, BuildError> build_lines(std::span<const std::string_view> commands,
                                                           const LineRules& rules = {});

// S7=60 and S7? ; registers and their values are bytes (V.250 5.3.2).
std::string set_register(std::uint8_t number, std::uint8_t value);
std::string read_register(std::uint8_t number);

} // namespace dialbench::at
