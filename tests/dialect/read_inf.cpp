#include "harness/dialect/load.hpp"
#include "tests/catch.hpp"
#include "tests/dialect/a_modem_inf.hpp"
#include "tests/folder.hpp"

using namespace dialbench;
using dialect::read_inf;
using tests::a_modem_inf;
using tests::Folder;

TEST_CASE("a file of two models is read without a fault") {
  const Folder folder;
  const auto file = read_inf(folder.write("mdm.inf", a_modem_inf()));
  REQUIRE(file);
  for (const auto& fault : file->faults) UNSCOPED_INFO(at::inf::message(fault));
  CHECK(file->faults.empty());
  REQUIRE(file->models.size() == 2);
  CHECK(file->models[0].name == "Acme Fast 33.6");
  CHECK(file->models[0].manufacturer == "Acme Modems");
  CHECK(file->models[0].responses.size() == 7);
  CHECK(file->models[1].responses.size() == 5);
}

TEST_CASE("what a file includes is taken from its own folder in any case, and from nowhere else") {
  const Folder folder;
  std::string text = a_modem_inf();
  const std::string own = "[FastModem]\r\n";
  text.replace(text.find(own), own.size(), own + "Include=Shared.inf\r\nNeeds=More\r\n");
  folder.write("in/mdm.inf", text);
  const std::string shared = "[Version]\r\nSignature=\"$CHICAGO$\"\r\nClass=Modem\r\n"
                             "[More]\r\nAddReg=More.Responses\r\n[More.Responses]\r\n"
                             "HKR, Responses, \"<cr><lf>LINE BUSY<cr><lf>\", 1, 06, 00, 00,00,00,00, "
                             "00,00,00,00\r\n";
  folder.write("shared.inf", shared);
  const auto without = read_inf(folder / "in/mdm.inf");
  REQUIRE(without);
  CHECK_FALSE(without->faults.empty());
  folder.write("in/SHARED.INF", shared);
  const auto with = read_inf(folder / "in/mdm.inf");
  REQUIRE(with);
  for (const auto& fault : with->faults) UNSCOPED_INFO(at::inf::message(fault));
  CHECK(with->faults.empty());
  REQUIRE(with->models.size() == 2);
  CHECK(with->models[0].responses.size() == 8);
}

TEST_CASE("a file that includes itself comes to an end") {
  const Folder folder;
  std::string text = a_modem_inf();
  const std::string own = "[FastModem]\r\n";
  text.replace(text.find(own), own.size(), own + "Include=mdm.inf\r\nNeeds=FastModem\r\n");
  const auto file = read_inf(folder.write("mdm.inf", text));
  REQUIRE(file);
  CHECK(file->models.size() == 2);
}
