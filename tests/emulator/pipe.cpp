#include "harness/emulator/pipe.hpp"

#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using namespace std::chrono_literals;

TEST_CASE("bytes arrive at the line's rate") {
  Pipe pipe;
  pipe.open(8000, true); // a byte a millisecond
  CHECK_FALSE(pipe.deadline());
  pipe.put(std::string(25, 'x'), 1s);
  CHECK(pipe.deadline() == 1s + 10ms);
  CHECK(pipe.last_arrives() == 1s + 25ms);
  CHECK(pipe.take(1s, 100).empty());
  CHECK(pipe.take(1s + 10ms, 100).size() == 10);
  CHECK(pipe.deadline() == 1s + 20ms);
  CHECK(pipe.take(1s + 20ms, 3).size() == 3);
  CHECK(pipe.take(1s + 20ms, 100).size() == 7);
  CHECK(pipe.take(2s, 100).size() == 5);
  CHECK_FALSE(pipe.deadline());
}

TEST_CASE("without error control a byte has ten bits") {
  Pipe pipe;
  pipe.open(300, false);
  pipe.put("ab", 0s);
  CHECK(pipe.deadline() == Duration(33334));
  CHECK(pipe.take(Duration(33333), 9).empty());
  CHECK(pipe.take(Duration(33334), 9) == "a");
  CHECK(pipe.take(Duration(66667), 9) == "b");
}

TEST_CASE("a line that was idle begins again, a busy one goes on") {
  Pipe pipe;
  pipe.open(8000, true);
  pipe.put("a", 0s);
  pipe.put("b", 0s);
  CHECK(pipe.last_arrives() == 2ms);
  CHECK(pipe.take(2ms, 9) == "ab");
  pipe.put("c", 5s);
  CHECK(pipe.last_arrives() == 5s + 1ms);
}

TEST_CASE("it is bounded, and a long call keeps its rate") {
  Pipe pipe;
  pipe.open(33600, true);
  std::size_t sent = 0;
  std::size_t got = 0;
  Time now{};
  for (; sent < 1'000'000; now += 10ms) {
    const auto room = pipe.room();
    pipe.put(std::string(room + 5, 'x'), now);
    sent += room;
    CHECK(pipe.room() == 0);
    got += pipe.take(now, 100'000).size();
  }
  const double seconds = static_cast<double>(now.count()) / 1e6;
  const double rate = static_cast<double>(got) / seconds;
  CHECK(rate > 4150);
  CHECK(rate < 4250);
}
