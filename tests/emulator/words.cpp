#include "harness/emulator/words.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;

TEST_CASE("which words end a dial") {
  for (const auto* word : {"NO CARRIER", "NO DIAL TONE", "BUSY", "+CME ERROR: 3", "OK", "BLACKLISTED"})
    CHECK(ends_dial(word));
  for (const auto* word : {"RINGING", "CONNECT", "CARRIER 33600", "PROTOCOL: ERROR-CONTROL/LAPB", "busy", ""})
    CHECK_FALSE(ends_dial(word));
  CHECK(is_connect("CONNECT"));
  CHECK(is_connect("CONNECT 28800/ARQ"));
  CHECK_FALSE(is_connect("CONNECTED"));
  CHECK_FALSE(is_connect("NO CONNECT"));
}
