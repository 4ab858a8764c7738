#include "at/last_call/number.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace dialbench;
using namespace dialbench::at::last_call;
using at::Unit;

namespace {

// The value and what is left, or "none".
std::string taken(std::string_view text, Unit unit = Unit::count) {
  const auto measure = take_measure(text, unit);
  if (!measure) return "none";
  std::string result = measure->whole ? std::to_string(static_cast<long long>(measure->value))
                                      : std::to_string(measure->value).substr(0, 5);
  if (measure->negative) result = '-' + result;
  return result + '|' + std::string(text);
}

} // namespace

TEST_CASE("hexadecimal numbers of up to eight digits") {
  CHECK(hexadecimal("1f") == 0x1FU);
  CHECK(hexadecimal("0x1F") == 0x1FU);
  CHECK(hexadecimal("FFFFFFFF") == 0xFFFFFFFFU);
  CHECK(hexadecimal("00000000001") == 1U);
  CHECK(!hexadecimal("100000000"));
  CHECK(!hexadecimal(""));
  CHECK(!hexadecimal("1G"));
  CHECK(!hexadecimal("-1"));
  CHECK(!hexadecimal("1 "));
}

TEST_CASE("decimal numbers of up to nine digits") {
  CHECK(decimal("026") == 26U);
  CHECK(decimal("999999999") == 999'999'999U);
  CHECK(decimal("0000000000000012") == 12U);
  CHECK(!decimal("1000000000"));
  CHECK(!decimal(""));
  CHECK(!decimal("1F"));
}

TEST_CASE("measures with units, glued or apart") {
  CHECK(taken("1730") == "1730|");
  CHECK(taken("1730 Chars Received") == "1730| Chars Received");
  CHECK(taken("26400 BPS", Unit::bits_per_second) == "26400|");
  CHECK(taken("26400bps  x", Unit::bits_per_second) == "26400|  x");
  CHECK(taken("26 400 BIT/S", Unit::bits_per_second) == "26400|");
  CHECK(taken("1,730") == "1730|");
  CHECK(taken("26 400", Unit::count) == "26| 400");
  CHECK(taken("-23 dBm", Unit::dbm) == "-23|");
  CHECK(taken("12/13", Unit::dbm) == "12|/13");
  CHECK(taken("43.5 dB", Unit::decibel) == "43.50|");
}

TEST_CASE("a multiple of the field's unit is converted") {
  CHECK(taken("33.6k", Unit::bits_per_second).substr(0, 5) == "33600");
  CHECK(taken("64 kbit/s", Unit::bits_per_second) == "64000|");
  CHECK(taken("2 s", Unit::milliseconds) == "2000|");
  CHECK(taken("20 msec", Unit::milliseconds) == "20|");
  CHECK(taken("5 s", Unit::seconds) == "5|");
}

TEST_CASE("what is no number is left alone") {
  for (const char* text : {"", "x", "-", "+", "12abc", "12-3", "12:30", "1,73", "1.2.3", "9999999999999999",
                           "99999999999999999999999999999999999999999999", ".5", "0x12"}) {
    CAPTURE(text);
    CHECK(taken(text) == "none");
  }
  CHECK(taken("999999999999999") == "999999999999999|");
}

TEST_CASE("the time that a call took") {
  CHECK(clock_seconds("00:03:21") == 201);
  CHECK(clock_seconds("03:21") == 201);
  CHECK(clock_seconds("9999:59:59") == 9999LL * 3600 + 3599);
  for (const char* text :
       {"", "21", "1:2:3:4", "00:60:00", "10000:00:00", "00:00", ":00:01", "00:00:", "a:b"}) {
    CAPTURE(text);
    CHECK(clock_seconds(text).has_value() == (std::string(text) == "00:00"));
  }
}
