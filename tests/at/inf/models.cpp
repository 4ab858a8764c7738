#include "at/inf/models.hpp"

#include "tests/at/inf/example.hpp"
#include "tests/catch.hpp"

using namespace dialbench::at::inf;
using example::has;

namespace {

const std::string good = "HKR,Init,1,,AT\nHKR,Responses,OK,1,00,00,00,00,00,00,00,00,00,00\n";
const std::string start = "[Version]\nClass=Modem\n[Manufacturer]\nm=M\n";

} // namespace

TEST_CASE("the class decides whether a file is read") {
  const std::string rest = "[Manufacturer]\nm=M\n[M]\na=I\n[I]\nAddReg=R\n[R]\n" + good;
  CHECK(example::read("[Version]\nClass=\"MODEM\"\n" + rest).faults.empty());
  CHECK(example::read("[Version]\nClassGuid={4d36e96d-e325-11ce-bfc1-08002be10318}\n" + rest).faults.empty());
  const File net = example::read("[Version]\nSignature=x\nClass=Net\n" + rest);
  CHECK(net.models.empty());
  CHECK(has(net, 663, 3));
  const File silent = example::read("[Version]\n" + rest);
  CHECK(silent.models.size() == 1);
  CHECK(has(silent, 663, 1));
}

TEST_CASE("each broken model has its fault, and the good one stays") {
  const File file =
      example::read(start +
                    "[M]\n"
                    "no section=None\n" // 6
                    "no responses=Empty\n"
                    "no init=NoInit\n"
                    "good=Good\n"
                    "[Empty]\nAddReg=E\n[E]\nHKR,Init,1,,AT\n"
                    "[NoInit]\nAddReg=N\n[N]\nHKR,Responses,OK,1,00,00,00,00,00,00,00,00,00,00\n"
                    "[Good]\nAddReg=G\n[G]\n" +
                    good);
  INFO(example::all_messages(file));
  REQUIRE(file.models.size() == 2);
  CHECK(file.models[0].name == "no init");
  CHECK(file.models[1].name == "good");
  CHECK(file.faults.size() == 3);
  CHECK(has(file, 659, 6));
  CHECK(has(file, 660, 7));
  CHECK(has(file, 661, 8));
}

TEST_CASE("a name of 32 characters is too long for RAS and one of 31 is not") {
  const auto named = [](const std::string& name) {
    return example::read(start + "[M]\n\"" + name + "\"=I\n[I]\nAddReg=R\n[R]\n" + good);
  };
  CHECK(named(std::string(31, 'n')).faults.empty());
  CHECK(has(named(std::string(32, 'n')), 658, 6));
  CHECK(named(std::string(32, 'n')).models.size() == 1);
  std::string letters;
  for (int i = 0; i < 31; ++i) letters += "\xC3\xA9";
  CHECK(named(letters).faults.empty());
}

TEST_CASE("a variant installs the model where the plain section is absent or says nothing") {
  const std::string nt = "[I.NT]\nAddReg=R\n[R]\n" + good;
  const File only = example::read(start + "[M]\na=I\n" + nt);
  REQUIRE(only.models.size() == 1);
  CHECK(only.models[0].section == "I.NT");
  const File beside = example::read(start + "[M]\na=I\n[I]\nCopyFiles=x\n" + nt);
  REQUIRE(beside.models.size() == 1);
  CHECK(beside.models[0].section == "I.NT");
  const File both = example::read(start + "[M]\na=I\n[I]\nAddReg=P\n[P]\n" + good + nt);
  REQUIRE(both.models.size() == 1);
  CHECK(both.models[0].section == "I");
}

TEST_CASE("a file that lists no model says so") {
  CHECK(has(example::read("[Version]\nClass=Modem\n[Manufacturer]\n"), 659, 3));
  CHECK(has(example::read("[Version]\nClass=Modem\n"), 659, 0));
}
