#include "at/dial_string.hpp"

#include "at/dialect.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace dialbench;
using namespace std::chrono_literals;
using at::DialFault;

TEST_CASE("the worked examples of the time a dial string takes") {
  CHECK(at::dial_time("T5551212") == 3330ms);
  CHECK(at::dial_time("T9,5551212") == 5520ms);
  CHECK(at::dial_time("T*70,,5551212") == 7900ms);
  CHECK(at::dial_time("P5551212") == 8900ms);
  CHECK(at::dial_time("P01234567890") == 16500ms);
}

TEST_CASE("what takes time in a dial string, and what does not") {
  CHECK(at::digits_time("T5551212") == 1330ms);
  CHECK(at::digits_time("T(555) 12-12.") == 1330ms);
  CHECK(at::digits_time("") == 0ms);
  CHECK(at::digits_time("5!5") == 2 * 190ms + 700ms);
  CHECK(at::digits_time("9W555") == 4 * 190ms);
  CHECK(at::dial_time("9W555") == 2000ms + 4 * 190ms + 2000ms);
  CHECK(at::dial_time("9@555") == 2000ms + 4 * 190ms + 5000ms);
  CHECK(at::dial_time("abcd*#") == 2000ms + 6 * 190ms);
  CHECK(at::digits_time("p12t34") == 300ms + 800ms + 2 * 190ms);
  CHECK(at::digits_time("555;H1") == 3 * 190ms);
  CHECK(at::digits_time("555,,") == 3 * 190ms);
  CHECK(at::dial_time("555,,") == 2000ms + 3 * 190ms + 4000ms);
}

TEST_CASE("the longest time lets every wait take what it may") {
  CHECK(at::dial_time_max("T5551212") == 11330ms);
  CHECK(at::dial_time_max("9W555") == 10000ms + 4 * 190ms + 50000ms);
  at::DialTiming timing;
  timing.tone_digit = 140ms;
  timing.dial_tone_wait_max = 5000ms;
  timing.wait_max = 30000ms;
  CHECK(at::dial_time_max("9W5@", timing) == 5000ms + 2 * 140ms + 60000ms);
}

TEST_CASE("numbers that may be dialled are returned as they are") {
  for (const char* number : {"5551234", "9,5551234", "*70,,5551234", "(030) 123-4567", "9W5551234@",
                             "T5551234", "p123", "0!5$1", "A1B2C3D4", "555.1234"}) {
    CAPTURE(number);
    const auto checked = at::check_number(number);
    REQUIRE(checked.has_value());
    CHECK(*checked == number);
  }
  CHECK(at::check_number(std::string(at::number_characters_max, '5')).has_value());
}

TEST_CASE("numbers that may not be dialled, where, and what a person is told") {
  struct Row {
    std::string number;
    DialFault fault;
    std::size_t offset;
    const char* told;
  };
  const Row row = GENERATE(values<Row>({
      {"", DialFault::empty, 0, "empty"},
      {"555\r1234", DialFault::control_character, 3, "character 4 of the number is a carriage return (CR)"},
      {"555\n", DialFault::control_character, 3, "a line feed (LF)"},
      {std::string("5\0", 2), DialFault::control_character, 1, "a NUL byte"},
      {"5\x1b", DialFault::control_character, 1, "the byte \\x1b"},
      {"555;", DialFault::semicolon, 3, "character 4 of the number is ';'"},
      {"+49301234", DialFault::not_a_dial_character, 0, "dial the access code instead"},
      {"CALL 5", DialFault::not_a_dial_character, 2, "ATDL"},
      {"555-HELP", DialFault::not_a_dial_character, 4, "'H': not a dial character; allowed are 0-9"},
      {"\"127.0.0.1 7001\"", DialFault::not_a_dial_character, 0, "network modems"},
      {"S=1", DialFault::not_a_dial_character, 0, "'S'"},
      {"55\xe9", DialFault::not_a_dial_character, 2, "the byte \\xe9"},
      {"T,,W", DialFault::no_digit, 0, "no digit"},
      {std::string(300, '5'), DialFault::too_long, at::number_characters_max, "300 characters; at most 64"},
  }));
  CAPTURE(row.number);
  const auto checked = at::check_number(row.number);
  REQUIRE(!checked.has_value());
  CHECK(checked.error().fault == row.fault);
  CHECK(checked.error().offset == row.offset);
  const std::string told = at::message(checked.error(), row.number);
  CHECK_THAT(told, ContainsSubstring(row.told));
  for (const char c : told) CHECK((c >= 0x20 && c < 0x7F));
}

