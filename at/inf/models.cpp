#include "at/inf/models.hpp"

#include "at/inf/fold.hpp"
#include "at/inf/manufacturers.hpp"
#include "at/inf/registry.hpp"

namespace dialbench::at::inf {
namespace {

constexpr std::string_view modem_class = "{4D36E96D-E325-11CE-BFC1-08002BE10318}";

// [Version] says of which class the devices are. An old file without a class is read, and told of.
bool is_modem_file(Library& library, Member& member) {
  std::string class_name;
  std::string class_guid;
  std::size_t number = 0;
  if (const auto version = member.sections.find("Version")) {
    number = member.sections.number(*version);
    Line line;
    for (Lines lines(member.sections, *version); lines.next(line);) {
      std::string* wanted = same(line.key, "Class")       ? &class_name
                            : same(line.key, "ClassGuid") ? &class_guid
                                                          : nullptr;
      if (!line.has_key || wanted == nullptr) continue;
      *wanted = library.replaced(member, line.fields.front(), line.number);
      if (wanted == &class_name) number = line.number;
    }
  }
  if (same(class_name, "Modem") || same(class_guid, modem_class)) return true;
  library.fault(member, 663, number,
                class_name.empty() ? "no Class=Modem in [Version]"
                                   : joined({"Class is '", shown(class_name), "', not Modem"}));
  return class_name.empty() && class_guid.empty();
}

std::size_t characters(std::string_view text, bool utf8) noexcept {
  if (!utf8) return text.size();
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// The model as the first of its install sections sets it that has responses.
Model built(Library& library, Member& member, const std::vector<Sections::Id>& sections) {
  Model model;
  for (const Sections::Id section : sections) {
    Registry registry(library);
    each_value(library, member, section,
               [&registry](const Member& from, const Value& value) { registry.set(from, value); });
    model = registry.take();
    model.section = member.sections.name(section);
    if (!model.responses.empty()) break;
  }
  return model;
}

} // namespace

std::vector<Model> windows_models(Library& library, Member& member) {
  std::vector<Model> models;
  if (!is_modem_file(library, member)) return models;
  const std::vector<Listed> listed = listed_models(library, member);
  for (const Listed& each : listed) {
    const auto fault = [&](int code, const std::string& what) {
      library.fault(member, code, each.line, joined({quoted(each.name), " ", what}));
    };
    if (const std::size_t size = characters(each.name, member.sections.utf8());
        size > device_name_characters_max)
      fault(658, joined({"has ", std::to_string(size), " characters; RAS takes ",
                         std::to_string(device_name_characters_max)}));
    const std::vector<Sections::Id> sections = install_sections(member, each.install);
    if (sections.empty()) {
      fault(659, joined({"is to be installed by [", shown(each.install), "], which is not there"}));
      continue;
    }
    if (!library.work(member, each.line)) break;
    Model model = built(library, member, sections);
    if (model.responses.empty()) {
      fault(660, "has no responses");
      continue;
    }
    if (model.commands.find("Init") == model.commands.end()) fault(661, "has no Init command");
    model.name = each.name;
    model.manufacturer = each.manufacturer;
    model.hardware_ids = each.hardware_ids;
    models.push_back(std::move(model));
  }
  if (listed.empty()) {
    const auto section = member.sections.find("Manufacturer");
    library.fault(member, 659, section ? member.sections.number(*section) : 0,
                  "no model is listed in the file");
  }
  return models;
}

} // namespace dialbench::at::inf
