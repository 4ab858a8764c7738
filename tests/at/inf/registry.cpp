#include "at/inf/registry.hpp"

#include "tests/at/inf/example.hpp"
#include "tests/catch.hpp"

using namespace dialbench::at::inf;
using example::Opened;

namespace {

Model model(Opened& o) {
  Registry registry(o.library);
  for (const Value& value : o.library.values(o.member, 0)) registry.set(o.member, value);
  return registry.take();
}

Model model(const std::string& lines) {
  Opened o("[r]\n" + lines);
  return model(o);
}

const std::string ten = ",1,00,00,00,00,00,00,00,00,00,00\n";
const std::string error = ",1,03,00,00,00,00,00,00,00,00,00\n";

} // namespace

TEST_CASE("commands stand in the order of their numbers, under the names that Windows has for them") {
  const Model m = model("HKR,INIT,10,,c\nHKR,init,2,,\"b<cr>\"\nHKR,Init,1,,a\nHKR,,Reset,,\"ATZ<cr>\"\n"
                        "HKR,EnableCallerID,1,,AT+VCID=1\n");
  CHECK(m.commands.at("Init") == std::vector<std::string>{"a", "b\r", "c"});
  CHECK(m.commands.at("Reset") == std::vector<std::string>{"ATZ\r"});
  CHECK(m.commands.at("EnableCallerID") == std::vector<std::string>{"AT+VCID=1"});
}

TEST_CASE("of two values with the same name the later stays, unless it says not to") {
  const Model m = model("HKR,Settings,Prefix,,AT\nHKR,settings,PREFIX,,at\nHKR,Settings,Prefix,2,no\n"
                        "HKR,Responses,X" +
                        ten + "HKR,Responses,x" + error);
  CHECK(m.settings == std::vector<std::pair<std::string, std::string>>{{"Prefix", "at"}});
  REQUIRE(m.responses.size() == 1);
  CHECK(m.responses[0].state == 3);
  CHECK(m.responses[0].place == Place{"main.inf", 6});
}

TEST_CASE("settings stay as they are written") {
  CHECK(model("HKR,Settings,CallSetupFailTimer,,\"S7=<#>\"\n").settings[0].second == "S7=<#>");
}

TEST_CASE("what has no place of its own is kept under its name") {
  const Model m = model("HKR,,PortDriver,,Serial.vxd\nHKR,,DCB,1,1C,00\nHKR,Fax,X,,1\nHKLM,Software\\A,B,,c\n"
                        "HKR,Responses\\Deep,a,,b\n");
  CHECK(m.others == std::vector<std::pair<std::string, std::string>>{{"PortDriver", "Serial.vxd"},
                                                                     {"DCB", "1C 00"},
                                                                     {"Fax\\X", "1"},
                                                                     {"HKLM\\Software\\A\\B", "c"},
                                                                     {"Responses\\Deep\\a", "b"}});
}

TEST_CASE("scale and properties are numbers, and properties of another size a fault") {
  CHECK(model("HKR,,InactivityScale,1,3c,00,00,00\n").inactivity_scale_seconds == 60);
  CHECK(model("HKR,,InactivityScale,0x10001,10\n").inactivity_scale_seconds == 10);
  Opened o("[r]\nHKR,,Properties,1,00,00\n");
  CHECK(!model(o).properties.has_value());
  CHECK(o.faults.take().at(0).code == 662);
}

TEST_CASE("a response that is not well formed is a fault, and only the hopeless are left out") {
  Opened o("[r]\nHKR,Responses,short,1,00\nHKR,Responses,\"OK<cr><lf\"" + ten);
  const Model m = model(o);
  REQUIRE(m.responses.size() == 1);
  CHECK(m.responses[0].text == "OK\r\n");
  const auto faults = o.faults.take();
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].code == 698);
  CHECK(faults[1].code == 698);
}
