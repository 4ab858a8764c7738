#include "harness/emulator/extended_commands.hpp"

#include <algorithm>
#include <array>

namespace dialbench::emulator {
namespace {

struct Row {
  std::string_view name, action, read, test, values;
};

constexpr std::array rows{
#define EXTENDED(name, action, read, test, values) Row{name, action, read, test, values},
#include "harness/emulator/extended_commands.def"
};

constexpr std::string_view not_known = "-";

bool takes(std::string_view values, std::string_view value) {
  while (!values.empty()) {
    const auto one = values.substr(0, values.find(' '));
    if (one == value) return true;
    values.remove_prefix(std::min(one.size() + 1, values.size()));
  }
  return false;
}

Reply answer_with(std::string_view text, const Habits& habits, CommandHost& host) {
  if (text == not_known) return Reply::error;
  if (text == "$") text = habits.identification;
  if (!text.empty()) host.say_information(text);
  return Reply::ok;
}

} // namespace

Reply run_extended(const Command& command, const Habits& habits, CommandHost& host) {
  const auto row = std::ranges::find(rows, command.name, &Row::name);
  if (row == rows.end()) return Reply::error;
  using enum Command::Operation;
  switch (command.operation) {
  case act: return answer_with(row->action, habits, host);
  case read: return answer_with(row->read, habits, host);
  case test: return answer_with(row->test, habits, host);
  case set: break;
  }
  return takes(row->values, command.text) ? Reply::ok : Reply::error;
}

} // namespace dialbench::emulator
