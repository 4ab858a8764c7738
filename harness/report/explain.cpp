#include "harness/report/explain.hpp"

#include "harness/report/json.hpp"
#include "harness/report/plain.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::report {
namespace {

using Json = nlohmann::ordered_json;
using catalogue::Cause;
using catalogue::Code;

constexpr unsigned all_lists = catalogue::hp | catalogue::techdrive | catalogue::ports;

std::vector<std::string> list_names(unsigned lists) {
  std::vector<std::string> names;
  if (lists & catalogue::hp) names.emplace_back("hp");
  if (lists & catalogue::techdrive) names.emplace_back("techdrive");
  if (lists & catalogue::ports) names.emplace_back("ports");
  if (lists & catalogue::header) names.emplace_back("header");
  return names;
}

std::vector<const evidence::OutcomeRow*> classes_of(int code) {
  std::vector<const evidence::OutcomeRow*> rows;
  for (const auto& row : evidence::outcome_rows()) {
    if (row.code == code && code != 0) rows.push_back(&row);
  }
  return rows;
}

std::string windows_text(std::string_view windows) {
  if (windows.empty()) return {};
  if (windows == "all") return " Every Windows version has it.";
  return " Windows: " + std::string(windows) + '.';
}

std::string cause_text(std::size_t position, const Cause& cause) {
  const std::string number = padded_left(std::to_string(position), 3) + ' ';
  std::string out = wrapped(cause.text, number);
  if (!cause.supports.empty()) out += wrapped(cause.supports, "      for     ");
  if (!cause.against.empty()) out += wrapped(cause.against, "      against ");
  if (!cause.check.empty()) out += wrapped_with_command(cause.check, "      check   ");
  return out;
}

std::string causes_text(const Code& code, const Style& style) {
  const auto causes = catalogue::causes(code.number);
  if (causes.empty()) return {};
  std::string out = '\n' + style.heading("Probable causes, most frequent first") + '\n';
  for (std::size_t i = 0; i < causes.size(); ++i) out += cause_text(i + 1, causes[i]);
  return out;
}

// What a dial that ends so looks like here.
std::string here_text(const Code& code, const Style& style) {
  const auto rows = classes_of(code.number);
  if (rows.empty()) return {};
  std::string out = '\n' + style.heading("Classes that dialbench gives this code to") + '\n';
  for (const auto* row : rows) out += wrapped(row->text, "  " + padded(row->name, 18) + ' ');
  return out + "\nA dial that ends this way leaves exit status " +
         std::to_string(evidence::exit_status(code.number)) + ".\n";
}

std::string modem_words(int code) {
  std::string out;
  for (const auto& word : catalogue::words(code)) {
    if (word.speaker == catalogue::Word::Speaker::modem)
      out += (out.empty() ? "" : ", ") + std::string(word.text);
  }
  return out;
}

std::string symbol_or_dash(const Code& code) { return code.symbol.empty() ? "-" : std::string(code.symbol); }

} // namespace

std::string lists_text(unsigned lists) {
  if ((lists & all_lists) == all_lists) return "all three code lists";
  std::string out;
  const auto add = [&out](std::string_view text) { out += out.empty() ? text : " and " + std::string(text); };
  if (lists & catalogue::hp) add("the HP list");
  if (lists & catalogue::techdrive) add("the Techdrive list");
  if (lists & catalogue::ports) add("the list of port errors");
  return out.empty() ? "none of the three code lists, only the Windows headers" : out;
}

std::string code_text(const Code& code, const Style& style) {
  std::string out = style.heading(std::to_string(code.number) + ' ' + symbol_or_dash(code)) + '\n';
  out += wrapped(code.meaning, "");
  std::string where = "Layer: " + std::string(code.layer) + '.';
  if (!code.stage.empty()) where += " Stage: " + std::string(code.stage) + '.';
  where += " In " + lists_text(code.lists) + '.' + windows_text(code.windows);
  out += wrapped(where, "");
  if (const auto words = modem_words(code.number); !words.empty())
    out += wrapped("Modems say: " + words + '.', "");
  if (!code.note.empty()) out += '\n' + style.heading("The lists differ") + '\n' + wrapped(code.note, "  ");
  return out + causes_text(code, style) + here_text(code, style);
}

Json code_json(const Code& code) {
  Json causes = Json::array();
  for (const auto& cause : catalogue::causes(code.number)) {
    causes.push_back({{"id", utf8(cause.id)},
                      {"text", utf8(cause.text)},
                      {"for", utf8(cause.supports)},
                      {"against", utf8(cause.against)},
                      {"check", utf8(cause.check)},
                      {"source", utf8(cause.source)}});
  }
  Json classes = Json::array();
  for (const auto* row : classes_of(code.number)) classes.push_back(std::string(row->name));
  Json words = Json::array();
  for (const auto& word : catalogue::words(code.number)) {
    if (word.speaker == catalogue::Word::Speaker::modem) words.push_back(utf8(word.text));
  }
  Json json;
  json["schema"] = "dialbench.code/1";
  json["code"] = code.number;
  json["symbol"] = utf8(code.symbol);
  json["meaning"] = utf8(code.meaning);
  json["layer"] = utf8(code.layer);
  json["stage"] = utf8(code.stage);
  json["lists"] = list_names(code.lists);
  json["windows"] = utf8(code.windows);
  json["note"] = code.note.empty() ? Json(nullptr) : Json(utf8(code.note));
  json["classes"] = std::move(classes);
  json["modem_words"] = std::move(words);
  json["causes"] = std::move(causes);
  json["exit_status"] = evidence::exit_status(code.number);
  return json;
}

std::string codes_text(const std::vector<const Code*>& codes, const Style&) {
  std::string out;
  for (const auto* code : codes) {
    const std::string lead = padded_left(std::to_string(code->number), 4) + ' ' + symbol_or_dash(*code);
    out += lead + '\n' + wrapped(code->meaning, "     ");
  }
  return out;
}

Json codes_json(const std::vector<const Code*>& codes) {
  Json list = Json::array();
  for (const auto* code : codes) list.push_back(code_json(*code));
  return list;
}

std::string success_text(const evidence::OutcomeRow& row, const Style& style) {
  return style.heading(std::string(row.name)) + '\n' + wrapped(row.text, "") +
         wrapped("No code: a success. A dial that ends this way leaves exit status 0.", "");
}

Json class_json(const evidence::OutcomeRow& row) {
  Json json;
  json["schema"] = "dialbench.class/1";
  json["class"] = std::string(row.name);
  json["code"] = row.code == 0 ? Json(nullptr) : Json(row.code);
  json["meaning"] = utf8(row.text);
  json["exit_status"] = evidence::exit_status(row.code);
  return json;
}

std::string classes_text() {
  std::string out;
  for (const auto& row : evidence::outcome_rows()) {
    const std::string code = row.code == 0 ? "-" : std::to_string(row.code);
    out += wrapped(row.text, padded(row.name, 21) + ' ' + padded(code, 4) + ' ');
  }
  return out;
}

Json classes_json() {
  Json list = Json::array();
  for (const auto& row : evidence::outcome_rows()) list.push_back(class_json(row));
  return list;
}

} // namespace dialbench::report
