// Command lines: cut into commands without a byte lost, remarked on, and built again out of their commands.
#include "at/command.hpp"
#include "at/command_build.hpp"
#include "at/command_check.hpp"
#include "at/dial_string.hpp"
#include "tests/fuzz/rule.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace dialbench;
using fuzz::rule;

namespace {

bool is_space(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == ';' || c == 0x7F; }

void check_commands(std::string_view line, const std::vector<at::Command>& commands) {
  std::size_t behind = 0;
  for (const at::Command& command : commands) {
    rule(!command.text.empty() && fuzz::views(line, command.text), "a command is a piece of the line");
    rule(line.data() + command.offset == command.text.data(), "a command stands at its offset");
    rule(command.offset >= behind, "commands come one behind the other");
    rule(behind == 0 || std::all_of(line.begin() + static_cast<std::ptrdiff_t>(behind),
                                    line.begin() + static_cast<std::ptrdiff_t>(command.offset), is_space),
         "between commands stand blanks and semicolons only");
    rule(fuzz::views(command.text, command.name) && fuzz::views(command.text, command.value),
         "name and value are pieces of the command");
    rule(command.kind != at::CommandKind::stray || command.name.empty(), "a stray byte has no name");
    behind = command.offset + command.text.size();
  }
}

void check_remarks(std::string_view line) {
  const auto remarks = at::remarks_on(line);
  rule(remarks.size() <= at::command_remarks_max, "remarks are bounded");
  for (std::size_t i = 0; i < remarks.size(); ++i) {
    rule(remarks[i].offset <= line.size(), "a remark has its place in the line");
    rule(i == 0 || remarks[i - 1].offset <= remarks[i].offset, "remarks come in the order of their places");
    const std::string words = at::message(remarks[i], line);
    rule(!words.empty() && fuzz::printable(words), "a remark is one printable line");
  }
}

// What was built is read back as the commands that it was built of.
void check_build(const std::vector<std::string_view>& parts) {
  const auto lines = at::build_lines(parts);
  if (!lines) {
    rule(lines.error().command < parts.size(), "a fault names its command");
    rule(fuzz::printable(at::message(lines.error(), parts[lines.error().command])),
         "a fault is one printable line");
    return;
  }
  std::string built;
  for (const std::string_view part : parts) built += part;
  std::string read;
  for (const std::string& line : lines.value()) {
    std::string_view body = line;
    if (body != "A/" && body != "a/") { // which nothing ends (V.250 5.2.4)
      rule(line.size() > 1 && line.back() == '\r', "a line ends with its terminator");
      body.remove_suffix(1);
    }
    const auto remarks = at::remarks_on(body);
    rule(std::none_of(remarks.begin(), remarks.end(), [](const auto& r) { return at::is_refused(r.fault); }),
         "what is built is sent");
    for (const at::Command& command : at::split_commands(body)) read += command.text;
  }
  rule(read == built, "what is built is read back"); // S and =1 are read back as S=1, which means the same
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line = fuzz::text(data, size);
  const auto commands = at::split_commands(line);
  check_commands(line, commands);
  check_remarks(line);
  const bool dials = std::any_of(commands.begin(), commands.end(), [](const at::Command& command) {
    return command.kind == at::CommandKind::dial && !command.value.empty();
  });
  rule(at::dial_part(line).empty() || dials, "what has a dial part has a dial command");
  std::vector<std::string_view> parts;
  for (const at::Command& command : commands) parts.push_back(command.text);
  check_build(parts);
  return 0;
}
