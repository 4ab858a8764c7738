#include "at/inf/manufacturers.hpp"

#include "tests/at/inf/example.hpp"
#include "tests/catch.hpp"

using namespace dialbench::at::inf;
using example::Opened;

namespace {

std::string names(const std::vector<Listed>& models) {
  std::string text;
  for (const Listed& each : models) {
    text += each.manufacturer + "/" + each.name + "/" + each.install;
    for (const std::string& id : each.hardware_ids) text += "," + id;
    text += "|";
  }
  return text;
}

std::string listed(const std::string& text) {
  Opened o(text);
  return names(listed_models(o.library, o.member));
}

} // namespace

TEST_CASE("models are listed by manufacturer, in the order of the file") {
  CHECK(listed(
            "[Manufacturer]\n%A%=MA\n\"B Ltd\"=MB\n[MB]\n\"two, 2\"=I2\n[MA]\none=I1,PCMCIA\\X,Y\n[Strings]\n"
            "A=\"A Inc\"\n") == "A Inc/one/I1,PCMCIA\\X,Y|B Ltd/two, 2/I2|");
}

TEST_CASE("decorated sections count beside the plain one, and the same model once") {
  CHECK(listed("[Manufacturer]\nm=M,NTx86,NTamd64\n[M]\na=I,x\n[M.NTx86]\na=I,x,y\nb=J\n[M.ntamd64]\nc=K\n"
               "[M.NTia64]\nd=L\n") == "m/a/I,x,y|m/b/J|m/c/K|");
}

TEST_CASE("decorated sections that nobody named count where there is no other") {
  CHECK(listed("[Manufacturer]\nm=M\n[M.NTx86]\na=I\n") == "m/a/I|");
}

TEST_CASE("a manufacturer without an equals sign names its section itself") {
  CHECK(listed("[Manufacturer]\n%A%\n[Acme]\na=I\n[Strings]\nA=Acme\n") == "Acme/a/I|");
}

TEST_CASE("a missing section and a line that is no model are faults, and cost nothing else") {
  Opened o("[Manufacturer]\nm=None\nn=N\n[N]\nHKR,x\na=I\n");
  CHECK(names(listed_models(o.library, o.member)) == "n/a/I|");
  const auto faults = o.faults.take();
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].code == 659);
  CHECK(faults[0].place.line == 2);
  CHECK(faults[1].code == 662);
  CHECK(faults[1].place.line == 5);
}

TEST_CASE("a section that many manufacturers name is read once") {
  std::string text = "[M]\na=I\n[Manufacturer]\n";
  for (int i = 0; i < 1000; ++i) text += "m=M\n";
  CHECK(listed(text) == "m/a/I|");
}
