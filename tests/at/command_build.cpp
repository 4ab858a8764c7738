#include "at/command_build.hpp"

#include "at/command.hpp"
#include "at/dialect.hpp"
#include "tests/catch.hpp"

#include <initializer_list>
#include <string>
#include <vector>

using namespace dialbench;
using at::CommandFault;

namespace {

using Commands = std::vector<std::string_view>;

std::vector<std::string> lines(const Commands& commands, const at::LineRules& rules = {}) {
  const auto built = at::build_lines(commands, rules);
  REQUIRE(built.has_value());
  return *built;
}

} // namespace

TEST_CASE("commands are put together, with a semicolon where V.250 wants one") {
  CHECK(lines({"E0", "Q0", "V1", "X4"}) == std::vector<std::string>{"ATE0Q0V1X4\r"});
  CHECK(lines({"E0", "V1", "+FCLASS=0", "S7=60", "DT5551234"}) ==
        std::vector<std::string>{"ATE0V1+FCLASS=0;S7=60DT5551234\r"});
  CHECK(lines({"+GMI", "+GMM"}) == std::vector<std::string>{"AT+GMI;+GMM\r"});
  CHECK(lines({"+GMI"}) == std::vector<std::string>{"AT+GMI\r"});
  CHECK(lines({":U42,0022", "S6=4"}) == std::vector<std::string>{"AT:U42,0022;S6=4\r"});
  CHECK(lines({}).empty());
  CHECK(lines({"E0"}, {40, '!'}) == std::vector<std::string>{"ATE0!"});
}

TEST_CASE("a line ends where modems drop what follows") {
  CHECK(lines({"Z", "E0", "V1"}) == std::vector<std::string>{"ATZ\r", "ATE0V1\r"});
  CHECK(lines({"E0", "Z0", "V1"}) == std::vector<std::string>{"ATE0Z0\r", "ATV1\r"});
  CHECK(lines({"DT5;", "H0"}) == std::vector<std::string>{"ATDT5;\r", "ATH0\r"});
  CHECK(lines({"A", "E0"}) == std::vector<std::string>{"ATA\r", "ATE0\r"});
  CHECK(lines({"O1", "E0"}) == std::vector<std::string>{"ATO1\r", "ATE0\r"});
  CHECK(lines({"E0", "A/", "V1"}) == std::vector<std::string>{"ATE0\r", "A/", "ATV1\r"});
}

TEST_CASE("a vendor's name stands at the end of a line") {
  CHECK(lines({"%TCB", "C1"}) == std::vector<std::string>{"AT%TCB\r", "ATC1\r"});
  CHECK(lines({"&F", "C1"}) == std::vector<std::string>{"AT&FC1\r"});
  CHECK(lines({"#CID=1", "C1"}) == std::vector<std::string>{"AT#CID=1C1\r"});
}

TEST_CASE("no line is longer than the modem takes, and none is shorter than it need be") {
  const Commands commands(30, "S7=60");
  for (const std::size_t limit : {5U, 9U, 40U, 48U}) {
    const auto built = lines(commands, {limit, '\r'});
    std::string joined;
    for (const std::string& line : built) {
      CHECK(line.size() <= limit + 3);
      joined += line.substr(2, line.size() - 3);
    }
    CHECK(built.size() == (30 + limit / 5 - 1) / (limit / 5));
    std::string all;
    for (int i = 0; i < 30; ++i) all += "S7=60";
    CHECK(joined == all);
  }
}

TEST_CASE("the semicolon counts") {
  CHECK(lines({"+GMI", "E0"}, {7, '\r'}) == std::vector<std::string>{"AT+GMI;E0\r"});
  CHECK(lines({"+GMI", "E0"}, {6, '\r'}) == std::vector<std::string>{"AT+GMI\r", "ATE0\r"});
}

TEST_CASE("what is not exactly one well-formed command is refused, and which one it is") {
  struct Row {
    std::string command;
    CommandFault fault;
    std::size_t offset;
  };
  const Row row = GENERATE(values<Row>({
      {"", CommandFault::empty, 0},
      {"E0V1", CommandFault::stray_character, 2},
      {"E0;", CommandFault::stray_character, 2},
      {"ATZ", CommandFault::stray_character, 1},
      {"Z\r", CommandFault::control_character, 1},
      {"\xc3\xa9", CommandFault::not_ascii, 0},
      {"&", CommandFault::missing_name, 0},
      {"+", CommandFault::missing_name, 0},
      {"S7=", CommandFault::missing_value, 2},
      {"S7=300", CommandFault::register_value, 3},
      {"+X=\"a", CommandFault::open_string, 3},
      {"DT5;H0", CommandFault::behind_dial, 4},
      {",", CommandFault::stray_character, 0},
      {std::string(50, '5').insert(0, "DT"), CommandFault::too_long, 40},
  }));
  CAPTURE(row.command);
  const Commands commands{"E0", row.command};
  const auto built = at::build_lines(commands);
  REQUIRE(!built.has_value());
  CHECK(built.error().command == 1);
  CHECK(built.error().remark.fault == row.fault);
  CHECK(built.error().remark.offset == row.offset);
  CHECK_THAT(at::message(built.error(), row.command), StartsWith("command 2: "));
}

TEST_CASE("what is built reads back as what was given") {
  const Commands commands{"E0",  "&C1",       "\\N3", "#CID=1",    "S7=60",
                          "S0?", "+MS=V34,1", "%TCB", "-SEC=1,17", "DT9,555"};
  Commands read;
  const auto built = lines(commands, {80, '\r'});
  for (const std::string& line : built)
    for (const at::Command& command : at::split_commands(line)) read.push_back(command.text);
  CHECK(read == commands);
}

TEST_CASE("registers, and the limits of a dialect") {
  CHECK(at::set_register(7, 60) == "S7=60");
  CHECK(at::set_register(255, 0) == "S255=0");
  CHECK(at::read_register(0) == "S0?");
  CHECK(at::line_rules(nullptr).characters_max == 40);
  CHECK(at::line_rules(at::find_dialect("si24xx")).characters_max == 48);
  CHECK(at::line_rules(at::find_dialect("telebit"), '!').terminator == '!');
  CHECK(at::line_rules(at::find_dialect("hayes")).characters_max == 40);
}

TEST_CASE("a mark and a letter, and a letter behind it, stay two commands") {
  const std::vector<std::string_view> commands{"%T", "DT5550100"};
  const auto lines = dialbench::at::build_lines(commands);
  REQUIRE(lines);
  CHECK(lines.value() == std::vector<std::string>{"AT%T\r", "ATDT5550100\r"});
}
