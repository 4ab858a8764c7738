#include "at/line_ends.hpp"

#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace dialbench;
using at::detail::LineEnds;
using at::detail::LineScan;

namespace {

// What a scan must tell, byte by byte.
std::vector<std::size_t> changes_of(std::string_view bytes, const LineEnds& ends) {
  std::vector<std::size_t> changes;
  bool end_before = true;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (ends.is_end(bytes[i]) != end_before) changes.push_back(i);
    end_before = ends.is_end(bytes[i]);
  }
  changes.push_back(bytes.size());
  return changes;
}

std::vector<std::size_t> scanned(std::string_view bytes, const LineEnds& ends) {
  std::vector<std::size_t> changes;
  LineScan scan(ends, bytes);
  do changes.push_back(scan.next());
  while (changes.back() != bytes.size());
  return changes;
}

} // namespace

TEST_CASE("the mask of a block says of each byte whether it ends a line, whatever S3 and S4 are") {
  for (const auto& [s3, s4] : {std::pair{'\r', '\n'}, std::pair{'!', '\xff'}, std::pair{'\r', '\0'}}) {
    LineEnds ends;
    ends.set(s3, s4);
    for (std::size_t size = 0; size <= 64; ++size)
      for (unsigned first = 0; first < 256; first += 7) {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(first + i * 37);
        const std::vector<char> exact(bytes.begin(), bytes.end()); // reading beyond it is found
        CAPTURE(size, first);
        CHECK(ends.mask(exact.data(), size) == ends.mask_bytewise(bytes.data(), size));
      }
  }
}

TEST_CASE("a scan tells every change between text and line ends, wherever blocks begin") {
  const LineEnds ends;
  for (std::size_t size = 0; size < 200; ++size) {
    const std::string text(size, '\xe9'); // bytes with the top bit set are no line ends
    const std::string only_ends(size, '\n');
    const std::string bytes = text + "\r\n" + text + only_ends + "\x11\t\x1b" + text;
    CAPTURE(size);
    CHECK(scanned(bytes, ends) == changes_of(bytes, ends));
    CHECK(scanned(only_ends, ends) == changes_of(only_ends, ends));
  }
}

TEST_CASE("a scan may begin inside a text, whose end comes first") {
  const LineEnds ends;
  for (std::size_t rest = 0; rest < 130; ++rest) {
    const std::string bytes = std::string(rest, 'x') + "\r\nOK\r\n";
    LineScan scan(ends, bytes, false);
    CHECK(scan.next() == rest);
    CHECK(scan.next() == rest + 2);
    CHECK(scan.next() == rest + 4);
    CHECK(scan.next() == bytes.size());
  }
}

TEST_CASE("the bytes that are not printable are known of every short text") {
  const LineEnds ends;
  for (std::size_t before = 0; before < 130; ++before)
    for (const std::size_t size : {std::size_t{1}, std::size_t{25}, std::size_t{60}})
      for (std::size_t odd = 0; odd <= size; ++odd) {
        std::string bytes = std::string(before, '\n') + std::string(size, 'A') + "\r\n";
        if (odd < size) bytes[before + odd] = '\x7f';
        LineScan scan(ends, bytes);
        const std::size_t begin = scan.next();
        const std::size_t end = scan.next();
        CHECK(begin == before);
        std::uint64_t mask = 0;
        CHECK(scan.odd(begin, end, mask));
        CHECK(mask == (odd < size ? std::uint64_t{1} << odd : 0));
      }
}
