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

TEST_CASE("a class that is a success has no code, and says so", "[binary]") {
  for (const std::string name : {"connected", "command_mode", "completed"}) {
    CAPTURE(name);
    const auto ran = run_program("explain " + name);
    REQUIRE(ran.status == 0);
    REQUIRE_THAT(ran.out, StartsWith(name + "\n"));
    REQUIRE_THAT(ran.out, ContainsSubstring("No code: a success."));
    REQUIRE(ran.out.find("ERROR") == std::string::npos);
    REQUIRE(fits_the_page(ran.out));
    const auto data = json::parse(run_program("explain --json " + name).out);
    REQUIRE(data["class"] == name);
    REQUIRE(data["code"].is_null());
  }
}

TEST_CASE("the outcome classes are a list, as text and as data", "[binary]") {
  const auto ran = run_program("explain classes");
  REQUIRE(ran.status == 0);
  REQUIRE(fits_the_page(ran.out));
  const auto data = json::parse(run_program("explain classes --json").out);
  REQUIRE(data.is_array());
  REQUIRE(data.size() > 30);
  for (const auto& row : data) {
    REQUIRE_THAT(ran.out, ContainsSubstring(row["class"].get<std::string>() + ' '));
  }
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
  REQUIRE(words.err.find("Did you") == std::string::npos);
}

TEST_CASE("what was probably meant is said, and not done", "[binary]") {
  const auto status = run_program("explain 80");
  REQUIRE(status.status == 1);
  REQUIRE(status.out.empty());
  REQUIRE_THAT(status.err, ContainsSubstring("Did you mean: dialbench explain 680"));
  REQUIRE_THAT(run_program("explain bsuy").err, ContainsSubstring("Did you mean: dialbench explain BUSY"));
}

TEST_CASE("a number that modems have for a result is told where it is read", "[binary]") {
  const auto five = run_program("explain 5");
  CHECK(five.status == 1);
  CHECK_THAT(dialbench::tests::unbroken(five.err),
             ContainsSubstring("there is no code 5 ") && ContainsSubstring("echo 5 | dialbench classify"));
  CHECK(fits_the_page(five.err));
  for (const auto* const none : {"12345", "678.5", "-5", "400"})
    CHECK(run_program(std::string("explain ") + none).err.find("classify") == std::string::npos);
  CHECK(run_program("explain explain").err.find("Did you") == std::string::npos);
}

TEST_CASE("a number is a code or none, and never searched for", "[binary]") {
  const auto* const asked = GENERATE("0", "1", "-1", "678.5", "+5", "99999999999999999999");
  CAPTURE(asked);
  const auto ran = run_program(std::string("explain ") + asked);
  REQUIRE(ran.status == 1);
  REQUIRE(ran.out.empty());
  REQUIRE_THAT(ran.err, ContainsSubstring(std::string("there is no code ") + asked));
}

TEST_CASE("one wrong number among several is named", "[binary]") {
  const auto ran = run_program("explain 676 99999");
  REQUIRE(ran.status == 1);
  REQUIRE_THAT(ran.err, ContainsSubstring("there is no code 99999"));
}

TEST_CASE("what was typed is shown harmless and short", "[binary]") {
  const auto control = run_program("explain \"$(printf '\\033[2Jfoo')\"");
  REQUIRE(control.status == 1);
  REQUIRE_THAT(control.err, ContainsSubstring("[2Jfoo'"));
  REQUIRE(fits_the_page(control.err));
  const auto large = run_program("explain $(head -c 10000 /dev/zero | tr '\\0' q)");
  REQUIRE(large.status == 1);
  REQUIRE_THAT(large.err, ContainsSubstring("qqq...'"));
  REQUIRE(large.err.size() < 300);
}

TEST_CASE("an answer that cannot be written is a failure, one that nobody wants is none", "[binary]") {
  const auto* const command = GENERATE("explain 678", "explain --json 678", "explain --layer line", "ports");
  CAPTURE(command);
  const auto full = run_program(std::string(command) + " >/dev/full");
  REQUIRE(full.status == 1);
  REQUIRE_THAT(full.err, ContainsSubstring("No space left on device"));
}
