#include "catalogue/text.hpp"
#include "tests/catch.hpp"

using namespace dialbench::catalogue::text;

TEST_CASE("words are taken out of any text, in lower case") {
  CHECK(words_of("NO DIAL-TONE") == std::vector<std::string>{"no", "dial", "tone"});
  CHECK(words_of("ERROR_NO_ANSWER 678!") == std::vector<std::string>{"error", "no", "answer", "678"});
  CHECK(words_of(" \t\xff.").empty());
}

TEST_CASE("squeezed text has no blanks and signs") {
  CHECK(squeezed("NO DIAL TONE") == "nodialtone");
  CHECK(squeezed("no-dialtone.") == "nodialtone");
}

TEST_CASE("case does not matter, length does") {
  CHECK(equal_ignoring_case("Busy", "BUSY"));
  CHECK_FALSE(equal_ignoring_case("BUS", "BUSY"));
  CHECK_FALSE(equal_ignoring_case("@", "`"));
}
