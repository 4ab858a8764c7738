// [binary]: these run the built program.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

using dialbench::tests::fits_the_page;
using dialbench::tests::run_program;
using nlohmann::json;

TEST_CASE("a code is found by number, symbol, class and words", "[binary]") {
  const auto [asked, answer] = GENERATE(table<std::string, std::string>({
      {"678", "678 ERROR_NO_ANSWER\n"},
      {"ERROR_NO_ANSWER", "678 ERROR_NO_ANSWER\n"},
      {"no_answer", "678 ERROR_NO_ANSWER\n"},
      {"'no dialtone'", "680 ERROR_NO_DIALTONE\n"},
      {"no dialtone", "680 ERROR_NO_DIALTONE\n"},
      {"busy", "676 ERROR_LINE_BUSY\n"},
  }));
  CAPTURE(asked);
  const auto ran = run_program("explain " + asked);
  REQUIRE(ran.status == 0);
  REQUIRE_THAT(ran.out, StartsWith(answer));
  REQUIRE(fits_the_page(ran.out));
}

TEST_CASE("several codes are several pages", "[binary]") {
  const auto ran = run_program("explain 676 680");
  REQUIRE_THAT(ran.out, StartsWith("676 ERROR_LINE_BUSY\n"));
  REQUIRE_THAT(ran.out, ContainsSubstring("\n\n680 ERROR_NO_DIALTONE\n"));
}

TEST_CASE("a code as data has code, symbol, meaning and causes", "[binary]") {
  const auto [asked, code] =
      GENERATE(table<std::string, int>({{"678", 678}, {"ERROR_NO_DIALTONE", 680}, {"no dialtone", 680}}));
  const auto data = json::parse(run_program("explain --json " + asked).out);
  REQUIRE(data["code"] == code);
  REQUIRE(data["symbol"].get<std::string>().substr(0, 6) == "ERROR_");
  REQUIRE(!data["meaning"].get<std::string>().empty());
  REQUIRE(!data["causes"].empty());
}

TEST_CASE("a layer is a list, as text and as data", "[binary]") {
  REQUIRE_THAT(run_program("explain --layer port").out, ContainsSubstring(" 602 ERROR_PORT_ALREADY_OPEN\n"));
  const auto data = json::parse(run_program("explain --layer port --json").out);
  REQUIRE(data.is_array());
  for (const auto& code : data) REQUIRE(code["layer"] == "port");
}

TEST_CASE("what is not there is said, with status 1", "[binary]") {
  const auto number = run_program("explain 12345");
  REQUIRE(number.status == 1);
  REQUIRE_THAT(number.err, ContainsSubstring("there is no code 12345"));
  const auto words = run_program("explain xyzzy plugh");
  REQUIRE(words.status == 1);
  REQUIRE_THAT(words.err, ContainsSubstring("xyzzy plugh"));
}
