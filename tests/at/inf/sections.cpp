#include "at/inf/sections.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

namespace {

std::string lines_of(const Sections& sections, std::string_view name) {
  const auto id = sections.find(name);
  if (!id) return "none";
  std::string text;
  for (const RawLine& line : sections.lines(*id)) {
    text += std::to_string(line.number) + ":";
    text += line.text;
    text += "|";
  }
  return text;
}

} // namespace

TEST_CASE("a section is found under any case, and one that stands twice is one") {
  const Sections sections({"lost\n[All]\n a \n\n[Other]\nx\n[ALL]\nb\n[all] ; remark\nc", true});
  CHECK(sections.size() == 2);
  CHECK(lines_of(sections, "aLL") == "3:a|8:b|10:c|");
  CHECK(lines_of(sections, "Other") == "6:x|");
  CHECK(lines_of(sections, "Missing") == "none");
  CHECK(sections.number(*sections.find("all")) == 2);
  CHECK(sections.name(*sections.find("all")) == "All");
}

TEST_CASE("LF, CR LF and CR end lines, and each counts once") {
  CHECK(lines_of(Sections({"[a]\r\nx\r\n\r\ny", true}), "a") == "2:x|4:y|");
  CHECK(lines_of(Sections({"[a]\rx\r\ry", true}), "a") == "2:x|4:y|");
  CHECK(lines_of(Sections({"[a]\nx\n\ny\n", true}), "a") == "2:x|4:y|");
}

TEST_CASE("headers that are not closed, or empty, have a name all the same") {
  const Sections sections({"[open\na\n[]\nb\n[ blanks ]\nc", true});
  CHECK(lines_of(sections, "open") == "2:a|");
  CHECK(lines_of(sections, "") == "4:b|");
  CHECK(lines_of(sections, "blanks") == "6:c|");
}

TEST_CASE("decorated sections are those whose name goes on with a full stop") {
  const Sections sections({"[Models.NTx86]\n[Models]\n[ModelsX]\n[models.ntamd64]\n[Models.]\n", true});
  std::string names;
  for (const Sections::Id id : sections.decorated("MODELS")) names += std::string(sections.name(id)) + "|";
  CHECK(names == "Models.|models.ntamd64|Models.NTx86|");
  CHECK(sections.decorated("None").empty());
}

TEST_CASE("a file without sections has none") {
  CHECK(Sections({"", true}).size() == 0);
  CHECK(Sections({std::string(100, '\0'), false}).size() == 0);
  CHECK(Sections({"a\nb\n", true}).size() == 0);
}
