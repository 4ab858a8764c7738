#include "at/inf/response.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

namespace {

Value value(std::string name, std::string bytes) {
  Value v;
  v.kind = ValueKind::binary;
  v.name = std::move(name);
  v.bytes = std::move(bytes);
  return v;
}

} // namespace

TEST_CASE("ten bytes are state, options and two rates") {
  const auto r = response_of(
      value("<cr><lf>CONNECT 28800<cr><lf>", std::string("\x02\x03\x80\x70\0\0\0\xC2\x01\0", 10)));
  REQUIRE(r.has_value());
  CHECK(r->text == "\r\nCONNECT 28800\r\n");
  CHECK(r->state == 2);
  CHECK(r->options == 3);
  CHECK(r->dce == 28800);
  CHECK(r->dte == 115200);
  CHECK(!r->open);
}

TEST_CASE("fewer or more bytes, a text, or a state that is none are refused with the reason") {
  CHECK(!response_of(value("OK", std::string(9, '\0'))).has_value());
  CHECK(response_of(value("OK", std::string(11, '\0'))).error().find("11 bytes, not ten") !=
        std::string::npos);
  CHECK(!response_of(value("OK", "")).has_value());
  CHECK(!response_of(value("OK", std::string(10, '\x5C'))).has_value());
  Value text = value("OK", std::string(10, '\0'));
  text.kind = ValueKind::text;
  CHECK(!response_of(text).has_value());
}

TEST_CASE("numbers have their lowest byte first") {
  CHECK(dword("\x01\x02\x03\x84\x05", 0) == 0x84030201);
  CHECK(dword("\x01\x02\x03\x84\x05", 1) == 0x05840302);
}
