#include "catalogue/catalogue.hpp"
#include "harness/app/dialects_code.hpp"
#include "harness/app/inf_page.hpp"
#include "harness/dialect/find_model.hpp"
#include "harness/dialect/inf_name.hpp"
#include "harness/report/json.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::app {
namespace {

using Json = nlohmann::ordered_json;
using at::inf::Model;
using report::number_or_null;
using report::texts;
using report::utf8;

Json pairs(const std::vector<std::pair<std::string, std::string>>& list) {
  Json out = Json::array();
  for (const auto& [key, value] : list) out.push_back({{"key", utf8(key)}, {"value", utf8(value)}});
  return out;
}

Json response_json(const at::inf::Response& response) {
  const auto meaning = at::inf::meaning_of(response.state, without_framing(response.text));
  const int code = failure_code(meaning);
  return {{"text", utf8(response.text)},
          {"state", response.state},
          {"class", std::string(at::name(meaning))},
          {"code", code == 0 ? Json(nullptr) : Json(code)},
          {"dce", number_or_null(response.dce)},
          {"dte", number_or_null(response.dte)},
          {"error_control", (response.options & 2U) != 0},
          {"compression", (response.options & 1U) != 0},
          {"cellular", (response.options & 8U) != 0},
          {"file", utf8(response.place.file)},
          {"line", number_or_null(response.place.line)}};
}

Json properties_json(const Model& model) {
  if (!model.properties) return nullptr;
  const auto& properties = *model.properties;
  return {{"dialing_options", properties.dialing_options},
          {"call_setup_fail_timer_seconds_max", properties.call_setup_fail_timer_seconds_max},
          {"inactivity_timeout_max", properties.inactivity_timeout_max},
          {"speaker_volume", properties.speaker_volume},
          {"speaker_mode", properties.speaker_mode},
          {"modem_options", properties.modem_options},
          {"dte_rate_max", properties.dte_rate_max},
          {"dce_rate_max", properties.dce_rate_max}};
}

Json summary(const Model& model, const at::inf::File& file, std::string_view path) {
  return {{"name", utf8(model.name)},
          {"manufacturer", utf8(model.manufacturer)},
          {"section", utf8(model.section)},
          {"hardware_ids", texts(model.hardware_ids)},
          {"responses", model.responses.size()},
          {"dialect", utf8(dialect::inf_name(path, dialect::handle(model, file.models)))}};
}

Json whole(const Model& model, const at::inf::File& file, std::string_view path) {
  Json json = summary(model, file, path);
  Json responses = Json::array();
  for (const auto& response : model.responses) responses.push_back(response_json(response));
  Json commands = Json::object();
  for (const auto& [key, lines] : model.commands) commands[utf8(key)] = texts(lines);
  json["responses"] = std::move(responses);
  json["commands"] = std::move(commands);
  json["settings"] = pairs(model.settings);
  json["properties"] = properties_json(model);
  json["inactivity_scale_seconds"] =
      model.inactivity_scale_seconds ? Json(*model.inactivity_scale_seconds) : Json(nullptr);
  json["others"] = pairs(model.others);
  return json;
}

Json fault_json(const at::inf::Fault& fault) {
  const auto* code = catalogue::find(fault.code);
  return {{"code", fault.code},
          {"symbol", code == nullptr ? Json(nullptr) : Json(utf8(code->symbol))},
          {"file", utf8(fault.place.file)},
          {"line", number_or_null(fault.place.line)},
          {"text", utf8(fault.text)}};
}

} // namespace

Json inf_json(const at::inf::File& file, std::string_view path, const Model* model) {
  Json json;
  json["schema"] = inf_schema;
  json["file"] = utf8(path);
  json["models"] = Json::array();
  for (const auto& each : file.models) json["models"].push_back(summary(each, file, path));
  json["model"] = model == nullptr ? Json(nullptr) : whole(*model, file, path);
  json["faults"] = Json::array();
  for (const auto& fault : file.faults) json["faults"].push_back(fault_json(fault));
  return json;
}

} // namespace dialbench::app
