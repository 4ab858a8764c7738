#include "harness/app/dialects_code.hpp"
#include "harness/app/dialects_page.hpp"
#include "harness/report/json.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::app {
namespace {

using Json = nlohmann::ordered_json;
using report::number_or_null;
using report::text_or_null;
using report::utf8;

Json link_json(const at::StatedLink& link) {
  if (!link.stated) return nullptr;
  return {{"dce", number_or_null(link.dce)},
          {"dte", number_or_null(link.dte)},
          {"error_control", link.error_control},
          {"compression", link.compression},
          {"cellular", link.cellular}};
}

Json row_json(const at::DialectRow& row) {
  const int code = failure_code(row.meaning);
  return {{"number", row.number < 0 ? Json(nullptr) : Json(row.number)},
          {"word", text_or_null(row.word)},
          {"class", std::string(at::name(row.meaning))},
          {"code", code == 0 ? Json(nullptr) : Json(code)},
          {"link", link_json(row.link)}};
}

Json reports_json(const at::Dialect& dialect) {
  Json reports = Json::array();
  for (const auto& report : dialect.reports)
    reports.push_back({{"kind", std::string(at::name(report.kind))}, {"command", utf8(report.command)}});
  return reports;
}

} // namespace

Json dialects_json(std::span<const at::Dialect* const> dialects) {
  Json list = Json::array();
  for (const auto* each : dialects) {
    list.push_back({{"id", utf8(each->id)},
                    {"title", utf8(each->title)},
                    {"source", utf8(each->source)},
                    {"numbers", each->rows.size()},
                    {"words", each->spellings.size()},
                    {"reports", reports_json(*each)}});
  }
  return list;
}

Json dialect_json(const at::Dialect& dialect) {
  Json rows = Json::array();
  for (const auto table : {dialect.rows, dialect.spellings})
    for (const auto& row : table) rows.push_back(row_json(row));
  Json json;
  json["schema"] = dialect_schema;
  json["id"] = utf8(dialect.id);
  json["title"] = utf8(dialect.title);
  json["source"] = utf8(dialect.source);
  json["number_characters_max"] = number_or_null(dialect.number_characters_max);
  json["blacklist_list"] = text_or_null(dialect.blacklist_list);
  json["blacklist_reset"] = text_or_null(dialect.blacklist_reset);
  json["reports"] = reports_json(dialect);
  json["rows"] = std::move(rows);
  return json;
}

} // namespace dialbench::app
