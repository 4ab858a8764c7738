#include "harness/emulator/exchange.hpp"

#include "tests/catch.hpp"

#include <set>

using namespace dialbench::emulator;

TEST_CASE("a number is found whatever stands around its digits") {
  const auto& exchange = embedded_exchange();
  const Far* busy = &exchange.numbers.at("5550176");
  for (const auto* dialled :
       {"5550176", "T5550176", "555-0176", "9,555-0176", "P9W(555) 01 76;", "*70,5550176", "001015550176"})
    CHECK(&exchange.at(dialled) == busy);
}

TEST_CASE("every other number is the other far end") {
  const auto& exchange = embedded_exchange();
  for (const auto* dialled : {"5550199", "0176", "", "T", "55501760"})
    CHECK(&exchange.at(dialled) == &exchange.other);
  CHECK(exchange.other.kind == Far::Kind::no_answer);
}

TEST_CASE("a long number that stands in the exchange goes before its last seven digits") {
  Exchange exchange;
  exchange.numbers["5550176"].kind = Far::Kind::busy;
  exchange.numbers["15550176"].kind = Far::Kind::voice;
  CHECK(exchange.at("1-555-0176").kind == Far::Kind::voice);
  CHECK(exchange.at("2-555-0176").kind == Far::Kind::busy);
}

TEST_CASE("only digits are digits") {
  CHECK(digits_of("T9W,*70(555)AB-01;") == "97055501");
  CHECK(digits_of("") == "");
}

TEST_CASE("* and # are keys of a number that has them, and stand for nothing in front of another") {
  Exchange exchange;
  exchange.numbers["*70"].kind = Far::Kind::busy;
  exchange.numbers["#31#"].kind = Far::Kind::voice;
  exchange.numbers["5550176"].kind = Far::Kind::fax;
  CHECK(exchange.at("T*70").kind == Far::Kind::busy);
  CHECK(exchange.at("#3W1#").kind == Far::Kind::voice);
  CHECK(exchange.at("*70,555-0176").kind == Far::Kind::fax);
  CHECK(&exchange.at("70") == &exchange.other);
  CHECK(keys_of("T*7 0(#)AB9;") == "*70#9");
}
