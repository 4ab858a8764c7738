// [binary]: these run the built program.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"

using dialbench::tests::fits_the_page;
using dialbench::tests::run_program;

TEST_CASE("without a command, every way that a call can end is shown, in order", "[binary]") {
  const auto ran = run_program("");
  REQUIRE(ran.status == 0);
  REQUIRE_THAT(ran.out, StartsWith("No phone line is used"));
  std::size_t at = 0;
  for (const auto* row :
       {"5550100  CONNECT 33600   connected        none", "5550176  BUSY            busy             676 ",
        "5550177  VOICE           voice_answer     677 ", "5550178  NO ANSWER       no_answer        678 ",
        "5550179  NO CARRIER      no_carrier       679 ", "5550180  NO DIALTONE     no_dialtone      680 ",
        "5550181  ERROR           command_error    681 ", "5550192  (nothing)       no_response      692 "}) {
    CAPTURE(row);
    const auto found = ran.out.find(row, at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
  REQUIRE(fits_the_page(ran.out));
}
