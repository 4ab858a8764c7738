#include "harness/dialect/find_model.hpp"

#include "harness/dialect/nearest.hpp"
#include "harness/script/quoted.hpp"

#include <algorithm>

namespace dialbench::dialect {
namespace {

using at::inf::Model;
using Models = std::vector<const Model*>;

constexpr int name_not_found = 659; // ERROR_DEVICENAME_NOT_FOUND

bool is_named(const Model& model, std::string_view name) { return model.name == name; }
bool is_named_in_any_case(const Model& model, std::string_view name) {
  return same_in_any_case(model.name, name);
}
bool has_id_or_section(const Model& model, std::string_view name) {
  return same_in_any_case(model.section, name) ||
         std::any_of(model.hardware_ids.begin(), model.hardware_ids.end(),
                     [&](const std::string& id) { return same_in_any_case(id, name); });
}
bool has_in_name(const Model& model, std::string_view name) { return contains_in_any_case(model.name, name); }

Models that_fit(const std::vector<Model>& models, std::string_view name) {
  for (const auto fits : {is_named, is_named_in_any_case, has_id_or_section, has_in_name}) {
    Models found;
    for (const auto& model : models)
      if (fits(model, name)) found.push_back(&model);
    if (!found.empty()) return found;
  }
  return {};
}

bool are_one(const Models& models) {
  return std::all_of(models.begin(), models.end(), [&](const Model* each) {
    return each->name == models.front()->name && each->section == models.front()->section;
  });
}

// What one section installs answers alike, under whatever name.
bool are_of_section(const Models& models, std::string_view name) {
  return std::all_of(models.begin(), models.end(),
                     [&](const Model* each) { return same_in_any_case(each->section, name); });
}

// With the install section where another model has the same name.
std::string lines(const Models& models) {
  std::string out;
  for (std::size_t i = 0; i < models.size() && i < listed_max; ++i) {
    const auto twin = [&](const Model* other) {
      return other != models[i] && other->name == models[i]->name && other->section != models[i]->section;
    };
    out += "\n  " + script::escaped(models[i]->name);
    if (std::any_of(models.begin(), models.end(), twin))
      out += " (section " + script::escaped(models[i]->section) + ')';
  }
  if (models.size() > listed_max) out += "\n  and " + std::to_string(models.size() - listed_max) + " more";
  return out;
}

Models nearest(const std::vector<Model>& models, std::string_view name) {
  std::vector<std::pair<std::size_t, const Model*>> ranked;
  ranked.reserve(models.size());
  for (const auto& model : models) ranked.emplace_back(distance(name, model.name), &model);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  Models out;
  for (const auto& [far, model] : ranked) out.push_back(model);
  return out;
}

at::Unexpected<Problem> problem(std::string_view file, const std::string& what, const Models& models) {
  return {Problem{name_not_found, script::escaped(file) + ": " + what + lines(models)}};
}

} // namespace

at::Expected<const Model*, Problem> find_model(const std::vector<Model>& models, std::string_view name,
                                               std::string_view file) {
  if (models.empty()) return problem(file, "no model in it can be used", {});
  if (name.empty()) {
    Models all;
    for (const auto& model : models) all.push_back(&model);
    if (are_one(all)) return all.front();
    return problem(file,
                   std::to_string(models.size()) + " models; name one behind a #, in whole or in part:", all);
  }
  const auto found = that_fit(models, name);
  if (found.empty())
    return problem(file,
                   "no model " + script::in_quotes(name) + "; the nearest first:", nearest(models, name));
  if (are_one(found) || are_of_section(found, name)) return found.front();
  return problem(
      file, script::in_quotes(name) + " may be each of " + std::to_string(found.size()) + " models:", found);
}

std::string handle(const Model& model, const std::vector<Model>& models) {
  const auto typed = [](char c) { return c >= ' ' && c <= '~'; };
  const bool alone = std::none_of(models.begin(), models.end(), [&](const Model& other) {
    return other.name == model.name && other.section != model.section;
  });
  const bool name_will_do =
      alone && !model.name.empty() && std::all_of(model.name.begin(), model.name.end(), typed);
  return name_will_do ? model.name : model.section;
}

} // namespace dialbench::dialect
