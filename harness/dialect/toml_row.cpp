#include "harness/dialect/toml_row.hpp"

#include "harness/dialect/toml_value.hpp"
#include "harness/script/quoted.hpp"

namespace dialbench::dialect {
namespace {

using script::Entry;
using script::Reading;

std::vector<std::string_view> meanings() {
  std::vector<std::string_view> names;
  for (unsigned i = 0; i <= static_cast<unsigned>(at::Meaning::diagnostics); ++i)
    names.push_back(at::name(static_cast<at::Meaning>(i)));
  return names;
}

std::vector<std::string_view> report_kinds() {
  std::vector<std::string_view> names;
  for (unsigned i = 0; i <= static_cast<unsigned>(at::ReportKind::multitech); ++i)
    names.push_back(at::name(static_cast<at::ReportKind>(i)));
  return names;
}

bool read_number(const Entry& entry, Reading& reading, at::OwnedRow& row) {
  const auto value = script::count_in(entry, 0, number_max, reading);
  if (value) row.number = static_cast<int>(*value);
  return value.has_value();
}

bool read_word(const Entry& entry, Reading& reading, at::OwnedRow& row) {
  if (!text_in(entry, word_bytes_max, reading, row.word)) return false;
  const auto fault = [&](std::string expected) {
    return reading.fail(script::place_of(*entry.node), "word is " + script::in_quotes(row.word),
                        std::move(expected));
  };
  if (row.word.front() == ' ' || row.word.back() == ' ') return fault("a word without blanks around it");
  if (row.word.find_first_not_of("0123456789") == std::string::npos)
    return fault("what the modem says in ATV1; digits belong to number");
  return true;
}

template <class Enumeration>
bool read_choice(const Entry& entry, const std::vector<std::string_view>& names, Reading& reading,
                 std::optional<Enumeration>& into) {
  const std::size_t position = choice_in(entry, names, "", reading);
  if (position < names.size()) into = static_cast<Enumeration>(position);
  return into.has_value();
}

bool read_rate(const Entry& entry, Reading& reading, at::StatedLink& link, at::Bps& into) {
  const auto value = script::count_in(entry, 1, rate_max, reading);
  if (!value) return false;
  into = *value;
  return link.stated = true;
}

bool read_flag(const Entry& entry, Reading& reading, at::StatedLink& link, bool& into) {
  const auto value = script::bool_in(entry, reading);
  if (!value) return false;
  into = *value;
  return link.stated = true;
}

} // namespace

std::optional<at::OwnedRow> read_row(const toml::table& table, Reading& reading) {
  at::OwnedRow row;
  std::optional<at::Meaning> meaning;
  for (const auto& entry : script::in_order(table)) {
    const auto name = entry.name();
    const bool good = name == "number"          ? read_number(entry, reading, row)
                      : name == "word"          ? read_word(entry, reading, row)
                      : name == "meaning"       ? read_choice(entry, meanings(), reading, meaning)
                      : name == "dce"           ? read_rate(entry, reading, row.link, row.link.dce)
                      : name == "dte"           ? read_rate(entry, reading, row.link, row.link.dte)
                      : name == "error_control" ? read_flag(entry, reading, row.link, row.link.error_control)
                      : name == "compression"   ? read_flag(entry, reading, row.link, row.link.compression)
                                                : unknown_key_near(entry, "[[row]]", row_keys, reading);
    if (!good) return std::nullopt;
  }
  if (row.word.empty() && row.number < 0) {
    reading.fail(script::place_of(table), "a row without a word and without a number", "word = \"BUSY\"");
    return std::nullopt;
  }
  if (!meaning) {
    reading.fail(script::place_of(table), "a row without a meaning", "meaning = \"busy\"");
    return std::nullopt;
  }
  row.meaning = *meaning;
  return row;
}

std::optional<at::OwnedReport> read_report(const toml::table& table, Reading& reading) {
  std::string command;
  std::optional<at::ReportKind> kind;
  for (const auto& entry : script::in_order(table)) {
    const bool good = entry.name() == "kind" ? read_choice(entry, report_kinds(), reading, kind)
                      : entry.name() == "command"
                          ? command_in(entry, reading, command)
                          : unknown_key_near(entry, "[[report]]", report_keys, reading);
    if (!good) return std::nullopt;
  }
  if (!kind) {
    reading.fail(script::place_of(table), "a report without a kind", "kind = \"unimodem\"");
    return std::nullopt;
  }
  if (command.empty()) {
    reading.fail(script::place_of(table), "a report without a command", "command = \"AT#UD\"");
    return std::nullopt;
  }
  return at::OwnedReport{*kind, std::move(command)};
}

} // namespace dialbench::dialect
