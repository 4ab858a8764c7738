#include "harness/report/json.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::report {
namespace {

using Json = nlohmann::ordered_json;

double seconds(Duration duration) { return static_cast<double>(duration.count()) / 1e6; }

Json seconds_or_null(const std::optional<Duration>& duration) {
  return duration ? Json(seconds(*duration)) : Json(nullptr);
}

Json alternatives_json(const diagnosis::Verdict& verdict) {
  Json list = Json::array();
  for (const auto& other : verdict.alternatives) {
    list.push_back({{"code", other.code}, {"symbol", utf8(other.symbol)}, {"reason", utf8(other.reason)}});
  }
  return list;
}

Json evidence_json(const diagnosis::Verdict& verdict) {
  Json list = Json::array();
  for (const auto& line : verdict.evidence) {
    list.push_back({{"text", utf8(line.text)}, {"source", text_or_null(line.source)}});
  }
  return list;
}

Json causes_json(const diagnosis::Verdict& verdict) {
  Json list = Json::array();
  for (const auto& cause : verdict.causes) {
    list.push_back({{"id", utf8(cause.id)},
                    {"likelihood", std::string(diagnosis::name(cause.likelihood))},
                    {"text", utf8(cause.text)},
                    {"for", texts(cause.supports)},
                    {"against", texts(cause.against)},
                    {"check", utf8(cause.check)}});
  }
  return list;
}

Json times_json(const evidence::Evidence& evidence) {
  std::optional<Duration> dial_time;
  if (evidence.dial_sent) dial_time = evidence.dial_time;
  std::optional<Duration> s7;
  if (evidence.s7) s7 = *evidence.s7;
  std::optional<Duration> result;
  if (evidence.result) result = evidence.result->at;
  return {{"dial_sent", seconds_or_null(evidence.dial_sent)},
          {"dial_estimated", seconds_or_null(dial_time)},
          {"s7", seconds_or_null(s7)},
          {"deadline", seconds_or_null(evidence.deadline)},
          {"first_ringing", seconds_or_null(evidence.first_ringing)},
          {"last_ringing", seconds_or_null(evidence.last_ringing)},
          {"connected", seconds_or_null(evidence.connected_at)},
          {"result", seconds_or_null(result)},
          {"ended", seconds_or_null(evidence.ended)}};
}

Json link_json(const evidence::Evidence& evidence) {
  if (!evidence.connected) return nullptr;
  const auto& link = evidence.link;
  const auto rate = [](const std::optional<at::Bps>& bps) { return bps ? Json(*bps) : Json(nullptr); };
  return {{"dce_transmit", rate(link.dce_transmit)},
          {"dce_receive", rate(link.dce_receive)},
          {"dte", rate(link.dte)},
          {"modulation", text_or_null(link.modulation)},
          {"error_control", text_or_null(link.error_control)},
          {"compression", text_or_null(link.compression)},
          {"rate_kind_assumed", link.rate_kind_assumed},
          {"modulation_assumed", link.modulation_assumed},
          {"error_control_assumed", link.error_control_assumed},
          {"data_bytes", evidence.data_bytes}};
}

Json lines_json(const evidence::Evidence& evidence) {
  if (!evidence.lines_at_end) return nullptr;
  const auto& lines = *evidence.lines_at_end;
  return {{"dcd", lines.dcd}, {"dsr", lines.dsr}, {"cts", lines.cts}, {"ri", lines.ri}};
}

Json uart_json(const evidence::Evidence& evidence) {
  if (!evidence.uart) return nullptr;
  const auto& uart = *evidence.uart;
  return {
      {"overrun", uart.overrun}, {"framing", uart.framing}, {"parity", uart.parity}, {"breaks", uart.breaks}};
}

Json port_json(const evidence::Evidence& evidence) {
  if (!evidence.port) return nullptr;
  const auto& problem = *evidence.port;
  return {{"fault", std::string(evidence::name(problem.fault))},
          {"system_error", problem.system_error},
          {"detail", utf8(problem.detail)},
          {"advice", utf8(problem.advice)}};
}

Json saying_json(const evidence::Saying& saying) {
  return {{"at", seconds(saying.at)},
          {"text", utf8(saying.text)},
          {"meaning", std::string(at::name(saying.meaning))}};
}

Json sayings_json(const std::vector<evidence::Saying>& sayings) {
  Json list = Json::array();
  for (const auto& saying : sayings) list.push_back(saying_json(saying));
  return list;
}

Json dialogue_json(const evidence::Evidence& evidence) {
  Json list = Json::array();
  for (const auto& command : evidence.commands) {
    list.push_back({{"at", seconds(command.sent)},
                    {"command", utf8(command.text)},
                    {"reply", sayings_json(command.reply)},
                    {"ended", seconds_or_null(command.ended)}});
  }
  return list;
}

} // namespace

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(utf8(text)); }
Json number_or_null(std::uint64_t number) { return number == 0 ? Json(nullptr) : Json(number); }

Json texts(const std::vector<std::string>& lines) {
  Json list = Json::array();
  for (const auto& line : lines) list.push_back(utf8(line));
  return list;
}

Json verdict_json(const diagnosis::Verdict& verdict, const evidence::Outcome& outcome,
                  const Setting& setting) {
  const auto& evidence = outcome.evidence;
  Json json;
  json["schema"] = std::string(outcome_schema);
  json["line"] = std::string(name(setting.line));
  json["port"] = text_or_null(setting.port);
  json["number"] = text_or_null(evidence.number);
  json["dial_command"] = text_or_null(evidence.dial_command);
  json["code"] = verdict.code;
  json["symbol"] = text_or_null(verdict.symbol);
  json["class"] = std::string(evidence::name(verdict.outcome));
  json["word"] = text_or_null(verdict.word);
  json["headline"] = utf8(verdict.headline);
  json["certain"] = verdict.certain;
  json["alternatives"] = alternatives_json(verdict);
  json["evidence"] = evidence_json(verdict);
  json["causes"] = causes_json(verdict);
  json["also_seen"] = texts(verdict.also_seen);
  json["times"] = times_json(evidence);
  json["ringing"] = evidence.ringing;
  json["link"] = link_json(evidence);
  json["lines"] = lines_json(evidence);
  json["uart"] = uart_json(evidence);
  json["port_problem"] = port_json(evidence);
  json["fault"] = text_or_null(evidence.fault_text);
  json["hung_up"] = evidence.hung_up;
  json["hang_up_proven"] = evidence.hang_up_proven;
  json["stale"] = sayings_json(evidence.stale);
  json["dialogue"] = dialogue_json(evidence);
  json["reports"] = texts(evidence.reports);
  json["remarks"] = texts(setting.remarks);
  json["exit_status"] = setting.exit_status;
  return json;
}

std::string json_text(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace dialbench::report
