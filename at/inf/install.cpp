#include "at/inf/install.hpp"

#include "at/inf/fold.hpp"

#include <array>
#include <set>

namespace dialbench::at::inf {
namespace {

constexpr std::array<std::string_view, 6> decorations = {".NT",     ".NTx86", ".NTamd64",
                                                         ".NTia64", ".NTarm", ".NTarm64"};

class Walk {
 public:
  Walk(Library& library, const Visit& visit)
      : library_(library)
      , visit_(visit) {}

  void install(Member& member, Sections::Id section, std::size_t depth) {
    if (!installed_.emplace(&member, section).second) return;
    if (!library_.work(member, member.sections.number(section))) return;
    const Install& install = library_.install(member, section);
    for (const Install::Name& need : install.needs) {
      // A section may need the one of its own name in the file that it includes.
      const bool itself = same(need.name, member.sections.name(section));
      const auto found =
          itself ? library_.find_elsewhere(member, need.name) : library_.find(member, need.name);
      if (!found)
        missing(member, need, "Needs");
      else if (depth >= needs_depth_max)
        library_.fault(member, 653, need.line,
                       joined({"Needs is more than ", std::to_string(needs_depth_max), " deep"}));
      else
        this->install(*found->member, found->section, depth + 1);
    }
    for (const Install::Name& name : install.addregs) {
      if (!library_.work(member, name.line)) return;
      if (const auto found = library_.find(member, name.name))
        set(*found->member, found->section);
      else
        missing(member, name, "AddReg");
    }
  }

 private:
  void missing(const Member& member, const Install::Name& name, std::string_view directive) {
    library_.fault(member, 653, name.line,
                   std::string(directive) + " names [" + shown(name.name) + "], which is not there");
  }

  void set(Member& member, Sections::Id section) {
    if (!set_.emplace(&member, section).second) return;
    for (const Value& value : library_.values(member, section)) {
      if (!library_.work(member, value.line)) return;
      visit_(member, value);
    }
  }

  using Seen = std::set<std::pair<const Member*, Sections::Id>>;
  Library& library_;
  const Visit& visit_;
  Seen installed_;
  Seen set_;
};

} // namespace

void each_value(Library& library, Member& member, Sections::Id install_section, const Visit& visit) {
  Walk(library, visit).install(member, install_section, 0);
}

std::vector<Sections::Id> install_sections(const Member& member, std::string_view name) {
  std::vector<Sections::Id> result;
  if (const auto plain = member.sections.find(name)) result.push_back(*plain);
  for (const std::string_view each : decorations)
    if (const auto found = member.sections.find(std::string(name) + std::string(each)))
      result.push_back(*found);
  return result;
}

} // namespace dialbench::at::inf
