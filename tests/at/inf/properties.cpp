#include "at/inf/properties.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

TEST_CASE("properties are eight numbers in their order") {
  std::string bytes;
  for (char i = 1; i <= 8; ++i) bytes += std::string(1, i) + std::string(3, '\0');
  const auto p = properties_of(bytes);
  REQUIRE(p.has_value());
  CHECK(p->dialing_options == 1);
  CHECK(p->call_setup_fail_timer_seconds_max == 2);
  CHECK(p->inactivity_timeout_max == 3);
  CHECK(p->speaker_volume == 4);
  CHECK(p->speaker_mode == 5);
  CHECK(p->modem_options == 6);
  CHECK(p->dte_rate_max == 7);
  CHECK(p->dce_rate_max == 8);
  CHECK(!properties_of(bytes.substr(1)).has_value());
  CHECK(!properties_of(bytes + "x").has_value());
  CHECK(!properties_of("").has_value());
}
