#include "harness/transcript/scan.hpp"

#include "tests/catch.hpp"

using namespace dialbench::transcript;

TEST_CASE("decimals are millionths") {
  std::string_view text = "12rest";
  CHECK(scan::take_decimals(text) == 120'000);
  CHECK(text == "rest");
  text = "1234567";
  CHECK(scan::take_decimals(text) == 123'456);
  text = "1234567890";
  CHECK_FALSE(scan::take_decimals(text));
}

TEST_CASE("two hexadecimal digits are a byte") {
  CHECK(scan::hex_byte("0d") == '\r');
  CHECK(scan::hex_byte("fF") == '\xff');
  for (const auto* text : {"", "d", "0x", "-1", " 1", "0d0"}) CHECK_FALSE(scan::hex_byte(text));
}

TEST_CASE("a message shows the beginning of what was found") {
  CHECK(scan::shown("a\r") == "\"a\\r\"");
  CHECK(scan::shown(std::string(100, 'x')) == '"' + std::string(24, 'x') + "\"...");
}
