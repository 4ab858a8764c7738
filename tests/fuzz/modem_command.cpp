// What others send to the emulated modem: bytes become command lines, lines become commands.
#include "harness/emulator/command.hpp"
#include "harness/emulator/line_editor.hpp"
#include "tests/fuzz/rule.hpp"

#include <string>

using namespace dialbench;
using fuzz::rule;

namespace {

void check_line(const std::string& body) {
  rule(body.size() <= emulator::command_characters_max, "a command line is bounded");
  const std::string line = emulator::normalised(body);
  rule(emulator::normalised(line) == line, "what is normalised stays as it is");
  emulator::CommandParser parser(line);
  std::size_t commands = 0;
  while (!parser.at_end()) {
    const emulator::Command command = parser.next();
    rule(++commands <= line.size(), "every command takes a character at least");
    rule(fuzz::views(line, command.name) && fuzz::views(line, command.text), "name and text view the line");
    if (command.kind == emulator::Command::Kind::malformed) break; // ERROR; the rest is not executed
    if (command.kind == emulator::Command::Kind::dial)
      rule(parser.at_end() || command.text.ends_with(';'), "a dial ends with its semicolon, or the line");
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::text(data, size);
  emulator::LineEditor editor;
  for (std::string_view rest = input; !rest.empty();) {
    const auto fed = editor.feed(rest, '\r', '\b');
    rule(fed.bytes > 0 && fed.bytes <= rest.size(), "some of it is taken, and no more than there is");
    if (fed.typed == emulator::Typed::line) check_line(editor.body());
    rest.remove_prefix(fed.bytes);
  }
  check_line(std::string(input.substr(0, emulator::command_characters_max)));
  return 0;
}
