#include "harness/emulator/caller_lines.hpp"

#include "at/caller_id.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using namespace std::chrono_literals;

TEST_CASE("caller ID is read back as it was meant, in both forms") {
  const auto form = GENERATE(1U, 2U);
  CAPTURE(form);
  at::CallerId caller;
  for (const auto& line : caller_lines({"5551234", "J SMITH"}, form, 3h + 31min))
    REQUIRE(at::add_line(caller, line));
  CHECK(caller.number == "5551234");
  CHECK(caller.name == "J SMITH");
  REQUIRE(caller.date);
  CHECK((caller.date->month == 4 && caller.date->day == 12));
  REQUIRE(caller.time);
  CHECK((caller.time->hour == 13 && caller.time->minute == 1));
  CHECK(caller.unknown.empty());
}

TEST_CASE("a number that is withheld") {
  const auto form = GENERATE(1U, 2U);
  CAPTURE(form);
  at::CallerId caller;
  for (const auto& line : caller_lines({}, form, 0s)) REQUIRE(at::add_line(caller, line));
  CHECK(caller.number.empty());
  CHECK(caller.number_withheld == at::CallerId::Withheld::by_caller);
  CHECK(caller.unknown.empty());
}

TEST_CASE("a name of any length makes a message that holds") {
  at::CallerId caller;
  for (const auto& line : caller_lines({std::string(500, '5'), std::string(500, 'N')}, 2, 0s))
    CHECK(at::add_line(caller, line));
  CHECK(caller.unknown.empty());
}

TEST_CASE("no caller ID where none is asked for") { CHECK(caller_lines({"1", "A"}, 0, 0s).empty()); }
