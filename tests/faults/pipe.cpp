#include "harness/emulator/faults/pipe.hpp"
#include "harness/emulator/line_errors.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace std::chrono_literals;
using faults::Fault;
using faults::Pipe;

namespace {

// What comes out by `until` of one write at 0, with the faults counted from there.
std::string through(const std::string& schedule, const std::string& bytes, Time until = 1h,
                    Fault::Way way = Fault::Way::from_modem) {
  const auto read = faults::read_schedule(schedule);
  if (!read) FAIL(read.error());
  Pipe pipe(*read, way);
  pipe.began(0, Time{});
  pipe.feed(bytes, Time{});
  for (auto due = pipe.deadline(); due && *due <= until; due = pipe.deadline()) pipe.run(*due);
  return std::string(pipe.ready());
}

} // namespace

TEST_CASE("without a fault every byte goes through at once") {
  CHECK(through("", "\r\nBUSY\r\n", 0s) == "\r\nBUSY\r\n");
  CHECK(through("drop way=to_modem", "BUSY", 0s) == "BUSY");
}

TEST_CASE("each kind does to the bytes what its row says") {
  struct Row {
    const char* fault;
    const char* in;
    std::string out;
  };
  const auto row = GENERATE(
      Row{"drop byte=1 count=2", "BUSY", "BY"}, Row{"drop count=9", "BUSY", ""},
      Row{"duplicate byte=1 count=2", "BUSY", "BUSYUS"}, Row{"flip value=32 count=2", "BUSY", "buSY"},
      Row{"flip value=128 byte=3", "BUSY", std::string("BUS") + static_cast<char>('Y' | 0x80)},
      Row{"parity count=4", "ABCD", std::string("AB\xc3") + "D"},
      Row{"parity count=4 value=1", "ABCD",
          "\xc1\xc2"
          "C\xc4"},
      Row{"wrong_rate count=1", "AT", "\xf4T"}, Row{"nul byte=2 count=2", "OK!", std::string("OK\0\0!", 5)},
      Row{"flood byte=2 count=5", "OK!", "OKThe q!"}, Row{"ring byte=2", "BUSY", "BU\r\nRING\r\nSY"},
      Row{"ring count=2", "", "\r\nRING\r\n\r\nRING\r\n"},
      Row{"previous_result word=\"NO CARRIER\"", "", "\r\nNO CARRIER\r\n"},
      Row{"previous_result", "\r\nOK\r\n", "\r\nOK\r\n"}, Row{"silent", "BUSY", ""},
      Row{"split count=3 for=10ms", "BUSY", "BUSY"}, Row{"stall for=1s", "BUSY", "BUSY"},
      Row{"drop byte=1\ndrop byte=1", "BUSY", "BSY"},
      Row{"drop byte=1\nnul byte=2", "BUSY", std::string("B\0SY", 4)}, Row{"reset", "BUSY", "BUSY"});
  CAPTURE(row.fault);
  CHECK(through(row.fault, row.in) == row.out);
}

TEST_CASE("what comes twice of a line without an end is not kept for later") {
  CHECK(through("late_result call=1 for=1s\nduplicate count=5", "ERROR") == "ERRORERROR");
}

TEST_CASE("noise is drawn from its seed") {
  const auto one = through("noise count=20 value=1", "");
  CHECK(one.size() == 20);
  CHECK(one == through("noise count=20 value=1", ""));
  CHECK(one != through("noise count=20 value=2", ""));
}

TEST_CASE("what is late keeps its order") {
  CHECK(through("delay byte=1 count=1 for=2s", "BUSY", 1999ms) == "B");
  CHECK(through("delay byte=1 count=1 for=2s", "BUSY", 2s) == "BUSY");
  CHECK(through("stall for=2s", "BUSY", 1999ms).empty());
  CHECK(through("split for=1s count=4", "BUSY", 2500ms) == "BUS");
}

TEST_CASE("a late result is overtaken by what is said behind it") {
  const auto read = faults::read_schedule("late_result for=10s");
  Pipe pipe(*read, Fault::Way::from_modem);
  pipe.began(0, Time{});
  pipe.feed("\r\nRINGING\r\n\r\nBUSY\r\n", 1s);
  pipe.feed("\r\nOK\r\n", 2s);
  pipe.run(5s);
  CHECK(std::string(pipe.ready()).find("BUSY") == std::string::npos);
  CHECK(std::string(pipe.ready()).find("OK") != std::string::npos);
  CHECK(pipe.deadline() == 11s);
  pipe.run(11s);
  CHECK(std::string(pipe.ready()).ends_with("\r\nBUSY\r\n"));
  REQUIRE(pipe.acts().size() == 1);
  CHECK(pipe.acts().front().first == 1s);
}

