#include "harness/report/json.hpp"

#include "tests/catch.hpp"

namespace dialbench::report {

TEST_CASE("valid UTF-8 stays as it is") {
  REQUIRE(utf8("plain \x01\r\n") == "plain \x01\r\n");
  REQUIRE(utf8("\xc2\xa0 \xe2\x82\xac \xf0\x9f\x93\x9e") == "\xc2\xa0 \xe2\x82\xac \xf0\x9f\x93\x9e");
}

TEST_CASE("every byte that is no UTF-8 is escaped, and only that") {
  REQUIRE(utf8("a\x80z") == "a\\x80z");
  REQUIRE(utf8("\xc3") == "\\xC3");          // cut short
  REQUIRE(utf8("\xe2\x82") == "\\xE2\\x82"); // cut short
  REQUIRE(utf8("\xe2\x82z") == "\\xE2\\x82z");
  REQUIRE(utf8("\xc0\xaf") == "\\xC0\\xAF"); // longer than needed
  REQUIRE(utf8("\xe0\x80\xaf") == "\\xE0\\x80\\xAF");
  REQUIRE(utf8("\xed\xa0\x80") == "\\xED\\xA0\\x80");          // a surrogate
  REQUIRE(utf8("\xf4\x90\x80\x80") == "\\xF4\\x90\\x80\\x80"); // beyond Unicode
  REQUIRE(utf8("\xff\xfe") == "\\xFF\\xFE");
}

} // namespace dialbench::report
