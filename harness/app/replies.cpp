#include "harness/app/replies.hpp"

#include "at/dial_string.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/report/plain.hpp"

#include <algorithm>
#include <vector>

namespace dialbench::app {
namespace {

using evidence::Evidence;
using evidence::Saying;

constexpr std::string_view indent = "    ";
constexpr std::size_t line_max = 320; // characters of one line that are shown

// As ATS7?: S7 reads 50 s.
bool answer_is_told(const Evidence& evidence, const evidence::Command& command) {
  const auto tells = [&](const evidence::Note& note) {
    return note.kind == evidence::Note::Kind::setup && note.text.starts_with(command.text) &&
           std::string_view(note.text).substr(command.text.size()).starts_with(": S7 reads ");
  };
  return std::any_of(evidence.notes.begin(), evidence.notes.end(), tells);
}

std::vector<const Saying*> lines_of(const evidence::Command& command) {
  std::vector<const Saying*> lines;
  // The step says that one ("ATZ: OK."). What came after it is kept behind it.
  const auto is_result = [&](const Saying& said) {
    return command.ended && said.at == *command.ended && at::role(said.meaning) == at::Role::final;
  };
  for (const auto& said : command.reply) {
    if (!is_result(said) && !said.text.empty()) lines.push_back(&said);
  }
  return lines;
}

std::string line_text(const evidence::Command& command, const Saying& said) {
  const std::string shown = report::shortened(report::printable(said.text), line_max);
  if (command.ended && said.at > *command.ended)
    return report::wrapped("after " + evidence::shown(said.at - command.sent) + ": " + shown, indent);
  // Columns of a modem's page stand as they are where they fit.
  const auto margin = std::min(shown.find_first_not_of(' '), shown.size());
  if (margin > 0 && indent.size() + shown.size() <= report::columns_max)
    return std::string(indent) + shown + '\n';
  return report::wrapped(shown.substr(margin), indent);
}

} // namespace

std::string replies_text(const Evidence& evidence, const report::Style& style) {
  std::string text;
  std::size_t shown = 0;
  for (const auto& command : evidence.commands) {
    const auto lines = lines_of(command);
    if (lines.empty() || !at::dial_part(command.text).empty() || answer_is_told(evidence, command)) continue;
    if (shown == replies_lines_max) {
      text += report::wrapped("and replies to more commands; --json has them", "  ");
      break;
    }
    const std::size_t here = std::min({lines.size(), reply_lines_max, replies_lines_max - shown});
    text += report::wrapped(report::shortened(report::printable(command.text), line_max), "  ");
    for (std::size_t i = 0; i < here; ++i) text += line_text(command, *lines[i]);
    if (here < lines.size())
      text += report::wrapped(
          "and " + report::counted(lines.size() - here, "line") + " more; --json has them", indent);
    shown += here;
  }
  return text.empty() ? text : '\n' + style.heading("Replies") + '\n' + text;
}

} // namespace dialbench::app
