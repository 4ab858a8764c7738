#include "harness/dialect/read_toml.hpp"

#include "at/dialect.hpp"
#include "harness/dialect/toml_row.hpp"
#include "harness/dialect/toml_value.hpp"
#include "harness/script/quoted.hpp"
#include "harness/script/toml_depth.hpp"
#include "harness/script/toml_document.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace dialbench::dialect {
namespace {

using script::Entry;
using script::in_quotes;
using script::Place;
using script::Reading;

constexpr unsigned characters_max = 1000;
constexpr std::size_t id_bytes_max = 32;
constexpr std::size_t title_bytes_max = 100;
constexpr std::size_t source_bytes_max = 400;

std::vector<std::string_view> built_in_ids() {
  std::vector<std::string_view> ids;
  for (const auto* each : at::dialects()) ids.push_back(each->id);
  return ids;
}

bool is_id(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  return !text.empty() && text.size() <= id_bytes_max && std::all_of(text.begin(), text.end(), fits);
}

class DialectReader {
 public:
  explicit DialectReader(Reading& reading)
      : reading_(reading) {}

  bool read(const toml::table& document) {
    for (const auto& entry : script::in_order(document))
      if (!read_top(entry)) return false;
    if (parts.id.empty()) return reading_.fail({1, 1}, "the dialect has no id", "id = \"acme\"");
    if (base_ == nullptr && parts.rows.empty())
      return reading_.fail({1, 1}, "the dialect has no row and no base", "[[row]], or base = \"usr\"");
    if (base_ != nullptr) add_base();
    return true;
  }

  at::DialectParts parts;

 private:
  bool read_top(const Entry& entry) {
    const auto name = entry.name();
    if (name == "id") return read_id(entry);
    if (name == "title") return text_in(entry, title_bytes_max, reading_, parts.title);
    if (name == "source") return text_in(entry, source_bytes_max, reading_, parts.source);
    if (name == "base") return read_base(entry);
    if (name == "number_characters_max") return read_characters_max(entry);
    if (name == "blacklist_reset") return command_in(entry, reading_, parts.blacklist_reset);
    if (name == "blacklist_list") return command_in(entry, reading_, parts.blacklist_list);
    if (name == "row") return each_table(entry, "[[row]]", rows_max, &DialectReader::add_row);
    if (name == "report") return each_table(entry, "[[report]]", reports_max, &DialectReader::add_report);
    return unknown_key_near(entry, "a dialect", top_keys, reading_);
  }

  bool read_id(const Entry& entry) {
    const auto id = script::string_in(entry, reading_);
    if (!id) return false;
    const Place place = script::place_of(*entry.node);
    if (!is_id(*id))
      return reading_.fail(place, "id is " + in_quotes(*id),
                           "1 to 32 letters, digits, - and _: id = \"acme\"");
    if (at::find_dialect(*id) != nullptr)
      return reading_.fail(place, "id is " + in_quotes(*id) + ", which is a built-in dialect",
                           "a name of its own; base = " + in_quotes(*id) + " takes over what that one has");
    parts.id = *id;
    return true;
  }

  bool read_base(const Entry& entry) {
    const auto ids = built_in_ids();
    const std::size_t position = choice_in(entry, ids, "a built-in dialect: ", reading_);
    if (position < ids.size()) base_ = at::dialects()[position];
    return base_ != nullptr;
  }

  bool read_characters_max(const Entry& entry) {
    const auto most = script::count_in(entry, 1, characters_max, reading_);
    if (most) parts.number_characters_max = *most;
    return most.has_value();
  }

  // An array of tables, and what is to be done with each.
  bool each_table(const Entry& entry, const std::string& spelled, std::size_t most,
                  bool (DialectReader::*add)(const toml::table&)) {
    const auto* list = entry.node->as_array();
    if (list == nullptr) return script::wrong_type(entry, spelled + ", once for each", reading_);
    if (list->size() > most)
      return reading_.fail(script::place_of(*list), std::to_string(list->size()) + " times " + spelled,
                           "at most " + std::to_string(most));
    for (const auto& node : *list) {
      const auto* table = node.as_table();
      if (table == nullptr)
        return reading_.fail(script::place_of(node), std::string(entry.name()) + " holds what is no table",
                             spelled + ", once for each");
      if (!(this->*add)(*table)) return false;
    }
    return true;
  }

