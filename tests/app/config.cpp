#include "harness/app/config.hpp"

#include "tests/catch.hpp"

namespace dialbench::app {

TEST_CASE("a country that is none is told with its place in the file") {
  dialbench::app::CallSettings settings;
  REQUIRE_THAT(dialbench::app::apply_config(settings, "port = 'none'\ncountry = 'zz'\n", "c"),
               StartsWith("c:2:11: country = 'zz': no country"));
}

TEST_CASE("a configuration sets the defaults of a call") {
  CallSettings settings;
  REQUIRE(apply_config(settings,
                       "port = '/dev/ttyACM0'\nspeed = 57600\npulse = true\ncountry = 'de'\ns7 = 90\n", "c")
              .empty());
  REQUIRE(settings.port == "/dev/ttyACM0");
  REQUIRE(settings.speed == 57600);
  REQUIRE(settings.pulse);
  REQUIRE(settings.country == "de");
  REQUIRE(settings.s7 == 90U);
}

TEST_CASE("an empty configuration changes nothing") {
  CallSettings settings;
  REQUIRE(apply_config(settings, "# nothing yet\n", "c").empty());
  REQUIRE(settings.port.empty());
}

TEST_CASE("a fault in it is told with file, line and column") {
  const auto [text, place, what] = GENERATE(table<std::string, std::string, std::string>({
      {"prt = 'x'", "c.toml:1:1: ", "'prt' is no setting; there are port"},
      {"\n\nspeed = 'x'", "c.toml:3:9: ", "bit/s"},
      {"speed = [9600]", "c.toml:1:9: ", "text, a whole number, true or false"},
      {"hold = 1.5", "c.toml:1:8: ", "text, a whole number, true or false"},
      {"port = ", "c.toml:1:", ""},
      {"port = '\x01'", "c.toml:1:", ""},
      {"[port]\nname = 'x'", "c.toml:1:", "expected"},
      {"pulse = 'perhaps'", "c.toml:1:9: ", "true or false"},
  }));
  CAPTURE(text);
  CallSettings settings;
  const auto fault = apply_config(settings, text, "c.toml");
  REQUIRE_THAT(fault, StartsWith(place));
  REQUIRE_THAT(fault, ContainsSubstring(what));
}

} // namespace dialbench::app
