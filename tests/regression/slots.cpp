#include "harness/regression/slots.hpp"

#include "tests/catch.hpp"

using namespace dialbench::regression;

namespace {
const std::vector<std::string> known = {"port", "number", "folder"};
std::string stray(const std::string& command) { return stray_slot(command, known).name; }
} // namespace

TEST_CASE("a slot that there is not is found, and the one that was meant") {
  const auto [command, name, meant] = GENERATE(table<std::string, std::string, std::string>({
      {"dialer {prot}", "prot", "port"},
      {"dialer {Port}", "Port", "port"},
      {"dialer {port2}", "port2", "port"},
      {"dialer {port0} {port}", "port0", "port"},
      {"dialer '{ports}'", "ports", "port"},
      {"dialer \"{nubmer}\"", "nubmer", "number"},
      {"dialer <{port} >{device}", "device", ""},
      {"echo \\'{tty}", "tty", ""},
      {"echo 'it'\"'\"'s'{tty}", "tty", ""},
  }));
  CAPTURE(command);
  const auto found = stray_slot(command, known);
  CHECK(found.name == name);
  CHECK(found.meant == meant);
}

TEST_CASE("known slots, and the braces of the shell and of what it starts, are none that are wrong") {
  const auto* const command =
      GENERATE("dialer {port} {number} {folder}/x '{port}'", "echo ${HOME} \"${prot}\"", "{ prot; }",
               "find . -exec echo {} +", "echo {1,2} {a,b} {1..3}", "awk '{print}' x", "awk \"{print}\" x",
               "awk '{ prot }'", "sed -n '/x/{p}' <{port}", "jq '{name}'", "{", "{prot", "}{", "",
               "echo \"\\\"{print}\"");
  CAPTURE(command);
  CHECK(stray(command).empty());
}

TEST_CASE("a long word in braces is no slip of the pen, and takes no time") {
  CHECK(stray("x {" + std::string(100'000, 'a') + "}").empty());
  CHECK(stray(std::string(100'000, '{')).empty());
}

TEST_CASE("of several modems each has a slot, and the first has two") {
  CHECK(port_slots(2) == std::vector<std::string>{"port", "port1", "port2"});
  CHECK(stray_slot("x {port1} {port2} {port3}", port_slots(2)).name == "port3");
  CHECK(port_slots_text(1) == "{port}");
  CHECK(port_slots_text(2) == "{port}, {port1} and {port2}");
  CHECK(port_slots_text(12) == "{port}, {port1} to {port12}");
}
