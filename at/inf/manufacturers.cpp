#include "at/inf/manufacturers.hpp"

#include "at/inf/fold.hpp"

#include <set>
#include <unordered_map>

namespace dialbench::at::inf {
namespace {

class Lister {
 public:
  Lister(Library& library, Member& member)
      : library_(library)
      , member_(member) {}

  std::vector<Listed> run() {
    const auto manufacturers = member_.sections.find("Manufacturer");
    if (!manufacturers) return {};
    Line line;
    for (Lines lines(member_.sections, *manufacturers); lines.next(line);) take_manufacturer(line);
    return std::move(models_);
  }

 private:
  // `%name% = section, system ...`; without an equals sign the section has the name of the manufacturer.
  void take_manufacturer(const Line& line) {
    if (!library_.work(member_, line.number)) return;
    const std::string name =
        library_.replaced(member_, line.has_key ? line.key : line.fields.front(), line.number);
    const std::string section = library_.replaced(member_, line.fields.front(), line.number);
    std::vector<Sections::Id> sections;
    if (const auto plain = member_.sections.find(section)) sections.push_back(*plain);
    for (std::size_t i = 1; i < line.fields.size(); ++i)
      if (const auto each = member_.sections.find(section + "." + line.fields[i])) sections.push_back(*each);
    if (sections.empty()) sections = member_.sections.decorated(section);
    if (sections.empty())
      library_.fault(member_, 659, line.number,
                     joined({"the models of '", shown(name), "' are to stand in [", shown(section),
                             "], which is not there"}));
    if (!library_.work(member_, line.number, sections.size())) return;
    for (const Sections::Id each : sections)
      if (read_.insert(each).second) take_models(each, name);
  }

  // `%name% = install section, hardware id, compatible ids ...`
  void take_models(Sections::Id section, const std::string& manufacturer) {
    Line line;
    for (Lines lines(member_.sections, section); lines.next(line);) {
      if (!line.has_key) {
        library_.fault(
            member_, 662, line.number,
            joined({quoted(line.fields.front()), " is no model: name = section, hardware was expected"}));
        continue;
      }
      if (!library_.work(member_, line.number)) return;
      Listed model;
      model.name = library_.replaced(member_, line.key, line.number);
      model.manufacturer = manufacturer;
      model.install = library_.replaced(member_, line.fields.front(), line.number);
      model.line = line.number;
      for (std::size_t i = 1; i < line.fields.size(); ++i)
        if (!line.fields[i].empty())
          model.hardware_ids.push_back(library_.replaced(member_, line.fields[i], line.number));
      add(std::move(model));
    }
  }

  void add(Listed model) {
    std::vector<std::string> ids = std::move(model.hardware_ids);
    model.hardware_ids.clear();
    const auto [found, fresh] = known_.emplace(model.name + '\0' + folded(model.install), models_.size());
    if (fresh) models_.push_back(std::move(model));
    for (std::string& id : ids)
      if (known_ids_.emplace(found->second, folded(id)).second)
        models_[found->second].hardware_ids.push_back(std::move(id));
  }

  Library& library_;
  Member& member_;
  std::set<Sections::Id> read_;
  std::vector<Listed> models_;
  std::unordered_map<std::string, std::size_t> known_;
  std::set<std::pair<std::size_t, std::string>> known_ids_;
};

} // namespace

std::vector<Listed> listed_models(Library& library, Member& member) { return Lister(library, member).run(); }

} // namespace dialbench::at::inf
