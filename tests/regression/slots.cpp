#include "harness/regression/slots.hpp"

#include "tests/catch.hpp"

using namespace dialbench::regression;

namespace {
const std::vector<std::string> known = {"port", "number", "folder"};
std::string stray(const std::string& command) { return stray_slot(command, known).name; }
} // namespace

TEST_CASE("a slip of the pen in a slot is found, and the slot that was meant") {
  const auto [name, meant] = GENERATE(table<std::string, std::string>({
      {"prot", "port"},      {"trop", "port"},     {"Port", "port"},      {"PORT", "port"},
      {"Prot", "port"},      {"prt", "port"},      {"ort", "port"},       {"por", "port"},
      {"portt", "port"},     {"ports", "port"},    {"pport", "port"},     {"port_", "port"},
      {"port2", "port"},     {"port0", "port"},    {"port33", "port"},    {"PORT33", "port"},
      {"nubmer", "number"},  {"nmber", "number"},  {"nummber", "number"}, {"Number", "number"},
      {"number1", "number"}, {"floder", "folder"}, {"foder", "folder"},   {"folders", "folder"},
  }));
  const std::string before = GENERATE("dialer ", "dialer {port} '", "echo \"", "echo \\'", "# don't\necho @",
                                      "echo $ ", "x {", "echo {a,b} ${HOME} { ");
  const std::string command = before + '{' + name + '}';
  CAPTURE(command);
  const auto found = stray_slot(command, known);
  CHECK(found.name == name);
  CHECK(found.meant == meant);
}

TEST_CASE("known slots, and what resembles none, are none that are wrong") {
  const std::string left =
      GENERATE("{port}", "{number}", "{folder}/x", "${HOME}", "${prot}", "{ prot; }", "{}", "{1,2}", "{a,b}",
               "{1..3}", "{print}", "{ prot }", "{p}", "{name}", "{", "{prot", "}{", "", "%{http_code}",
               "HEAD@{upstream}", "{fd}", "a{n}", "{device}", "{tty}", "{xpor}t");
  const std::string before = GENERATE("dialer ", "awk '", "python3 -c \"", "# ", "echo \\");
  CAPTURE(before, left);
  CHECK(stray(before + left).empty());
}

TEST_CASE("a word that is one letter away is another program's own") {
  const auto* const name =
      GENERATE("part", "sort", "host", "root", "word", "out", "post", "pos", "short", "point", "fort", "p0rt",
               "export", "report", "lumber", "holder", "number_of", "portable", "o", "t");
  CAPTURE(name);
  CHECK(stray("echo {" + std::string(name) + '}').empty());
  CHECK(stray("echo \"{" + std::string(name) + "}\"").empty());
}

TEST_CASE("a long word in braces is no slip of the pen, and takes no time") {
  CHECK(stray("x {" + std::string(100'000, 'a') + "}").empty());
  CHECK(stray(std::string(100'000, '{')).empty());
}

TEST_CASE("of several modems each has a slot, and the first has two") {
  CHECK(port_slots(2) == std::vector<std::string>{"port", "port1", "port2"});
  CHECK(stray_slot("x {port1} {port2} {port3}", port_slots(2)).name == "port3");
  CHECK(stray_slot("x {prot2}", port_slots(2)).meant == "port2");
  CHECK(stray_slot("x {Port2}", port_slots(2)).meant == "port2");
  CHECK(stray_slot("x {port12}", port_slots(2)).meant == "port");
  CHECK(port_slots_text(1) == "{port}");
  CHECK(port_slots_text(2) == "{port}, {port1} and {port2}");
  CHECK(port_slots_text(12) == "{port}, {port1} to {port12}");
}
