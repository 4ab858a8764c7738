#include "harness/report/plain.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <sstream>

namespace dialbench::report {

TEST_CASE("no byte that a terminal obeys gets through") {
  REQUIRE(printable("NO CARRIER") == "NO CARRIER");
  REQUIRE(printable("A\r\n\tB") == "A\\r\\n\\tB");
  REQUIRE(printable("\033[2J\x07\x7f\x80\xff") == "\\x1B[2J\\x07\\x7F\\x80\\xFF");
  REQUIRE(printable(std::string_view("\0", 1)) == "\\x00");
}

TEST_CASE("text is wrapped at 80 columns, with blanks under its lead") {
  REQUIRE(wrapped("short", "  1 likely    ") == "  1 likely    short\n");
  REQUIRE(wrapped("", "") == "\n");
  const std::string text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
  REQUIRE(wrapped(text, "      for     ") ==
          "      for     one two three four five six seven eight nine ten eleven twelve\n"
          "              thirteen fourteen\n");
}

TEST_CASE("a line that is just as wide as the page stays one line") {
  REQUIRE(wrapped(std::string(39, 'a') + ' ' + std::string(40, 'b'), "") ==
          std::string(39, 'a') + ' ' + std::string(40, 'b') + '\n');
  REQUIRE(wrapped(std::string(40, 'a') + ' ' + std::string(40, 'b'), "") ==
          std::string(40, 'a') + '\n' + std::string(40, 'b') + '\n');
}

TEST_CASE("a line break stays, and a command on its own line stays whole") {
  const std::string command = " sudo " + std::string(90, 'x');
  REQUIRE(wrapped("Do this:\n" + command, "  ") == "  Do this:\n  " + command + '\n');
}

TEST_CASE("a command behind a colon is never broken") {
  REQUIRE(wrapped_with_command("Dial again: dialbench dial 5550176", "  check ") ==
          "  check Dial again: dialbench dial 5550176\n");
  REQUIRE(wrapped_with_command(
              "Put the outside-line prefix and a pause in front: dialbench dial --prefix 9, 5550176",
              "  check ") == "  check Put the outside-line prefix and a pause in front:\n"
                             "        dialbench dial --prefix 9, 5550176\n");
  const std::string wide = "dialbench dial -p /dev/ttyACM0 --prefix '*70,,' --hold 5m --repeat 2 555-0176";
  REQUIRE(wrapped_with_command("Do: " + wide, "      check   ") == "      check   Do:\n   " + wide + '\n');
  REQUIRE(wrapped_with_command("Look: nothing to type", "") == "Look: nothing to type\n");
}

TEST_CASE("a word without blanks never makes a line too wide") {
  std::istringstream lines(wrapped(std::string(1024, 'x') + " end", "  word "));
  std::size_t letters = 0;
  for (std::string line; std::getline(lines, line);) {
    REQUIRE(line.size() <= columns_max);
    letters += static_cast<std::size_t>(std::count(line.begin(), line.end(), 'x'));
  }
  REQUIRE(letters == 1024);
}

TEST_CASE("padding never cuts, shortening always says so") {
  REQUIRE(padded("ab", 4) == "ab  ");
  REQUIRE(padded("abcde", 4) == "abcde");
  REQUIRE(padded_left("ab", 4) == "  ab");
  REQUIRE(padded_left("abcde", 4) == "abcde");
  REQUIRE(shortened("abcdef", 6) == "abcdef");
  REQUIRE(shortened("abcdefg", 6) == "abc...");
  REQUIRE(shortened("abcdefg", 2) == "ab");
}

} // namespace dialbench::report
