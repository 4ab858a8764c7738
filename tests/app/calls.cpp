// [binary]: what is told before a call and behind it.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"

#include <algorithm>

using dialbench::tests::run_program;

TEST_CASE("a set-up command without AT is a wrong command line, not a dead modem", "[binary]") {
  for (const std::string init : {"X4", "E0Q0V1X4"}) {
    CAPTURE(init);
    const auto ran = run_program("dial --init " + init + " 5550100");
    CHECK(ran.status == 64);
    // However wide the page is.
    std::string told = ran.err;
    std::replace(told.begin(), told.end(), '\n', ' ');
    CHECK_THAT(told, ContainsSubstring("begins with AT: --init AT" + init + ". Nothing was dialled."));
  }
  CHECK(run_program("dial --init atx4 5550100").status == 0);
}

TEST_CASE("a printed check keeps what was said of line and port", "[binary]") {
  const auto ran = run_program("dial --speed 9600 --flow none --pulse --s7 60 --country DE 5550180");
  CHECK(ran.status == 80);
  CHECK_THAT(ran.out,
             ContainsSubstring("dialbench dial --speed 9600 --flow none --country de --pulse 5550180"));
  CHECK_THAT(ran.out, ContainsSubstring("--country de --pulse --init ATX3 --prefix ,,,W 5550180"));
  // The longest of them works as it stands.
  const auto again =
      run_program("dial --speed 9600 --flow none --country de --pulse --init ATX3 --prefix ,,,W 5550180");
  CHECK(again.status == 80);
}

TEST_CASE("an empty prefix on the command line takes the configured one away", "[binary]") {
  CHECK(run_program("dial --prefix '' 5550176").status == 76);
}
