#include "harness/emulator/faults/result_watch.hpp"
#include "tests/catch.hpp"

using namespace dialbench;

TEST_CASE("the result of a dial is told from what answers every command") {
  const auto is = GENERATE(as<std::string>(), "BUSY", "NO CARRIER", "CONNECT 33600", "NO DIAL TONE", "VOICE");
  CHECK(faults::is_dial_result(is));
  const auto is_not = GENERATE(as<std::string>(), "OK", "ERROR", "RING", "RINGING", "", "CARRIER 33600",
                               "050", "ATDT5551234");
  CHECK_FALSE(faults::is_dial_result(is_not));
}
