#include "at/command_check.hpp"

#include "at/command.hpp"
#include "at/dialect.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <string>

using namespace dialbench;
using at::CommandFault;

TEST_CASE("lines that are well get no remark") {
  const char* line = GENERATE(values({"AT",
                                      "ATZ",
                                      "at&f",
                                      "ATE0Q0V1X4&C1&D2",
                                      "ATS7=60",
                                      "ATS0?",
                                      "AT+MS=V34,1",
                                      "AT+GMI;+GMM",
                                      "ATDT5551234",
                                      "ATDTW;",
                                      "AT#UD",
                                      "AT%TCB",
                                      "ATS86?",
                                      "A/",
                                      "a/",
                                      "AT$",
                                      "AT:U42,0022;:R43",
                                      "ATD\"127.0.0.1 7001\"",
                                      "AT\"H3",
                                      "AT E0 S7 = 60"}));
  CAPTURE(line);
  CHECK(at::remarks_on(line).empty());
}

TEST_CASE("what is odd or refused, and where") {
  struct Row {
    std::string line;
    CommandFault fault;
    std::size_t offset;
    const char* told;
  };
  const Row row = GENERATE(values<Row>({
      {"", CommandFault::empty, 0, "begins with AT"},
      {"   ", CommandFault::empty, 0, "empty"},
      {"Z", CommandFault::no_prefix, 0, "begins with AT"},
      {"hello", CommandFault::no_prefix, 0, "character 1 of the command line, 'h'"},
      {" DT5", CommandFault::no_prefix, 1, "begins with AT"},
      {"ATZ\r", CommandFault::control_character, 3, "\\x0d"},
      {"ATE0\rATD5", CommandFault::control_character, 4, "no control characters"},
      {std::string("AT\0Z", 4), CommandFault::control_character, 2, "\\x00"},
      {"AT\x7f", CommandFault::control_character, 2, "\\x7f"},
      {"ATE\xc3\xa9", CommandFault::not_ascii, 3, "ASCII"},
      {"AtZ", CommandFault::mixed_prefix, 0, "no mix"},
      {"aTZ", CommandFault::mixed_prefix, 0, "no mix"},
      {"ATE0" + std::string(60, 'Q'), CommandFault::longer_than_promised, 42, "V.250 promises 40 characters"},
      {"ATX4,DT5", CommandFault::stray_character, 4, "','"},
      {"AT(", CommandFault::stray_character, 2, "no command begins so"},
      {"A/Z", CommandFault::stray_character, 2, "no command begins so"},
      {"AT&", CommandFault::missing_name, 2, "name"},
      {"AT+;Z", CommandFault::missing_name, 2, "name"},
      {"AT+ABCDEFGHIJKLMNOPQ", CommandFault::name_too_long, 19, "16"},
      {"ATS7=", CommandFault::missing_value, 4, "no value"},
      {"AT+MS=", CommandFault::missing_value, 5, "no value"},
      {"ATS7=256", CommandFault::register_value, 5, "0 to 255"},
      {"ATS7=99999999999999999999", CommandFault::register_value, 5, "0 to 255"},
      {"AT+GCAP 1", CommandFault::value_without_sign, 8, "semicolon"},
      {"AT+X=\"a", CommandFault::open_string, 5, "not closed"},
      {"ATD", CommandFault::empty_dial, 2, "off-hook"},
      {"ATDT5;H0", CommandFault::behind_dial, 6, "line of its own"},
  }));
  CAPTURE(row.line);
  const auto remarks = at::remarks_on(row.line);
  REQUIRE(!remarks.empty());
  CHECK(remarks.front().fault == row.fault);
  CHECK(remarks.front().offset == row.offset);
  const std::string told = at::message(remarks.front(), row.line);
  CHECK_THAT(told, ContainsSubstring(row.told));
  for (const char c : told) CHECK((c >= 0x20 && c < 0x7F));
}

TEST_CASE("what no modem could do is refused, what is odd is not") {
  CHECK(at::is_refused(CommandFault::control_character));
  CHECK(at::is_refused(CommandFault::too_long));
  CHECK(at::is_refused(CommandFault::no_prefix));
  CHECK(!at::is_refused(CommandFault::mixed_prefix));
  CHECK(!at::is_refused(CommandFault::longer_than_promised));
  CHECK(!at::is_refused(CommandFault::behind_dial));
}

TEST_CASE("a dialect's own limit takes the place of the promise, and blanks do not count") {
  const at::Dialect* si24xx = at::find_dialect("si24xx");
  const std::string fits = "AT" + std::string(48, 'Q');
  CHECK(at::remarks_on(fits, si24xx).empty());
  CHECK(at::remarks_on(fits).size() == 1);
  std::string spaced = "AT ";
  for (int i = 0; i < 48; ++i) spaced += "Q ";
  CHECK(at::remarks_on(spaced, si24xx).empty());
  const auto remarks = at::remarks_on(fits + "Q", si24xx);
  REQUIRE(remarks.size() == 1);
  CHECK(remarks.front() == at::CommandRemark{CommandFault::too_long, 50, 48});
  CHECK_THAT(at::message(remarks.front(), fits + "Q"), ContainsSubstring("48 characters"));
  // Nothing is known of this one: the promise holds.
  CHECK(at::remarks_on(fits, at::find_dialect("hayes")).front().fault == CommandFault::longer_than_promised);
}

TEST_CASE("remarks ascend, are bounded, and a refusal is among them whatever else there is") {
  const std::string line = "AT" + std::string(5000, ',') + "\x01";
  const auto remarks = at::remarks_on(line);
  CHECK(remarks.size() == at::command_remarks_max);
  CHECK(std::is_sorted(remarks.begin(), remarks.end(),
                       [](const auto& a, const auto& b) { return a.offset < b.offset; }));
  CHECK(std::any_of(remarks.begin(), remarks.end(),
                    [](const auto& each) { return at::is_refused(each.fault); }));
}

TEST_CASE("any two bytes behind AT are told of without a byte that a terminal would take for its own") {
  for (int a = 0; a < 256; ++a)
    for (int b = 0; b < 256; ++b) {
      const std::string line{'A', 'T', static_cast<char>(a), static_cast<char>(b)};
      for (const at::CommandRemark& remark : at::remarks_on(line)) {
        REQUIRE(remark.offset < line.size());
        const std::string told = at::message(remark, line);
        REQUIRE(std::all_of(told.begin(), told.end(), [](char c) { return c >= 0x20 && c < 0x7F; }));
      }
    }
}
