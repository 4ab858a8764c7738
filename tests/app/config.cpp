#include "harness/app/config.hpp"

#include "harness/app/options.hpp"
#include "tests/app/program.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <filesystem>

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

TEST_CASE(
    "the place of a setting is kept for what is seen only when the call is made, until an option wins") {
  CallSettings settings;
  REQUIRE(apply_config(settings, "port = 'none'\n\ninit = 'foo'\n", "c.toml").empty());
  CHECK(settings.place_of("init") == "c.toml:3:8: ");
  CHECK(settings.place_of("prefix").empty());
  GivenSettings given;
  given.values.emplace_back(find_call_option("init"), "bar");
  const auto both = given.over(settings);
  CHECK(both.init == "bar");
  CHECK(both.place_of("init").empty());
  CHECK(both.place_of("port") == "c.toml:1:8: ");
}

TEST_CASE("what is wrong with a setting is told with its place, whenever it is seen", "[binary]") {
  const auto [text, told] = GENERATE(table<std::string, std::string>({
      {"init = 'foo'\n",
       "config.toml:1:8: the set-up command (init) is 'foo'; a command line begins with AT: "
       "init = 'ATfoo'. Nothing was dialled."},
      {"\ninit = ''\n", "config.toml:2:8: init = '': a command line is expected"},
      {"prefix = 'xyz'\n", "config.toml:1:10: prefix = 'xyz': "},
      {"dialect = 'nosuch.toml'\n", "config.toml:1:11: 657 ERROR_FILE_COULD_NOT_BE_OPENED: nosuch.toml"},
  }));
  CAPTURE(text);
  const tests::Folder home;
  home.write("dialbench/config.toml", text);
  const auto ran = tests::run_program("dial 5550176", "XDG_CONFIG_HOME=" + home / "");
  CHECK(ran.status != 0);
  CHECK(ran.status != 76);
  CHECK_THAT(tests::unbroken(ran.out + ran.err), ContainsSubstring(told));
  CHECK(tests::fits_the_page(ran.out + ran.err));
}

TEST_CASE("a fault of the command line is not told as one of the configuration", "[binary]") {
  const tests::Folder home;
  home.write("dialbench/config.toml", "init = 'ATX4'\nprefix = '9'\n");
  const std::string here = "XDG_CONFIG_HOME=" + home / "";
  CHECK_THAT(tests::unbroken(tests::run_program("dial --init foo 5550176", here).err),
             StartsWith("dialbench: the set-up command (init) is 'foo'"));
  CHECK(tests::run_program("dial --prefix x 5550176", here).out.find("config.toml") == std::string::npos);
}

TEST_CASE("a configuration that is a link to nowhere is told, not passed over", "[binary]") {
  const tests::Folder home;
  const std::string here = "XDG_CONFIG_HOME=" + home / "";
  SECTION("the file") {
    std::filesystem::create_directories(home / "dialbench");
    std::filesystem::create_symlink("nowhere.toml", home / "dialbench/config.toml");
    const auto ran = tests::run_program("dial 5550176", here);
    CHECK(ran.status == 64);
    CHECK_THAT(
        tests::unbroken(ran.err),
        ContainsSubstring("config.toml: the configuration is a link to nowhere.toml, which is not there"));
    home.write("dialbench/nowhere.toml", "prefix = '9,'\n");
    CHECK_THAT(tests::run_program("dial --json 5550176", here).out, ContainsSubstring("ATDT9,5550176"));
  }
  SECTION("its folder") {
    std::filesystem::create_symlink("nowhere", home / "dialbench");
    CHECK_THAT(tests::unbroken(tests::run_program("dial 5550176", here).err),
               ContainsSubstring("dialbench: the configuration is a link to nowhere"));
  }
}

TEST_CASE("the README names every key of the configuration") {
  std::string text = tests::read_whole(DIALBENCH_SOURCE_DIR "/README.md");
  text = tests::unbroken(text.substr(text.find("Defaults can stand in")));
  std::string keys;
  const auto options = call_options();
  for (std::size_t i = 0; i < options.size(); ++i)
    keys += (i == 0 ? "" : i + 1 == options.size() ? " and " : ", ") + std::string(options[i].name);
  CHECK_THAT(text, ContainsSubstring("options: " + keys + "."));
}

} // namespace dialbench::app
