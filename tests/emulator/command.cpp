#include "harness/emulator/command.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;
using Kind = Command::Kind;
using Operation = Command::Operation;

TEST_CASE("blanks go and letters are raised, except in quotes") {
  CHECK(normalised("e0 q0 v1") == "E0Q0V1");
  CHECK(normalised("+x=\"a b\" s") == "+X=\"a b\"S");
}

TEST_CASE("a line falls into its commands") {
  CommandParser parser("E0&C1\\N3S7=60S8?S9?=5+FCLASS=0;+GMM+FOO=?;DT9,1;");
  auto command = parser.next();
  CHECK((command.kind == Kind::basic && command.name == "E" && command.number == 0));
  command = parser.next();
  CHECK((command.kind == Kind::basic && command.name == "&C" && command.number == 1));
  command = parser.next();
  CHECK((command.kind == Kind::basic && command.name == "\\N" && command.number == 3));
  command = parser.next();
  CHECK((command.kind == Kind::register_write && command.number == 7 && command.value == 60));
  command = parser.next();
  CHECK((command.kind == Kind::register_read && command.number == 8));
  command = parser.next();
  CHECK((command.kind == Kind::register_read && command.number == 9));
  command = parser.next();
  CHECK((command.kind == Kind::register_write && !command.number && command.value == 5));
  command = parser.next();
  CHECK((command.kind == Kind::extended && command.name == "+FCLASS" && command.operation == Operation::set &&
         command.text == "0"));
  command = parser.next();
  CHECK(command.kind == Kind::malformed); // nothing parts +GMM from the next one
  command = parser.next();
  CHECK((command.kind == Kind::dial && command.text == "T9,1;"));
  CHECK(parser.at_end());
}

TEST_CASE("the forms of an extended command") {
  const auto one = [](std::string_view line) { return CommandParser(line).next(); };
  CHECK(one("+GMI").operation == Operation::act);
  CHECK(one("+GMI?").operation == Operation::read);
  CHECK(one("+GMI=?").operation == Operation::test);
  CHECK(one("+MS=V34,1").text == "V34,1");
  CHECK(one("#UD").name == "#UD");
}

TEST_CASE("what is no command") {
  for (const auto* line : {"1", "&", "&1", "\"", "$", "\x80", "\xff\xff"}) {
    CAPTURE(line);
    CHECK(CommandParser(line).next().kind == Kind::malformed);
  }
}

TEST_CASE("a parser always comes to its end") {
  for (int c = 0; c < 256; ++c) {
    const std::string line(130, static_cast<char>(c));
    CommandParser parser(line);
    int commands = 0;
    while (!parser.at_end() && commands <= 130) parser.next(), ++commands;
    CHECK(parser.at_end());
  }
}
