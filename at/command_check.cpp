#include "at/command_check.hpp"

#include "at/command.hpp"
#include "at/dialect.hpp"
#include "at/words.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace dialbench::at {
namespace {

using detail::is_control;
using detail::is_upper;
using detail::to_upper;

constexpr std::size_t extended_name_max = 16; // characters behind the + (V.250 5.4.1)
constexpr int register_value_max = 255;

class Remarks {
 public:
  explicit Remarks(std::string_view line)
      : line_(line) {}

  void add(CommandFault fault, std::size_t offset, std::size_t limit = 0) {
    if (remarks_.size() < command_remarks_max) remarks_.push_back({fault, offset, limit});
  }
  [[nodiscard]] std::size_t place(std::string_view part) const noexcept {
    return static_cast<std::size_t>(part.data() - line_.data());
  }
  std::vector<CommandRemark> sorted() && {
    std::stable_sort(remarks_.begin(), remarks_.end(),
                     [](const CommandRemark& a, const CommandRemark& b) { return a.offset < b.offset; });
    return std::move(remarks_);
  }

 private:
  std::string_view line_;
  std::vector<CommandRemark> remarks_;
};

void look_at_bytes(Remarks& remarks, std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (is_control(line[at]))
      remarks.add(CommandFault::control_character, at);
    else if (static_cast<unsigned char>(line[at]) >= 0x80)
      remarks.add(CommandFault::not_ascii, at);
  }
}

void look_at_prefix(Remarks& remarks, std::string_view line) {
  const std::size_t begin = line.find_first_not_of(' ');
  if (line.size() - begin < 2) return remarks.add(CommandFault::no_prefix, begin);
  const std::string_view prefix = line.substr(begin, 2);
  if (to_upper(prefix[0]) == 'A' && prefix[1] == '/') {
    if (line.find_first_not_of(' ', begin + 2) != std::string_view::npos)
      remarks.add(CommandFault::stray_character, begin + 2);
    return;
  }
  if (to_upper(prefix[0]) != 'A' || to_upper(prefix[1]) != 'T')
    return remarks.add(CommandFault::no_prefix, begin);
  if (is_upper(prefix[0]) != is_upper(prefix[1])) remarks.add(CommandFault::mixed_prefix, begin);
}

void look_at_length(Remarks& remarks, std::string_view line, const Dialect* dialect) {
  const std::size_t known = dialect == nullptr ? 0 : dialect->command_characters_max;
  const std::size_t limit = known == 0 ? command_characters_promised : known;
  std::size_t count = 0;
  for (std::size_t at = std::min(line.find_first_not_of(' '), line.size()) + 2; at < line.size(); ++at) {
    if (line[at] == ' ' || ++count <= limit) continue;
    return remarks.add(known == 0 ? CommandFault::longer_than_promised : CommandFault::too_long, at, limit);
  }
}

int number_of(std::string_view digits) noexcept {
  int number = 0;
  for (const char c : digits) number = std::min(number * 10 + (c - '0'), register_value_max + 1);
  return number;
}

