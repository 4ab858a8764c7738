#include "harness/emulator/replay/loosely.hpp"

#include "tests/catch.hpp"

using namespace dialbench::replay;
using Result = Loosely::Result;

namespace {

void is(std::string_view recorded, std::string_view heard, Result result, std::size_t taken) {
  INFO(recorded << " | " << heard);
  const auto compared = compared_loosely(recorded, heard);
  CHECK(compared.result == result);
  CHECK(compared.taken == taken);
}

} // namespace

TEST_CASE("line ends and blanks before them make no difference, anything else does") {
  is("guest\r", "guest\r\n", Result::same, 7);
  is("guest\r\n", "guest\n", Result::same, 6);
  is("guest  \r", "guest\r", Result::same, 6);
  is("a\rb\r", "a \r\nb\n", Result::same, 6);
  is("a b\r", "a b\rmore", Result::same, 4);
  is("guest\r", "gues", Result::needs_more, 4);
  is("guest\r", "guest  ", Result::needs_more, 5);
  is("guest\r", "guests\r", Result::differs, 5);
  is("guest\r", "Guest\r", Result::differs, 0);
  is("a b\r", "ab\r", Result::differs, 1);
  is("", "x", Result::same, 0);
}
