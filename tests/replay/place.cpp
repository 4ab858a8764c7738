#include "harness/emulator/replay/place.hpp"

#include "tests/catch.hpp"
#include "tests/replay/dialer.hpp"

using namespace dialbench;
using namespace dialbench::tests;
using replay::Place;

namespace {

std::string answer(Place& place, std::string_view line) {
  const auto found = place.line(line, Time{});
  return found.turn != nullptr ? replay::all(found.turn->answer) : found.instead;
}

constexpr auto two_calls =
    "0 > \"ATE0\\r\"\n0 < \"\\r\\nOK\\r\\n\"\n1 > \"ATI3\\r\"\n1 < \"\\r\\nV1\\r\\n\\r\\nOK\\r\\n\"\n"
    "2 > \"ATDT1\\r\"\n3 < \"\\r\\nBUSY\\r\\n\"\n4 > \"ATM0\\r\"\n4 < \"\\r\\nERROR\\r\\n\"\n"
    "5 > \"ATDT2\\r\"\n6 < \"\\r\\nNO ANSWER\\r\\n\"\n";

} // namespace

TEST_CASE("set-up does not move across a call, and an act leads to its place") {
  Place place(recorded(two_calls), false);
  CHECK(answer(place, "ATM0\r") == "\r\nERROR\r\n"); // as recorded in another place; it counts
  CHECK(place.comparison({}, Time{}).rows[0].mark == replay::Mark::extra);
  CHECK(answer(place, "ATDT2\r") == "\r\nNO ANSWER\r\n"); // what was passed over is missing
  CHECK(place.next() == nullptr);
  CHECK(place.comparison({}, Time{}).against == 5);
}

TEST_CASE("an answer with a text belongs to its line: it is not joined with others") {
  Place place(recorded(two_calls), false);
  CHECK(answer(place, "ATE0I3\r") == "\r\nERROR\r\n");
  CHECK(answer(place, "ATI3\r") == "\r\nV1\r\n\r\nOK\r\n");
}

TEST_CASE("of joined commands one that was refused decides") {
  Place place(
      recorded(
          "0 > \"ATE0\\r\"\n0 < \"0\\r\"\n1 > \"AT%C9\\r\"\n1 < \"4\\r\"\n2 > \"ATX4\\r\"\n2 < \"0\\r\"\n"),
      false);
  CHECK(answer(place, "ATE0%C9X4\r") == "4\r");
  CHECK(place.comparison({}, Time{}).kept());
  CHECK(place.comparison({}, Time{}).heard == 3);
}

TEST_CASE("the same line recorded twice with two answers gives both, in their order") {
  Place place(
      recorded("0 > \"ATM0\\r\"\n0 < \"1st\"\n1 > \"ATE0\\r\"\n1 < \"0\\r\"\n2 > \"ATM0\\r\"\n2 < \"2nd\"\n"),
      false);
  CHECK(answer(place, "ATM0\r") == "1st");
  CHECK(answer(place, "ATM0\r") == "1st"); // again, before its turn
  CHECK(answer(place, "ATE0\r") == "0\r");
  CHECK(answer(place, "ATM0\r") == "2nd");
  CHECK(answer(place, "ATM0\r") == "2nd");
  CHECK(place.comparison({}, Time{}).kept());
}
