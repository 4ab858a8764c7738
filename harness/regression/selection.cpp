#include "harness/regression/selection.hpp"

#include "harness/dialect/nearest.hpp"
#include "harness/regression/read_scenario.hpp"
#include "harness/script/read.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace dialbench::regression {
namespace {

namespace fs = std::filesystem;

// The scenario files of a path, in the order of their names.
std::vector<std::string> files_in(const fs::path& path, std::string& problem) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    if (!fs::exists(path, error)) problem = path.string() + ": there is no such scenario file or folder";
    return {path.string()};
  }
  // What has the name of a scenario and is no file that can be read is told when it is read.
  std::vector<std::string> files;
  std::error_code ignored;
  for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".toml" && !entry->is_directory(ignored))
      files.push_back(entry->path().string());
  }
  if (error) {
    problem = path.string() + ": this folder, or one in it, cannot be read: " + error.message();
    return {path.string()};
  }
  std::ranges::sort(files);
  if (files.empty()) problem = path.string() + ": there is no scenario (*.toml) in this folder";
  return files;
}

at::Expected<Scenario, std::vector<script::Fault>> read(const std::string& file) {
  const auto text = script::read_file(file);
  if (!text) return at::Unexpected{std::vector{text.error()}};
  return read_scenario(*text, file);
}

bool wanted(const Found& found, const std::vector<std::string>& filters) {
  return filters.empty() || std::ranges::any_of(filters, [&](const std::string& filter) {
           return dialect::contains_in_any_case(found.name(), filter) ||
                  dialect::contains_in_any_case(found.file, filter);
         });
}

std::string all_quoted(const std::vector<std::string>& filters) {
  std::string text;
  for (const auto& filter : filters) text += (text.empty() ? "'" : " or '") + filter + '\'';
  return text;
}

} // namespace

std::string Found::name() const {
  return scenario ? scenario->name : fs::path(file).filename().string() + " cannot be read";
}

at::Expected<std::vector<Found>, std::string> select(const Selection& selection) {
  std::vector<Found> all;
  for (const auto& path : selection.paths) {
    std::string problem;
    for (auto& file : files_in(path, problem)) {
      if (!problem.empty()) return at::Unexpected{problem};
      auto scenario = read(file);
      all.push_back({std::move(file), std::move(scenario)});
    }
    if (!problem.empty()) return at::Unexpected{problem};
  }
  std::erase_if(all, [&](const Found& found) { return !wanted(found, selection.filters); });
  if (all.empty() && !selection.filters.empty())
    return at::Unexpected{"no scenario has " + all_quoted(selection.filters) + " in its name or its file"};
  std::vector<Found> share;
  for (std::size_t i = selection.share.index - 1; i < all.size(); i += selection.share.count) {
    all[i].place = i;
    share.push_back(std::move(all[i]));
  }
  std::vector<Found> rounds;
  rounds.reserve(share.size() * selection.repeat);
  for (unsigned round = 0; round < selection.repeat; ++round) {
    for (const auto& found : share) rounds.emplace_back(found).place += round * all.size();
  }
  return rounds;
}

} // namespace dialbench::regression
