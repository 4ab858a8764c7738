#include "harness/emulator/faults/fault.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace std::chrono_literals;
using faults::Fault;

TEST_CASE("a fault is one line of text, and is read back from it") {
  Fault fault;
  fault.kind = Fault::Kind::previous_result;
  fault.call = 2;
  fault.at = 1500ms;
  fault.word = "NO CARRIER";
  CHECK(faults::shown(fault) == "previous_result call=2 at=1.5s word=\"NO CARRIER\"");
  const auto read = faults::read_fault(faults::shown(fault));
  REQUIRE(read);
  CHECK(*read == fault);
}

TEST_CASE("what has its default is left out") {
  CHECK(faults::shown(Fault{}) == "drop");
  const auto read = faults::read_fault("  flip   way=to_modem  byte=0 value=128 ");
  REQUIRE(read);
  CHECK(read->way == Fault::Way::to_modem);
  CHECK(read->byte == 0U);
  CHECK(faults::shown(*read) == "flip way=to_modem byte=0 value=128");
}

TEST_CASE("a line that is no fault is refused, and says what was expected") {
  struct Row {
    const char* line;
    const char* expected;
  };
  const auto row = GENERATE(
      Row{"", "one of drop"}, Row{"explode", "one of drop"}, Row{"drop count", "key=value"},
      Row{"drop count=", "count: a whole number"}, Row{"drop count=0", "from 1 to 65536"},
      Row{"drop count=65537", "from 1 to 65536"}, Row{"drop count=-1", "a whole number"},
      Row{"drop count=1x", "a whole number"}, Row{"drop at=soon", "a duration"},
      Row{"drop way=up", "from_modem or to_modem"}, Row{"drop kind=flip", "the kind first"},
      Row{"drop size=1", "one of kind way"}, Row{"previous_result word=\"BUSY", "a closing double quote"},
      Row{"previous_result word=\"a\\b\"", "printable ASCII"}, Row{"flip", "value, 1 to 255: the bits"},
      Row{"flip value=256", "value, 1 to 255"},
      Row{"ring way=to_modem", "from_modem: ring cannot happen to what is sent to the modem"},
      Row{"reset way=to_modem", "sent to the modem"}, Row{"delay count=2", "needs for"},
      Row{"stall", "for: stall needs for how long"}, Row{"late_result", "needs for"},
      Row{"echo_storm", "needs for"});
  CAPTURE(row.line);
  const auto read = faults::read_fault(row.line);
  REQUIRE_FALSE(read);
  CHECK_THAT(read.error(), ContainsSubstring(row.expected));
}

TEST_CASE("a key that is refused changes nothing") {
  Fault fault;
  CHECK(faults::set_fault(fault, "count", "many"));
  CHECK(faults::set_fault(fault, "kind", "many"));
  CHECK(faults::set_fault(fault, "many", "1"));
  CHECK(fault == Fault{});
}