void look_at(Remarks& remarks, const Command& command) {
  if (std::count(command.value.begin(), command.value.end(), '"') % 2 != 0)
    remarks.add(CommandFault::open_string, remarks.place(command.value) + command.value.rfind('"'));
  const std::size_t end = command.offset + command.text.size();
  const bool set_to_nothing = command.form == CommandForm::set && command.value.empty();
  switch (command.kind) {
  case CommandKind::stray:
    if (const char c = command.text.empty() ? '\0' : command.text.front();
        !is_control(c) && static_cast<unsigned char>(c) < 0x80)
      remarks.add(CommandFault::stray_character, command.offset);
    break;
  case CommandKind::basic:
  case CommandKind::repeat: break;
  case CommandKind::prefixed:
    // $ alone asks USR's modems for help.
    if (command.name.size() == 1 && command.name != "$")
      remarks.add(CommandFault::missing_name, command.offset);
    break;
  case CommandKind::s_register:
    if (number_of(command.value) > register_value_max)
      remarks.add(CommandFault::register_value, remarks.place(command.value));
    break;
  case CommandKind::extended:
    if (command.name.size() == 1) remarks.add(CommandFault::missing_name, command.offset);
    if (command.name.size() > extended_name_max + 1)
      remarks.add(CommandFault::name_too_long, command.offset + extended_name_max + 1);
    if (command.name.front() == '+' && command.form == CommandForm::action && !command.value.empty())
      remarks.add(CommandFault::value_without_sign, remarks.place(command.value));
    break;
  case CommandKind::dial: {
    if (command.value.empty()) remarks.add(CommandFault::empty_dial, command.offset);
    const std::size_t semicolon = command.value.find(';');
    if (semicolon == std::string_view::npos) break;
    const std::size_t behind = command.value.find_first_not_of(" ;", semicolon);
    if (behind != std::string_view::npos)
      remarks.add(CommandFault::behind_dial, remarks.place(command.value) + behind);
    break;
  }
  }
  if (set_to_nothing) remarks.add(CommandFault::missing_value, end - 1);
}

std::string limit_of(const CommandRemark& remark) { return std::to_string(remark.limit) + " characters"; }

std::string quoted(char c) {
  if (detail::is_printable(c)) return std::string("'") + c + "'";
  static constexpr char digits[] = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  return std::string("the byte \\x") + digits[byte >> 4U] + digits[byte & 15U];
}

} // namespace

std::vector<CommandRemark> remarks_on(std::string_view line, const Dialect* dialect) {
  Remarks remarks(line);
  look_at_bytes(remarks, line);
  if (line.find_first_not_of(' ') == std::string_view::npos) {
    remarks.add(CommandFault::empty, 0);
  } else {
    look_at_prefix(remarks, line);
    look_at_length(remarks, line, dialect);
    CommandReader reader(line);
    while (const std::optional<Command> command = reader.next()) look_at(remarks, *command);
  }
  return std::move(remarks).sorted();
}

std::string message(const CommandRemark& remark, std::string_view line) {
  const char c = remark.offset < line.size() ? line[remark.offset] : '\0';
  const std::string place =
      "character " + std::to_string(remark.offset + 1) + " of the command line, " + quoted(c) + ": ";
  switch (remark.fault) {
  case CommandFault::empty: return "the command line is empty; it begins with AT";
  case CommandFault::no_prefix: return place + "a command line begins with AT";
  case CommandFault::control_character:
    return place + "a command line holds no control characters; its end is sent with it";
  case CommandFault::not_ascii: return place + "modems read seven bits; only ASCII is sent";
  case CommandFault::too_long:
    return place + "this modem takes " + limit_of(remark) + " behind AT; cut the line in two";
  case CommandFault::mixed_prefix:
    return place + "write AT or at; a modem that finds the speed by these two letters takes no mix";
  case CommandFault::longer_than_promised:
    return place + "V.250 promises " + limit_of(remark) + " behind AT; some modems take no more";
  case CommandFault::stray_character: return place + "no command begins so";
  case CommandFault::missing_name: return place + "the name of the command is missing behind it";
  case CommandFault::name_too_long: return place + "names of extended commands have at most 16 characters";
  case CommandFault::missing_value: return place + "no value follows; some modems take 0, others say ERROR";
  case CommandFault::register_value: return place + "S-registers hold 0 to 255";
  case CommandFault::value_without_sign:
    return place + "an extended command is followed by =, ? or a semicolon";
  case CommandFault::open_string: return place + "this quote is not closed";
  case CommandFault::empty_dial: return place + "without a number the modem goes off-hook and dials nothing";
  case CommandFault::behind_dial:
    return place + "what stands behind the ; of a number goes into a line of its own";
  }
  return place + "not understood";
}

} // namespace dialbench::at
