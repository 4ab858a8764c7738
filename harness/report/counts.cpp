#include "harness/report/counts.hpp"

#include "harness/report/plain.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::report {

void Counts::add(evidence::OutcomeClass outcome) {
  ++calls_by_class_[outcome];
  ++calls_;
}

std::string Counts::text() const {
  std::string out = counted(calls_, "call");
  const char* before = ": ";
  for (const auto& [outcome, calls] : calls_by_class_) {
    const auto& row = evidence::row(outcome);
    out += before + std::to_string(calls) + ' ' + std::string(row.name);
    if (row.code != 0) out += " (" + std::to_string(row.code) + ')';
    before = ", ";
  }
  return out + '.';
}

nlohmann::ordered_json Counts::json() const {
  auto classes = nlohmann::ordered_json::array();
  for (const auto& [outcome, calls] : calls_by_class_) {
    const auto& row = evidence::row(outcome);
    classes.push_back({{"class", std::string(row.name)}, {"code", row.code}, {"calls", calls}});
  }
  return {{"schema", "dialbench.counts/1"}, {"calls", calls_}, {"classes", std::move(classes)}};
}

} // namespace dialbench::report