  bool add_row(const toml::table& table) {
    auto row = read_row(table, reading_);
    if (!row || !agrees_with_others(*row, script::place_of(table))) return false;
    parts.rows.push_back(std::move(*row));
    return true;
  }

  // Two numbers may say the same word. A number twice, or a word with two meanings, is a slip of the writer.
  bool agrees_with_others(const at::OwnedRow& row, Place place) {
    if (row.number >= 0) {
      const auto [first, is_new] = numbers_.try_emplace(row.number, place.line);
      if (!is_new)
        return reading_.fail(place, "a second row with the number " + std::to_string(row.number),
                             "one; the first is in line " + std::to_string(first->second));
    }
    if (row.word.empty()) return true;
    const auto [first, is_new] = words_.try_emplace(capitals(row.word), Word{row.meaning, place.line});
    if (is_new) return true;
    const std::string line = std::to_string(first->second.line);
    if (first->second.meaning != row.meaning)
      return reading_.fail(place, "a second meaning of " + in_quotes(row.word),
                           std::string(at::name(first->second.meaning)) + ", as in line " + line);
    return row.number >= 0 || reading_.fail(place, "a second row with the word " + in_quotes(row.word),
                                            "one; the first is in line " + line);
  }

  bool add_report(const toml::table& table) {
    auto report = read_report(table, reading_);
    if (!report) return false;
    if (!kinds_.insert(report->kind).second)
      return reading_.fail(script::place_of(table),
                           "a second report of the kind " + std::string(at::name(report->kind)), "one");
    parts.reports.push_back(std::move(*report));
    return true;
  }

  // The base holds but for the numbers and words of this file. A number of the base keeps its meaning where
  // this file says that its word means something else.
  void add_base() {
    for (const auto& row : base_->rows) {
      const auto own = words_.find(capitals(row.word));
      const bool keeps_word = own == words_.end() || own->second.meaning == row.meaning;
      if (!numbers_.contains(row.number))
        parts.rows.push_back({row.number, keeps_word ? std::string(row.word) : "", row.meaning, row.link});
    }
    for (const auto& row : base_->spellings)
      if (!words_.contains(capitals(row.word)))
        parts.rows.push_back({row.number, std::string(row.word), row.meaning, row.link});
    for (const auto& report : base_->reports)
      if (kinds_.insert(report.kind).second)
        parts.reports.push_back({report.kind, std::string(report.command)});
    if (parts.blacklist_reset.empty()) parts.blacklist_reset = base_->blacklist_reset;
    if (parts.blacklist_list.empty()) parts.blacklist_list = base_->blacklist_list;
    if (parts.number_characters_max == 0) parts.number_characters_max = base_->number_characters_max;
  }

  struct Word {
    at::Meaning meaning;
    unsigned line;
  };

  Reading& reading_;
  const at::Dialect* base_ = nullptr;
  std::map<int, unsigned> numbers_; // and the line of each
  std::map<std::string, Word> words_;
  std::set<at::ReportKind> kinds_;
};

// What no parser need be asked about. False, with a fault.
bool accept(std::string_view text, Reading& reading) {
  if (text.size() > toml_bytes_max)
    return reading.fail({}, "the file is too large", "at most " + std::to_string(toml_bytes_max) + " bytes");
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return reading.fail({1, 1}, "the dialect is empty", "id = \"acme\" and at least one [[row]]");
  if (const auto nul = text.find('\0'); nul != std::string_view::npos)
    return reading.fail(script::place_of(text, nul), "a NUL byte: this is no text file", "TOML in UTF-8");
  if (const auto deep = script::too_deep(text))
    return reading.fail(script::place_of(text, *deep), "nested too deeply",
                        "keys and lists as in docs/dialects.md");
  return true;
}

} // namespace

at::Expected<at::DialectParts, std::string> read_toml(std::string_view text, std::string_view file) {
  const script::NumberRules no_numbers_here;
  Reading reading(file, no_numbers_here);
  DialectReader reader(reading);
  if (accept(text, reading)) {
    const auto document = script::parse_toml(text, reading);
    if (document && reader.read(*document)) {
      if (reader.parts.title.empty()) reader.parts.title = reader.parts.id;
      if (reader.parts.source.empty()) reader.parts.source = file;
      return std::move(reader.parts);
    }
  }
  return at::Unexpected{script::shown(reading.fault().error)};
}

} // namespace dialbench::dialect
