#include "harness/app/dialects_code.hpp"
#include "harness/app/dialects_page.hpp"
#include "harness/evidence/shell_word.hpp"
#include "harness/report/plain.hpp"

namespace dialbench::app {
namespace {

using at::Dialect;
using evidence::shell_word;
using report::counted;
using report::padded;
using report::padded_left;
using report::Style;
using report::wrapped;

constexpr std::size_t id_width = 16;
constexpr std::size_t number_width = 5;
constexpr std::size_t command_width = 13;

std::string summary(const Dialect& dialect) {
  std::string out = counted(dialect.rows.size(), "number");
  if (!dialect.spellings.empty()) out += ", " + counted(dialect.spellings.size(), "word") + " more";
  out += '.';
  for (const auto& report : dialect.reports)
    out += (&report == dialect.reports.data() ? " Last call: " : ", ") + std::string(report.command);
  return dialect.reports.empty() ? out : out + '.';
}

std::string row_head(const Style& style) {
  return style.faint(padded_left("number", number_width + 1) + "  " + padded("class", class_width) +
                     "code  word") +
         '\n';
}

// The word stands last: it may be long.
std::string row_text(const at::DialectRow& row) {
  const int code = failure_code(row.meaning);
  const std::string number = row.number < 0 ? "-" : std::to_string(row.number);
  const std::string lead = padded_left(number, number_width + 1) + "  " +
                           padded(at::name(row.meaning), class_width) +
                           padded(code == 0 ? "-" : std::to_string(code), 4) + "  ";
  const std::string link = link_text(row.link);
  return wrapped((row.word.empty() ? "(no word)" : shown_word(row.word)) +
                     (link.empty() ? "" : " (" + link + ')'),
                 lead);
}

std::string commands_text(const Dialect& dialect, const Style& style) {
  std::string out;
  const auto add = [&out](std::string_view command, std::string_view what) {
    if (command.empty()) return;
    const std::string lead = "  " + report::printable(command) + ' ';
    const std::string indent(command_width, ' ');
    out += lead.size() <= command_width ? wrapped(what, padded(lead, command_width))
                                        : lead + '\n' + wrapped(what, indent);
  };
  for (const auto& report : dialect.reports)
    add(report.command, "what it knows of its last call, in the form " + std::string(at::name(report.kind)));
  add(dialect.blacklist_list, "shows the numbers that it refuses to dial");
  add(dialect.blacklist_reset, "clears that list");
  return out.empty() ? out : '\n' + style.heading("Commands of its own") + '\n' + out;
}

} // namespace

std::string link_text(const at::StatedLink& link) {
  std::string out;
  const auto add = [&out](const std::string& part) { out += (out.empty() ? "" : ", ") + part; };
  if (!link.stated) return out;
  if (link.dce != 0) add(std::to_string(link.dce) + " bit/s");
  if (link.dte != 0) add("DTE " + std::to_string(link.dte) + " bit/s");
  if (link.error_control) add("error control");
  if (link.compression) add("compression");
  if (link.cellular) add("cellular");
  return out;
}

std::string shown_word(std::string_view word) {
  const std::string out = report::printable(word);
  return out.starts_with(' ') ? "\\x20" + out.substr(1) : out;
}

std::string dialects_text(std::span<const Dialect* const> dialects, const Style& style) {
  std::string out;
  for (const auto* each : dialects) {
    out += style.heading(padded(each->id, id_width)) + ' ' + report::printable(each->title) + '\n';
    out += wrapped(summary(*each) + " Source: " + std::string(each->source) + '.',
                   std::string(id_width + 1, ' '));
  }
  out +=
      wrapped("\nThe numbers 0-8 mean the same to every modem (ATV0); above them, and in some words, makers "
              "differ. A call learns the dialect from what the modem says of itself, where the script asks; "
              "--dialect of dial, script and classify gives it: an id of this list, a file of your own "
              "(mine.toml, see docs/dialects.md), or a model of a Windows modem INF file.",
              "");
  return out + "\n  dialbench dialects usr                its numbers and words\n"
               "  dialbench dial -p PORT --dialect usr NUMBER\n"
               "  dialbench inf FILE                    the models of an INF file\n";
}

std::string dialect_text(const Dialect& dialect, std::string_view name, const Style& style) {
  const std::string title = std::string(dialect.id) + ": " + std::string(dialect.title);
  std::string out =
      style.heading(report::shortened(report::printable(title), report::columns_max)) + '\n' +
      wrapped("Source: " + std::string(dialect.source), "") +
      wrapped(dialect.number_characters_max == 0
                  ? "Longest number that it takes: not known"
                  : "Longest number that it takes: " + std::to_string(dialect.number_characters_max) +
                        " characters",
              "");
  if (!dialect.rows.empty()) {
    out += '\n' + style.heading("What it answers by number (ATV0), and in words (ATV1)") + '\n';
    out += row_head(style);
    for (const auto& row : dialect.rows) out += row_text(row);
  }
  if (!dialect.spellings.empty()) {
    out += '\n' + style.heading("Words without a number") + '\n' + row_head(style);
    for (const auto& row : dialect.spellings) out += row_text(row);
  }
  out += commands_text(dialect, style);
  return out + wrapped("\nTo dial a modem that speaks it:\n  dialbench dial -p PORT --dialect " +
                           shell_word(name) + " NUMBER",
                       "");
}

} // namespace dialbench::app
