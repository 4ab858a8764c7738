#include "harness/report/json.hpp"
#include "harness/report/test_run.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::report {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view schema = "dialbench.test/1";

double seconds(std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; }

ordered_json case_json(const TestCase& each) {
  ordered_json json;
  json["name"] = utf8(each.name);
  json["file"] = utf8(each.file);
  json["passed"] = each.passed();
  json["class"] = each.outcome.empty() ? ordered_json(nullptr) : ordered_json(each.outcome);
  json["code"] = each.outcome.empty() ? ordered_json(nullptr) : ordered_json(each.code);
  json["seconds"] = seconds(each.took);
  if (!each.seed.empty()) json["seed"] = each.seed;
  if (!each.faults.empty()) json["faults"] = each.faults;
  auto failures = ordered_json::array();
  for (const auto& line : each.failures) failures.push_back(utf8(line));
  json["failures"] = std::move(failures);
  if (!each.conversation().empty()) json["conversation"] = utf8(each.conversation());
  return json;
}

} // namespace

std::string test_json(const TestRun& run) {
  ordered_json json;
  json["schema"] = schema;
  json["name"] = utf8(run.name);
  json["scenarios"] = run.cases.size();
  json["failed"] = run.failed();
  json["unreadable"] = run.unreadable();
  json["seconds"] = seconds(run.took);
  auto cases = ordered_json::array();
  for (const auto& each : run.cases) cases.push_back(case_json(each));
  json["cases"] = std::move(cases);
  return json_text(json);
}

} // namespace dialbench::report
