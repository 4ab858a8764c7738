#include "at/last_call/s86.hpp"

#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

#include <map>
#include <string>

using namespace dialbench;
using at::CallEnd;
using at::ReportKind;

TEST_CASE("every value of S86 has its end") {
  const std::map<int, CallEnd> ends = {
      {0, CallEnd::normal},
      {3, CallEnd::call_waiting},
      {4, CallEnd::carrier_lost},
      {5, CallEnd::no_error_control},
      {6, CallEnd::negotiation_failed},
      {7, CallEnd::no_common_framing},
      {8, CallEnd::no_common_framing},
      {9, CallEnd::no_common_protocol},
      {10, CallEnd::negotiation_failed},
      {11, CallEnd::negotiation_failed},
      {12, CallEnd::far_hangup},
      {13, CallEnd::retransmit_limit},
      {14, CallEnd::protocol_error},
      {15, CallEnd::dtr_dropped},
      {16, CallEnd::cleardown},
      {17, CallEnd::inactivity},
      {18, CallEnd::speed_unsupported},
      {19, CallEnd::long_space},
      {20, CallEnd::key_abort},
      {21, CallEnd::previous_cleared},
      {22, CallEnd::no_connection},
      {23, CallEnd::retrain_limit},
      {24, CallEnd::call_waiting},
      {25, CallEnd::extension_pickup},
      {26, CallEnd::far_hangup},
  };
  for (int value = 0; value <= 40; ++value) {
    const std::string digits = std::to_string(value);
    const std::string line = std::string(3 - digits.size(), '0') + digits;
    CAPTURE(line);
    const auto call = tests::read(ReportKind::s86, line + "\nOK");
    CHECK(call.end_words == "S86=" + line);
    if (const auto found = ends.find(value); found != ends.end()) {
      CHECK(call.end == found->second);
      CHECK(call.unknown.empty());
    } else {
      CHECK(!call.end);
      CHECK(tests::unknown_of(call) == "S86=" + line);
    }
  }
}

TEST_CASE("S86 is read with or without its name, and a numeric result behind it does not count") {
  CHECK(tests::read(ReportKind::s86, "ATS86?\n\n 12 \n0").end == CallEnd::far_hangup);
  CHECK(tests::read(ReportKind::s86, "S86=026").end == CallEnd::far_hangup);
  CHECK(tests::read(ReportKind::s86, "s86: 4").end == CallEnd::carrier_lost);
}

TEST_CASE("what is no number of S86 is nothing, and an overflow is kept") {
  CHECK(tests::read(ReportKind::s86, "").empty());
  CHECK(tests::read(ReportKind::s86, "OK\nERROR\nS86=\nS86=x\n-4\n4 5").empty());
  const auto call = tests::read(ReportKind::s86, "99999999999999999999");
  CHECK(!call.end);
  CHECK(tests::unknown_of(call) == "S86=99999999999999999999");
}
