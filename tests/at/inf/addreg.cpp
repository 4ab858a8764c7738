#include "at/inf/addreg.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

namespace {

Value value(const std::string& text) {
  const Sections sections({"[s]\n" + text, true});
  Line line;
  Lines lines(sections, 0);
  REQUIRE(lines.next(line));
  return addreg_value(line);
}

} // namespace

TEST_CASE("a value without flags is text") {
  const Value v = value("HKR, Init, 1,, \"AT<cr>\"");
  CHECK(v.kind == ValueKind::text);
  CHECK(v.root == "HKR");
  CHECK(v.key == "Init");
  CHECK(v.name == "1");
  CHECK(v.text == "AT<cr>");
  CHECK(v.line == 2);
  CHECK(value("HKR,,A,0x00010000,one,two").text == "one,two");
  CHECK(value("HKR,,A,0x20000,%11%").kind == ValueKind::text);
  CHECK(value("HKR,\\Fax\\Class1\\,A,,b").key == "Fax\\Class1");
  CHECK(value("hkr,,A").kind == ValueKind::text);
}

TEST_CASE("binary values are bytes in hexadecimal, over several lines") {
  const Value v = value("HKR,,P,1, 80,0x01,0,\\\n ff, A");
  CHECK(v.kind == ValueKind::binary);
  CHECK(v.bytes == std::string("\x80\x01\0\xFF\x0A", 5));
  CHECK(value("HKR,,P,1,01,02,,").bytes == "\x01\x02");
  CHECK(value("HKR,,P,0x00000001,01").bytes == "\x01");
  CHECK(value("HKR,,P,3,01").keeps);
  CHECK(value("HKR,,P,1").bytes.empty());
}

TEST_CASE("bytes that are none break the value") {
  for (const char* text : {"HKR,,P,1,0G", "HKR,,P,1,100", "HKR,,P,1,1,,2", "HKR,,P,1,-1", "HKR,,P,1,0x"}) {
    CAPTURE(text);
    CHECK(value(text).kind == ValueKind::broken);
    CHECK(!value(text).problem.empty());
  }
}

TEST_CASE("numbers are decimal, hexadecimal, or four bytes") {
  CHECK(value("HKR,,D,0x00010001,10").bytes == std::string("\x0A\0\0\0", 4));
  CHECK(value("HKR,,D,65537,0x12345678").bytes == "\x78\x56\x34\x12");
  CHECK(value("HKR,,D,0x10001,0a,00,00,00").bytes == std::string("\x0A\0\0\0", 4));
  CHECK(value("HKR,,D,0x10001,ten").kind == ValueKind::broken);
  CHECK(value("HKR,,D,0x10001,4294967296").kind == ValueKind::broken);
}

TEST_CASE("lines that delete or only make a key set nothing") {
  CHECK(value("HKR,,A,4").kind == ValueKind::nothing);
  CHECK(value("HKR,A,,0x10").kind == ValueKind::nothing);
}

TEST_CASE("lines that are no registry lines are broken and say why") {
  CHECK(value("AddReg=x").kind == ValueKind::broken);
  CHECK(value("HKX,a,b,,c").problem.find("HKX") != std::string::npos);
  CHECK(value("HKR,a,b,flags,c").kind == ValueKind::broken);
  CHECK(value("HKR,a,b,,\"c").problem.find("quote") != std::string::npos);
  CHECK(value("HKR,a,b,," + std::string(line_bytes_max, 'x')).kind == ValueKind::broken);
}
