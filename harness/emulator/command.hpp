// The syntax of a command line's body (V.250 5.3 and 5.4). It knows shapes, not which commands there are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::emulator {

struct Command {
  enum class Kind {
    basic,           // name, number: E0, &C1; operation of &Z: &Z0?, &Z0= with the rest of the line as text
    register_select, // S7
    register_read,   // S7?  and ?
    register_write,  // S7=60 and =60
    dial,            // text: what stands behind D, with the ; that ends it, or the rest of the line
    extended,        // name with its +, operation, text: +FCLASS=0
    malformed
  };
  enum class Operation { act, read, set, test }; // +X, +X?, +X=text, +X=?
  Kind kind = Kind::malformed;
  std::string_view name;
  std::optional<unsigned> number; // register_*: of the register, where one stands there
  unsigned value = 0;             // register_write
  Operation operation = Operation::act;
  std::string_view text;
};

// Blanks out, letters up; what stands in quotes stays.
std::string normalised(std::string_view body);

class CommandParser {
 public:
  explicit CommandParser(std::string_view normalised_body)
      : rest_(normalised_body) {}
  [[nodiscard]] bool at_end() const noexcept { return rest_.empty(); }
  Command next(); // not at the end
  [[nodiscard]] std::string_view rest() const noexcept { return rest_; }

 private:
  std::string_view take(std::size_t characters);
  std::optional<unsigned> take_number();
  Command register_command(std::optional<unsigned> number);
  void stored_number(Command& command);
  Command extended();

  std::string_view rest_;
};

} // namespace dialbench::emulator