TEST_CASE("of a late result nothing comes before its time, its line ends neither, however it is cut") {
  const auto read = faults::read_schedule("late_result for=10s");
  const std::string said = "\r\nBUSY\r\n";
  const auto piece = GENERATE(range<std::size_t>(1, 9));
  CAPTURE(piece);
  Pipe pipe(*read, Fault::Way::from_modem);
  pipe.began(0, Time{});
  pipe.feed("\r\nRINGING\r\n", 500ms);
  CHECK(pipe.ready() == "\r\nRINGING\r\n");
  for (std::size_t i = 0; i < said.size(); i += piece) pipe.feed(said.substr(i, piece), 1s);
  CHECK(pipe.ready() == "\r\nRINGING\r\n");
  pipe.run(10s);
  CHECK(pipe.ready() == "\r\nRINGING\r\n");
  pipe.feed("\r\nOK\r\n", 10500ms);
  CHECK(pipe.ready() == "\r\nRINGING\r\n\r\nOK\r\n");
  pipe.run(11s);
  CHECK(pipe.ready() == "\r\nRINGING\r\n\r\nOK\r\n\r\nBUSY\r\n");
}

TEST_CASE("an empty line does not wait for ever behind a late result") {
  const auto read = faults::read_schedule("late_result for=10s");
  Pipe pipe(*read, Fault::Way::from_modem);
  pipe.began(0, Time{});
  pipe.feed("\r\n", 1s);
  REQUIRE(pipe.deadline() == 2s);
  pipe.run(2s);
  CHECK(pipe.ready() == "\r\n");
  pipe.feed("AT\r\r\nOK\r\n", 3s);
  CHECK(pipe.ready() == "\r\nAT\r\r\nOK\r\n");
}

TEST_CASE("a line that stops in the middle does not wait for ever behind a late result") {
  const auto read = faults::read_schedule("late_result for=10s");
  Pipe pipe(*read, Fault::Way::from_modem);
  pipe.began(0, Time{});
  pipe.feed("login: ", 1s);
  CHECK(pipe.ready().empty());
  REQUIRE(pipe.deadline() == 2s);
  pipe.run(2s);
  CHECK(pipe.ready() == "login: ");
}

TEST_CASE("a line in whose middle the last fault ends keeps its order") {
  const auto read = faults::read_schedule("previous_result word=OK at=1s");
  REQUIRE(read);
  Pipe pipe(*read, Fault::Way::from_modem);
  pipe.began(0, Time{});
  pipe.feed("BUS", 500ms);
  pipe.run(1s);
  pipe.feed("Y\r\n", 1200ms);
  pipe.run(10s);
  CHECK(pipe.ready() == "\r\nOK\r\nBUSY\r\n");
}

TEST_CASE("the result of the dial before comes again in the next one") {
  const auto read = faults::read_schedule("previous_result call=2 at=1s");
  Pipe pipe(*read, Fault::Way::from_modem);
  pipe.began(0, Time{});
  pipe.began(1, Time{});
  pipe.feed("\r\nBUSY\r\n", 3s);
  pipe.feed("\r\nOK\r\n", 4s);
  pipe.taken(pipe.ready().size());
  CHECK(!pipe.deadline());
  pipe.began(2, 10s);
  REQUIRE(pipe.deadline() == 11s);
  pipe.run(11s);
  CHECK(pipe.ready() == "\r\nBUSY\r\n");
}

TEST_CASE("bytes and times count from the call that a fault names") {
  const auto read = faults::read_schedule("drop call=1 byte=2\nsilent call=1 at=5s for=2s");
  Pipe pipe(*read, Fault::Way::from_modem);
  pipe.began(0, Time{});
  pipe.feed("abcdef", 1s);
  pipe.began(1, 10s);
  pipe.feed("ghijkl", 11s);
  pipe.feed("mn", 15s);
  pipe.feed("op", 17s);
  CHECK(pipe.ready() == "abcdefghjklop");
}

TEST_CASE("a storm of echoes ends with its time") {
  const auto read = faults::read_schedule("echo_storm count=3 for=2s");
  Pipe pipe(*read, Fault::Way::from_modem);
  CHECK(pipe.echoes(Time{}) == 0);
  pipe.began(0, Time{});
  CHECK(pipe.echoes(1s) == 3);
  CHECK(pipe.echoes(2s) == 0);
}

TEST_CASE("all that waits on the way is bounded") {
  std::string many;
  for (int i = 0; i < 64; ++i) many += "flood count=65536\n";
  CHECK(through(many, "BUSY").size() == emulator::output_bytes_max);
}

TEST_CASE("damage that a UART notices is noted until it is taken") {
  using emulator::LineErrors;
  struct Row {
    const char* fault;
    unsigned char errors;
  };
  const auto row = GENERATE(Row{"parity", LineErrors::parity}, Row{"wrong_rate", LineErrors::framing},
                            Row{"drop", LineErrors::overrun}, Row{"nul", LineErrors::break_seen},
                            Row{"flip value=1", 0}, Row{"duplicate", 0});
  CAPTURE(row.fault);
  Pipe pipe(faults::read_schedule(row.fault).value(), Fault::Way::from_modem);
  CHECK(pipe.line_errors() == 0);
  pipe.began(0, Time{});
  pipe.feed("BUSY", Time{});
  CHECK(pipe.line_errors() == row.errors);
  pipe.take_line_errors();
  pipe.feed("BUSY", Time{});
  CHECK(pipe.line_errors() == 0);
}
