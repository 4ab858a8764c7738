#include "harness/app/replay_report.hpp"

#include "harness/report/plain.hpp"
#include "harness/transcript/escape.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::app {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view schema = "dialbench.replay/1";

std::string_view name_of(replay::Mark mark) noexcept {
  switch (mark) {
  case replay::Mark::same: return "same";
  case replay::Mark::harmless: return "harmless";
  case replay::Mark::differs: return "differs";
  case replay::Mark::extra: return "extra";
  case replay::Mark::missing: break;
  }
  return "missing";
}

ordered_json side(replay::Mark mark, replay::Mark without, const std::string& bytes) {
  if (mark == without && bytes.empty()) return nullptr;
  return transcript::escaped(bytes);
}

} // namespace

std::string replay_text(const replay::Comparison& comparison, const ReplayRun& run) {
  std::string text = run.file + ": ";
  const auto said =
      std::to_string(comparison.heard) + " of " + report::counted(comparison.turns, "turn") + " said";
  if (comparison.kept()) {
    text += "kept to, " + said + ".\n";
  } else {
    text += "not kept to: " + report::counted(comparison.against, "difference") + ", " + said + ".\n\n";
    text += side_by_side(comparison, run.strict);
  }
  if (run.command_status)
    text += "The command ended with status " + std::to_string(*run.command_status) + ".\n";
  return text;
}

std::string replay_json(const replay::Comparison& comparison, const ReplayRun& run) {
  ordered_json json;
  json["schema"] = schema;
  json["file"] = run.file;
  json["strict"] = run.strict;
  json["kept"] = comparison.kept();
  json["turns"] = comparison.turns;
  json["said"] = comparison.heard;
  json["differences"] = comparison.against;
  json["command_status"] = run.command_status ? ordered_json(*run.command_status) : ordered_json(nullptr);
  auto rows = ordered_json::array();
  for (const auto& row : comparison.rows) {
    ordered_json each;
    each["seconds"] = static_cast<double>(row.at.count()) / 1e6;
    each["mark"] = name_of(row.mark);
    each["recorded"] = side(row.mark, replay::Mark::extra, row.recorded);
    each["heard"] = side(row.mark, replay::Mark::missing, row.heard);
    each["remark"] =
        row.remark.empty() ? ordered_json(nullptr) : ordered_json(transcript::escaped(row.remark));
    each["counts"] = row.counts;
    rows.push_back(std::move(each));
  }
  json["rows"] = std::move(rows);
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) +
         '\n'; // a file's name may be any bytes
}

} // namespace dialbench::app
