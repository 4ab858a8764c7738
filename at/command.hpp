// A command line cut into its commands (V.250 5.2 - 5.4), as a modem reads it.
//
//   for (const at::Command& command : at::split_commands("ATE0S7=60+FCLASS=0;DT5551234"))
//     command.name, command.value; // E 0, S7 60, +FCLASS 0, D T5551234
//
// Any bytes may come: nothing is refused here (at/command_check.hpp says what is odd about a line), each byte
// is looked at once or twice, and whatever begins no command is a command of kind `stray`. Where vendors' own
// commands leave it open whether a D is part of a name, a D with digits behind it dials: who asks whether a
// line dials must rather hear it once too often.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dialbench::at {

enum class CommandKind : std::uint8_t {
  basic,      // E0, X4, H: a letter and a number (5.3.1)
  prefixed,   // &C1, \N3, %E2, #CID=1, $EB1: a mark, one letter or a name, a number
  s_register, // S7=60, S7?, S42.6=1; =60 and ? for the register that was named last (5.3.2)
  extended,   // +MS=V34,1 up to the semicolon (5.4); the vendors' :U42,0022 likewise
  dial,       // D and all that stands behind it (6.3.1)
  repeat,     // A/, which is a line of its own without AT (5.2.4)
  stray       // a byte that begins no command
};

// What is asked of a command (5.4.3, 5.4.4).
enum class CommandForm : std::uint8_t {
  action, // Z, E0, &F1, +GMI
  set,    // S7=60, +MS=V34
  read,   // S7?, +MS?
  test    // +MS=?
};

struct Command {
  CommandKind kind = CommandKind::stray;
  CommandForm form = CommandForm::action;
  std::string_view text;  // all of it as written, without blanks around it and without its semicolon
  std::string_view name;  // E, &C, S7, +MS, D; empty for = and ? alone and for a stray byte
  std::string_view value; // 0, 60, V34,1, T5551234; empty where there is none
  std::size_t offset = 0; // of `text` in the line
};

// Gives one command after the other. The views are of the line; nothing is allocated.
class CommandReader {
 public:
  // Line ends and blanks around the line do not matter.
  explicit CommandReader(std::string_view line) noexcept;
  // AT or at, which every line but A/ begins with (5.2.1). Without it there are no commands. At and aT are
  // taken too.
  [[nodiscard]] bool has_prefix() const noexcept { return has_prefix_; }
  std::optional<Command> next() noexcept;

 private:
  [[nodiscard]] char at(std::size_t place) const noexcept;
  [[nodiscard]] std::size_t behind_blanks(std::size_t place) const noexcept;
  [[nodiscard]] std::size_t behind_digits(std::size_t place) const noexcept;
  [[nodiscard]] std::size_t behind_letters(std::size_t place) const noexcept;
  [[nodiscard]] std::size_t behind_numbers(std::size_t place, bool strings) const noexcept;
  [[nodiscard]] std::size_t semicolon_from(std::size_t place) const noexcept;
  [[nodiscard]] std::size_t behind_name(std::size_t mark) const noexcept;
  Command made(CommandKind kind, std::size_t begin, std::size_t name_end) const noexcept;
  std::size_t behind_equals(Command& command, std::size_t name_end) const noexcept;
  void finish_asked(Command& command, std::size_t value, std::size_t end) noexcept;
  void finish(Command& command, std::size_t end) noexcept;
  Command basic(std::size_t begin) noexcept;
  Command prefixed(std::size_t begin) noexcept;
  Command s_register(std::size_t begin) noexcept;
  Command extended(std::size_t begin) noexcept;
  Command dial(std::size_t begin) noexcept;

  std::string_view line_;
  std::size_t end_ = 0; // where blanks and line ends at the end begin
  std::size_t place_ = 0;
  bool has_prefix_ = false;
  bool repeats_ = false;
};

std::vector<Command> split_commands(std::string_view line);

} // namespace dialbench::at
