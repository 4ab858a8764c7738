#include "at/line_ends.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace dialbench;
using at::detail::LineEnds;

TEST_CASE("a line end is found wherever it stands") {
  const LineEnds ends;
  for (std::size_t size = 0; size < 40; ++size) {
    std::string bytes(size, 'x');
    CHECK(ends.find(bytes, 0) == size);
    for (std::size_t at = 0; at < size; ++at)
      for (const char end : {'\r', '\n', '\0'}) {
        bytes.assign(size, '\xe9'); // bytes with the top bit set are no control characters
        bytes[at] = end;
        for (std::size_t from = 0; from <= at; ++from) CHECK(ends.find(bytes, from) == at);
        CHECK(ends.find(bytes, at + 1) == size);
      }
  }
}

TEST_CASE("control characters that end no line do not stop the search") {
  const LineEnds ends;
  const std::string bytes = "\x11\x13\t\x1b[0m text \x07\x08\x01\x02\x03\x04\x05\x06\x0b\x0c\x0e\x0f\r";
  CHECK(ends.find(bytes, 0) == bytes.size() - 1);
}

TEST_CASE("line ends that are no control characters are found too") {
  LineEnds ends;
  ends.set('!', '\xff');
  const std::string bytes = "twenty bytes of text\xff"
                            "and more!";
  CHECK(ends.find(bytes, 0) == 20);
  CHECK(ends.find(bytes, 21) == bytes.size() - 1);
  CHECK(ends.is_end('\r'));
  ends.set('\r', '\n');
  CHECK(!ends.is_end('!'));
}