TEST_CASE("what stands behind the D of a command line") {
  struct Row {
    const char* line;
    const char* part;
  };
  const Row row = GENERATE(values<Row>({
      {"ATDT5551212", "T5551212"},
      {"ATDT555", "T555"},
      {"atdt555", "t555"},
      {"ATD5551234", "5551234"},
      {"ATX4DT5551212;", "T5551212;"},
      {"ATS7=30DT5", "T5"},
      {"ATS6=8X4DTW;", "TW;"},
      {"ATE0 S7=60 DT 555", "T 555"},
      {"at&fd555", "555"},
      {"AT&D2", ""},
      {"AT&C1&D2S0=0DP12", "P12"},
      {"AT+FCLASS=0;D555", "555"},
      {"AT+FCLASS=D555", ""},
      {"AT+CGDCONT=1,\"IP\",\"a;d\";D*99#", "*99#"},
      {"AT\\N3%C0DT1", "T1"},
      {"AT#CID=1DT555", "T555"},
      {"AT-SEC=1,17DT5", "T5"},
      {"ATL2M1DT5\r", "T5"},
      {"ATDL", "L"},
      {"ATDS=1", "S=1"},
      {"ATD\"127.0.0.1 7001\"", "\"127.0.0.1 7001\""},
      {"ATD", ""},
      {"ATZ", ""},
      {"AT", ""},
      {"AT+GMM", ""},
      {"ATI3", ""},
      {"ATS7?", ""},
      {"", ""},
      {"D555", ""},
      {"hello D555", ""},
      {"AT&", ""},
      {"AT+", ""},
      {"ATS", ""},
      {"ATS=", ""},
  }));
  CAPTURE(row.line);
  CHECK(at::dial_part(row.line) == row.part);
}

TEST_CASE("any line is stepped over to its end") {
  for (int a = 0; a < 256; ++a)
    for (int b = 0; b < 256; ++b) {
      const std::string line{'A', 'T', static_cast<char>(a), static_cast<char>(b)};
      CHECK(at::dial_part(line).size() <= 1);
    }
}

TEST_CASE("numbers are masked but for their last digits") {
  CHECK(at::mask_number("5551234") == "#####34");
  CHECK(at::mask_number("9,(555) 12-34") == "#,(###) ##-34");
  CHECK(at::mask_number("5551234", 0) == "#######");
  CHECK(at::mask_number("5551234", 9) == "5551234");
  CHECK(at::mask_number("") == "");
}

TEST_CASE("a dialect that knows how long a number its modem takes is asked") {
  const at::Dialect* usr = at::find_dialect("usr");
  const std::string longest(35, '5');
  CHECK(at::check_number(longest, usr).has_value());
  CHECK(at::check_number("(5) 5-" + longest.substr(2), usr).has_value());
  CHECK(at::check_number(longest + "5").has_value());
  CHECK(at::check_number(longest + "5", at::find_dialect("hayes")).has_value());
  const std::string too_long = "(" + longest + ") 55";
  const auto checked = at::check_number(too_long, usr);
  REQUIRE(!checked.has_value());
  CHECK(checked.error().fault == DialFault::too_long);
  CHECK(checked.error().offset == 38);
  CHECK(at::message(checked.error(), too_long) ==
        "the number has 37 characters; at most 35 can be dialled with this modem");
  // What is worse is said first, and what no modem takes stays refused.
  CHECK(at::check_number(longest + "55\r", usr).error().fault == DialFault::control_character);
  at::Dialect generous = *usr;
  generous.number_characters_max = 500;
  CHECK(at::check_number(std::string(65, '5'), &generous).error().limit == at::number_characters_max);
}

TEST_CASE("masking keeps the form of a number and hides every digit of the keypad") {
  CHECK(at::mask_number("*70,,T5551212") == "*##,,T#####12");
  CHECK(at::mask_number("12A4b", 1) == "####b");
  CHECK(at::mask_number("5") == "5");
  CHECK(at::mask_number("555", 2) == "#55");
  CHECK(at::mask_number(std::string("5\0005551", 6), 1) == std::string("#\000###1", 6));
  CHECK(at::mask_number("\xe9"
                        "55551") == "\xe9"
                                    "###51");
  CHECK(at::mask_number(std::string(5000, '7'), 0) == std::string(5000, '#'));
}
