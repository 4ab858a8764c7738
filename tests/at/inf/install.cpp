#include "at/inf/install.hpp"

#include "tests/at/inf/example.hpp"
#include "tests/catch.hpp"

using namespace dialbench::at::inf;
using example::Opened;

namespace {

std::string set_by(Opened& o, std::string_view section) {
  std::string names;
  each_value(o.library, o.member, *o.member.sections.find(section),
             [&names](const Member&, const Value& value) { names += value.name + "|"; });
  return names;
}

std::string faults(Opened& o) {
  std::string text;
  for (const Fault& fault : o.faults.take()) text += message(fault) + "\n";
  return text;
}

} // namespace

TEST_CASE("values are set in the order of the AddReg sections, each section once") {
  Opened o("[i]\nCopyFiles=x\nDelReg=b\nAddReg=b,a\nAddReg=a,,c\n[a]\nHKR,,1\n[b]\nHKR,,2\n[c]\nHKR,,3\n");
  CHECK(set_by(o, "i") == "2|1|3|");
  CHECK(faults(o).empty());
}

TEST_CASE("what is needed comes first, also from another file and under the same name") {
  Opened o("[i]\nInclude=o.inf\nNeeds=i,j\nAddReg=a\n[j]\nAddReg=b\n[a]\nHKR,,own\n[b]\nHKR,,j\n",
           [](std::string_view) {
             return std::optional<std::string>("[i]\nAddReg=a,x\n[a]\nHKR,,theirs\n[x]\nHKR,,x\n");
           });
  CHECK(set_by(o, "i") == "theirs|x|j|own|");
}

TEST_CASE("sections that are not there are faults of the line that names them") {
  Opened o("[i]\nNeeds=none\nAddReg=gone,a\n[a]\nHKR,,1\n");
  CHECK(set_by(o, "i") == "1|");
  CHECK(faults(o) == "main.inf:2: 653: Needs names [none], which is not there\n"
                     "main.inf:3: 653: AddReg names [gone], which is not there\n");
}

TEST_CASE("needs that go round in circles end") {
  Opened o("[i]\nNeeds=j,i\n[j]\nNeeds=i,j\nAddReg=a\n[a]\nHKR,,1\n");
  CHECK(set_by(o, "i") == "1|");
}

TEST_CASE("needs that go deep are cut and told of") {
  std::string text;
  for (int i = 0; i < 1000; ++i)
    text += "[n" + std::to_string(i) + "]\nNeeds=n" + std::to_string(i + 1) + "\n";
  Opened o(text);
  CHECK(set_by(o, "n0").empty());
  CHECK(faults(o).find("653: Needs is more than 16 deep") != std::string::npos);
}

TEST_CASE("the plain install section stands before its variants, and devices' other sections are none") {
  Opened o("[m.NTamd64]\n[m.Services]\n[M.NT]\n[m]\n[m.NT.HW]\n");
  std::string names;
  for (const Sections::Id id : install_sections(o.member, "m"))
    names += std::string(o.member.sections.name(id)) + "|";
  CHECK(names == "m|M.NT|m.NTamd64|");
  CHECK(install_sections(o.member, "other").empty());
}
