#include "harness/emulator/stream.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;
using namespace std::chrono_literals;

TEST_CASE("a stream repeats its pattern at the speed of a line and stops for a reader that does not read") {
  Outbox out(0s);
  Stream stream;
  CHECK_FALSE(stream.deadline(out));
  stream.add("ab", 1s);
  stream.add("c", 1s);
  while (const auto due = stream.deadline(out)) {
    stream.run(out);
    out.run(*due);
  }
  CHECK(out.ready().substr(0, 8) == "abcabcab");
  CHECK(out.ready().size() <= output_bytes_max);
  out.taken(1000);
  CHECK(stream.deadline(out));
  stream.stop();
  CHECK_FALSE(stream.deadline(out));
}

TEST_CASE("the pattern is bounded") {
  Outbox out(0s);
  Stream stream;
  stream.add(std::string(stream_pattern_max, 'a'), 0s);
  stream.add("b", 0s);
  for (int i = 0; i < 20; ++i) stream.run(out);
  out.run(10s);
  CHECK(out.ready().find('b') == std::string_view::npos);
}
