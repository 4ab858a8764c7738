#include "harness/emulator/outbox.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;
using namespace std::chrono_literals;

TEST_CASE("writes leave in the order of their times") {
  Outbox out(0s);
  out.send("late", 2s);
  out.send("soon", 1s);
  out.send("er", 1s);
  CHECK(out.ready() == "");
  CHECK(out.deadline() == 1s);
  out.run(1s);
  CHECK(out.ready() == "sooner");
  out.taken(2);
  out.run(2s);
  CHECK(out.ready() == "onerlate");
  CHECK_FALSE(out.deadline());
}

TEST_CASE("a byte interval paces") {
  Outbox out(10ms);
  out.send("abc", 1s);
  out.run(1s);
  CHECK(out.ready() == "a");
  CHECK(out.deadline() == 1010ms);
  out.run(1015ms);
  CHECK(out.ready() == "ab");
  out.run(1020ms);
  CHECK(out.ready() == "abc");
  out.send("d", 5s);
  out.run(5s);
  CHECK(out.ready() == "abcd");
}

TEST_CASE("what is beyond the bound is lost") {
  Outbox out(0s);
  out.send(std::string(output_bytes_max - 1, 'x'), 0s);
  out.send("yz", 0s);
  out.run(0s);
  CHECK(out.ready().size() == output_bytes_max);
  CHECK(out.ready().back() == 'y');
  CHECK(out.room() == 0);
  out.taken(10 * output_bytes_max);
  CHECK(out.room() == output_bytes_max);
}

TEST_CASE("garbled, no byte is what it was, and none is a line end") {
  Outbox outbox({}, true);
  outbox.send("\r\nOK\r\n", 0s);
  outbox.run(0s);
  REQUIRE(outbox.ready().size() == 6);
  for (const char c : outbox.ready()) CHECK((static_cast<unsigned char>(c) & 0x80) != 0);
}
