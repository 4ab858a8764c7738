#include "at/identification.hpp"

#include "at/dialect.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace dialbench;
using at::Identification;

namespace {

Identification told(std::initializer_list<std::pair<const char*, const char*>> lines) {
  Identification who;
  for (const auto& [command, line] : lines) at::add_line(who, command, line);
  return who;
}

} // namespace

TEST_CASE("replies with and without their prefix, with and without quotes") {
  for (const char* line : {"U.S. Robotics", "+GMI: U.S. Robotics", "\"U.S. Robotics\"",
                           "+gmi:\"U.S. Robotics\"", "  U.S. Robotics\r"}) {
    CAPTURE(line);
    CHECK(told({{"AT+GMI", line}}).maker == "U.S. Robotics");
  }
  CHECK(told({{"AT+GMM", "+GMM: V90"}}).model == "V90");
  CHECK(told({{"at+gmr?", "V1.0-K56 \"beta\""}}).revision == "V1.0-K56 \"beta\"");
  CHECK(told({{"AT+GSN", "1234567"}}).serial == "1234567");
  CHECK(told({{"AT+GOI", "1 3 6"}}).object == "1 3 6");
  CHECK(told({{"AT+CGMI", "+CGMI: Nokia"}}).maker == "Nokia");
  CHECK(told({{"AT+GMI", "\"AT&T\""}}).maker == "AT&T");
}

TEST_CASE("the country is two hexadecimal digits") {
  CHECK(told({{"AT+GCI?", "+GCI: B5"}}).country == "B5");
  CHECK(told({{"AT+GCI?", "\"b5\""}}).country == "B5");
  for (const char* line : {"+GCI:", "+GCI: 5", "+GCI: 0B5", "+GCI: USA", "+GCI: (00,B5)"}) {
    CAPTURE(line);
    CHECK(told({{"AT+GCI?", line}}).country.empty());
  }
}

TEST_CASE("capabilities are a list, and each stands in it once") {
  const auto who = told({{"AT+GCAP", "+GCAP: +FCLASS,+MS, +ES,\"+DS\""}, {"AT+GCAP", "+ms,,+W"}});
  CHECK(who.capabilities == std::vector<std::string>{"+FCLASS", "+MS", "+ES", "+DS", "+W"});
  CHECK(who.has("+ms"));
  CHECK(who.has("+FCLASS"));
  CHECK(!who.has("+FC"));
  CHECK(!who.has(""));
}

TEST_CASE("lines behind the same ATI make a page") {
  const auto who = told({{"ATI3", "ATI3"},
                         {"ATI3", "U.S. Robotics 56K FAX EXT V4.11.2"},
                         {"ATI3", "OK"},
                         {"ATI7", "Configuration Profile..."},
                         {"ATI7", ""},
                         {"ATI7", "Product type        US/Canada External"},
                         {"ATI0", "5601"}});
  REQUIRE(who.pages.size() == 3);
  CHECK(who.pages[0] == "U.S. Robotics 56K FAX EXT V4.11.2");
  CHECK(who.pages[1] == "Configuration Profile...\nProduct type        US/Canada External");
  CHECK(who.pages[2] == "5601");
  CHECK(who.asked == std::vector<std::string>{"ATI3", "ATI7", "ATI0"});
}

TEST_CASE("where a line asks for several things each line answers the next") {
  const auto who = told({{"AT+GMI;+GMM;+GMR", "Conexant"},
                         {"AT+GMI;+GMM;+GMR", "V90"},
                         {"AT+GMI;+GMM;+GMR", "+GMR: 2.1"},
                         {"AT+GMI;+GMM;+GMR", "and more"}});
  CHECK(who.maker == "Conexant");
  CHECK(who.model == "V90");
  CHECK(who.revision == "2.1 and more");
}

TEST_CASE("an identification is bounded") {
  Identification who;
  for (int i = 0; i < 1000; ++i) {
    at::add_line(who, "ATI4", std::string(5000, 'x'));
    at::add_line(who, "AT+GMI", std::string(5000, 'y'));
    at::add_line(who, "AT+GCAP", "+A" + std::to_string(i));
  }
  REQUIRE(who.pages.size() == 1);
  CHECK(who.pages[0].size() == 32 * 256 + 31);
  CHECK(who.maker.size() == 256);
  CHECK(who.capabilities.size() == 32);
  for (int i = 0; i < 100; ++i) at::add_line(who, "ATI" + std::to_string(i), "page");
  CHECK(who.pages.size() == 16);
  CHECK(who.asked.size() == 16);
}

TEST_CASE("the dialect that all of it together points to") {
  CHECK(at::dialect_of({}) == nullptr);
  CHECK(at::dialect_of(told({{"AT+GMI", "Conexant"}})) == at::find_dialect("conexant"));
  CHECK(at::dialect_of(told({{"ATI3", "U.S. Robotics 56K FAX EXT"}})) == at::find_dialect("usr"));
  CHECK(at::dialect_of(told({{"ATI0", "5601"}, {"ATI3", "Rockwell"}, {"AT+GMI", "ZyXEL"}})) ==
        at::find_dialect("zyxel"));
  CHECK(at::dialect_of(told({{"ATI0", "249"}})) == nullptr);
}
