#include "harness/redial/number.hpp"

#include "tests/catch.hpp"

using dialbench::redial::digits_of;

TEST_CASE("a number is its digits") {
  CHECK(digits_of("5551234") == "5551234");
  CHECK(digits_of("T555-1234") == "5551234");
  CHECK(digits_of("(02) 555.1234") == "025551234");
  CHECK(digits_of("9,W555@1234!#") == "95551234");
  CHECK(digits_of("") == "");
  CHECK(digits_of("L") == "");
}

TEST_CASE("a service code in front is no part of the number") {
  CHECK(digits_of("*70,,5551234") == "5551234");
  CHECK(digits_of("T*70W*67,5551234") == "5551234");
  CHECK(digits_of("*7") == "");
  CHECK(digits_of("5551234*70") == "555123470");
}
