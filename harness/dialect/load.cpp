#include "harness/dialect/load.hpp"

#include "at/dialect.hpp"
#include "harness/dialect/find_model.hpp"
#include "harness/dialect/inf_name.hpp"
#include "harness/dialect/nearest.hpp"
#include "harness/dialect/read_toml.hpp"
#include "harness/script/bounded_file.hpp"
#include "harness/script/quoted.hpp"

#include <utility>

namespace dialbench::dialect {
namespace {

constexpr std::size_t faults_shown_max = 5;

using Answer = at::Expected<Loaded, Problem>;

bool ends_in(std::string_view name, std::string_view ending) {
  return name.size() > ending.size() && same_in_any_case(name.substr(name.size() - ending.size()), ending);
}

std::string beside(std::string_view file, const std::filesystem::path& folder) {
  const std::filesystem::path path(file);
  return path.is_absolute() || folder.empty() || file.empty() ? path.string() : (folder / path).string();
}

Problem no_such_dialect(std::string_view name) {
  std::vector<std::string_view> ids;
  std::string known;
  for (const auto* each : at::dialects()) {
    ids.push_back(each->id);
    known += (known.empty() ? "" : ", ") + std::string(each->id);
  }
  const auto near = meant(name, ids);
  std::string text = "there is no dialect " + script::in_quotes(name);
  if (!near.empty()) text += " (" + std::string(near) + "?)";
  text += "; there are " + known + '.';
  if (ends_in(name, ".inf"))
    text += " A file of this kind is named " + script::in_quotes(inf_name(name, "")) + '.';
  return {
      0,
      text +
          " A file of your own: NAME.toml (docs/dialects.md). A model of a modem INF file: inf:FILE#MODEL"};
}

Answer load_toml(const std::string& path) {
  const auto text = script::read_bounded(path, toml_bytes_max);
  if (!text) return at::Unexpected{cannot_be_opened(path, text.error().what)};
  auto parts = read_toml(*text, path);
  if (!parts) return at::Unexpected{Problem{0, parts.error()}};
  return Loaded(at::OwnedDialect(std::move(*parts)));
}

// Why no model of the file can be used: its own faults say more than that there is none.
Problem unusable(const at::inf::File& file, const std::string& path) {
  if (file.faults.empty()) return {0, script::escaped(path) + ": no modem is described in it"};
  // The code of the first is said by whoever shows the problem.
  const auto told = [&](const at::inf::Fault& fault) {
    if (fault.code != file.faults.front().code) return at::inf::message(fault);
    const std::string line = fault.place.line == 0 ? "" : ':' + std::to_string(fault.place.line);
    return script::escaped(fault.place.file) + line + ": " + fault.text;
  };
  Problem problem{file.faults.front().code, ""};
  for (std::size_t i = 0; i < file.faults.size() && i < faults_shown_max; ++i)
    problem.text += (i == 0 ? "" : "\n") + told(file.faults[i]);
  if (file.faults.size() > faults_shown_max)
    problem.text += "\nand " + std::to_string(file.faults.size() - faults_shown_max) + " faults more";
  return problem;
}

Answer load_inf(const InfName& name) {
  const auto file = read_inf(name.file);
  if (!file) return at::Unexpected{file.error()};
  if (file->models.empty()) return at::Unexpected{unusable(*file, name.file)};
  const auto model = find_model(file->models, name.model, name.file);
  if (!model) return at::Unexpected{model.error()};
  return Loaded(at::inf::to_dialect(**model, std::filesystem::path(name.file).filename().string()));
}

} // namespace

Problem cannot_be_opened(std::string_view path, std::string_view why) {
  constexpr int file_could_not_be_opened = 657;
  return {file_could_not_be_opened, script::escaped(path) + ": " + std::string(why)};
}

bool names_file(std::string_view name) noexcept {
  return is_inf_name(name) || ends_in(name, ".toml") ||
         (name.find('/') != std::string_view::npos && !ends_in(name, ".inf"));
}

Answer load(std::string_view name, const std::filesystem::path& folder) {
  if (name.find('\0') != std::string_view::npos)
    return at::Unexpected{Problem{0, "a dialect's name has no NUL: " + script::in_quotes(name)}};
  if (is_inf_name(name)) {
    auto parsed = parse_inf_name(inf_name(beside(name.substr(inf_name("", "").size()), folder), ""));
    if (parsed.file.empty())
      return at::Unexpected{
          Problem{0, "the file is missing in " + script::in_quotes(name) + "; inf:FILE#MODEL"}};
    return load_inf(parsed);
  }
  if (names_file(name)) return load_toml(beside(name, folder));
  if (const auto* built_in = at::find_dialect(name)) return Loaded(*built_in);
  return at::Unexpected{no_such_dialect(name)};
}

} // namespace dialbench::dialect
