#include "harness/regression/read_modem.hpp"

#include "harness/regression/read_scenario.hpp"
#include "tests/catch.hpp"

using namespace dialbench;

namespace {

std::string fault_of(const std::string& habit) {
  const auto read =
      regression::read_scenario("name = \"x\"\n[modem]\n" + habit + "\n[expect]\ndials = 0\n", "s.toml");
  return read ? "none" : script::shown(read.error().front());
}

} // namespace

TEST_CASE("a habit that is misspelt is named, and where it stands") {
  CHECK(fault_of("ehco = true") ==
        "s.toml:3:1: unknown key \"ehco\" (echo?) in [modem]; expected a habit of docs/emulator.md");
  CHECK(fault_of("\"  \" = true") ==
        "s.toml:3:1: unknown key \"  \" in [modem]; expected a habit of docs/emulator.md");
}

TEST_CASE("a key of another table is sent there") {
  CHECK(fault_of("pace = 10") ==
        "s.toml:3:1: unknown key \"pace\" in [modem]; expected pace at the top, above the tables");
  CHECK(fault_of("ring_cycle = \"5s\"") ==
        "s.toml:3:1: unknown key \"ring_cycle\" in [modem]; expected ring_cycle in [exchange]");
  CHECK(fault_of("blacklist = \"nz\"") ==
        "s.toml:3:1: unknown key \"blacklist\" in [modem]; expected blacklist in [exchange]");
}

TEST_CASE("a habit with a value that it cannot have says which, at the value") {
  CHECK(fault_of("echo = \"yes\"") == "s.toml:3:8: echo = \"yes\" is not understood; expected true or false");
  CHECK(fault_of("refuses = [\"Z\", \"&F\"]") == "none");
}
