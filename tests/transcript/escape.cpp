#include "harness/transcript/escape.hpp"

#include "tests/catch.hpp"
#include "tests/transcript/random_events.hpp"

#include <algorithm>

using namespace dialbench;
using namespace dialbench::transcript;
using namespace std::string_literals;
using namespace std::string_view_literals;

TEST_CASE("bytes become C escapes") {
  CHECK(escaped("ATDT5550176\r") == R"(ATDT5550176\r)");
  CHECK(escaped("\r\nBUSY\r\n") == R"(\r\nBUSY\r\n)");
  CHECK(escaped("say \"\\\"\t") == R"(say \"\\\"\t)");
  CHECK(escaped("\0\x1b[2J\x7f\x80\xff"sv) == R"(\x00\x1b[2J\x7f\x80\xff)");
  CHECK(escaped("\x08"
                "41") == R"(\x0841)");
  CHECK(escaped("").empty());
  CHECK(quoted("OK\r") == R"("OK\r")");
}

TEST_CASE("no byte is shown raw, whatever the modem sends") {
  std::string all;
  for (unsigned byte = 0; byte < 256; ++byte) all += static_cast<char>(static_cast<unsigned char>(byte));
  const std::string shown = escaped(all);
  CHECK(std::all_of(shown.begin(), shown.end(),
                    [](char character) { return character >= 0x20 && character < 0x7f; }));
  const auto back = unescaped(shown);
  REQUIRE(back.has_value());
  CHECK(*back == all);
}

TEST_CASE("random bytes come back as they were") {
  const unsigned seed = GENERATE(1u, 2u, 3u, 4u, 5u);
  std::mt19937 engine(seed);
  for (int round = 0; round < 200; ++round) {
    const std::string bytes = tests::random_bytes(engine, 64);
    const auto back = unescaped(escaped(bytes));
    REQUIRE(back.has_value());
    REQUIRE(*back == bytes);
  }
}

TEST_CASE("escapes of other writers are read") {
  const auto read = [](std::string_view text) { return unescaped(text).value(); };
  CHECK(read(R"(\a\b\e\f\v\'\?)") == "\a\b\x1b\f\v'?");
  CHECK(read(R"(\0\33\033\177)") == "\0\x1b\x1b\x7f"s);
  CHECK(read(R"(\0011)") == "\1"s + "1");
  CHECK(read(R"(\x7\x7F\xfF)") == "\x07\x7f\xff");
  CHECK(read(R"(\x41BC)") == "ABC");
  CHECK(read("caf\xc3\xa9\tbar") == "caf\xc3\xa9\tbar");
}

TEST_CASE("what is no escape is a fault with its place") {
  const auto fault = [](std::string_view text) { return unescaped(text).error(); };
  CHECK(fault(R"(OK\q)").offset == 2);
  CHECK(fault(R"(OK\q)").what == R"(no escape for one byte: \q)");
  CHECK(fault(R"(\)").offset == 0);
  CHECK(fault(R"(ab\xg)").offset == 2);
  CHECK(fault(R"(\777)").offset == 0);
  CHECK(fault(R"(\8)").offset == 0);
  CHECK(fault(R"(a"b)").offset == 1);
  CHECK(fault("ab\x1b[2J").offset == 2);
  CHECK_THAT(fault("ab\x1b[2J").what, ContainsSubstring(R"(\x1b)"));
  CHECK(fault("\0"sv).offset == 0);
  CHECK(fault("\\\x1b").what == R"(no escape for one byte: \\x1b)");
}
