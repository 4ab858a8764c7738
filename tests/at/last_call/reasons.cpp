#include "at/last_call/reasons.hpp"

#include "tests/catch.hpp"

#include <utility>

using namespace dialbench;
using at::CallEnd;
using at::last_call::end_of;

TEST_CASE("the reasons of USR, ZyXEL and Conexant mean these ends") {
  const std::pair<const char*, CallEnd> cases[] = {
      {"DTR dropped", CallEnd::dtr_dropped},
      {"Escape code", CallEnd::escape_code},
      {"Loss of carrier", CallEnd::carrier_lost},
      {"Inactivity timeout", CallEnd::inactivity},
      {"MNP incompatibility", CallEnd::no_common_protocol},
      {"Retransmit limit", CallEnd::retransmit_limit},
      {"Keypress Abort", CallEnd::key_abort},
      {"DISC Received", CallEnd::far_hangup},
      {"LD received", CallEnd::far_hangup},
      {"GSTN Clear Down", CallEnd::cleardown},
      {"Invalid speed", CallEnd::speed_unsupported},
      {"Loop loss disconnect", CallEnd::loop_current_cut},
      {"SABME Timeout", CallEnd::negotiation_failed},
      {"Invalid Codeword", CallEnd::compression_error},
      {"Unable to Retrain", CallEnd::retrain_failed},
      {"Break timeout", CallEnd::break_timeout},
      {"Local Hang-up", CallEnd::local_hangup},
      {"Local Hang Up", CallEnd::local_hangup},
      {"Remote Hangup", CallEnd::far_hangup},
      {"Carrier Lost", CallEnd::carrier_lost},
      {"Carrier Lost 1", CallEnd::no_connection},
      {"Carrier Lost 2 (Remote hang-up, busy tone)", CallEnd::far_hangup},
      {"Resent Expiration", CallEnd::retransmit_limit},
      {"Protocol Error", CallEnd::protocol_error},
      {"Break Time-out", CallEnd::break_timeout},
      {"DTR Dropped", CallEnd::dtr_dropped},
      {"Keyboard Abort", CallEnd::key_abort},
      {"On-Line", CallEnd::in_progress},
      {"LOCAL REQUEST", CallEnd::local_hangup},
      {"  loss  of   CARRIER  ", CallEnd::carrier_lost},
  };
  for (const auto& [words, end] : cases) {
    CAPTURE(words);
    CHECK(end_of(words) == end);
  }
}

TEST_CASE("words that nobody knows, parts of words and cut words mean nothing") {
  for (const char* words :
       {"", "   ", "Quantum flux", "Loss of carr", "BUSYNESS", "ADTR", "DIS", "\xFF\xFE"}) {
    CAPTURE(words);
    CHECK(!end_of(words));
  }
  CHECK(!end_of(std::string(5000, 'x')));
}
