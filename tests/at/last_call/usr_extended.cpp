#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using at::FieldId;

TEST_CASE("a page of USR's ATI11") {
  const auto call = tests::read(at::ReportKind::usr_extended, tests::usr_extended_page);
  CHECK(tests::text_of(call, FieldId::modulation) == "V90");
  CHECK(!call.find(FieldId::receive_carrier_frequency));
  CHECK(call.number(FieldId::transmit_carrier_frequency) == 1829);
  CHECK(call.number(FieldId::receive_symbol_rate) == 8000);
  CHECK(call.number(FieldId::transmit_symbol_rate) == 3200);
  CHECK(tests::text_of(call, FieldId::receive_trellis) == "None");
  CHECK(tests::text_of(call, FieldId::transmit_trellis) == "64S-4D");
  CHECK(tests::text_of(call, FieldId::transmit_nonlinear_encoding) == "ON");
  CHECK(tests::text_of(call, FieldId::receive_precoding) == "None");
  CHECK(tests::text_of(call, FieldId::receive_shaping) == "ON");
  CHECK(tests::text_of(call, FieldId::transmit_shaping) == "OFF");
  CHECK(call.number(FieldId::receive_preemphasis) == -4);
  CHECK(call.number(FieldId::transmit_preemphasis) == -2);
  CHECK(call.number(FieldId::receive_level) == -21);
  CHECK(call.number(FieldId::transmit_level) == -10);
  CHECK(call.number(FieldId::near_echo_loss) == 12);
  CHECK(call.number(FieldId::far_echo_loss) == 0);
  CHECK(!call.find(FieldId::carrier_offset));
  CHECK(call.number(FieldId::round_trip_delay) == 9);
  CHECK(call.number(FieldId::timing_offset) == -1638);
  REQUIRE(call.find(FieldId::snr));
  CHECK(std::get<double>(*call.find(FieldId::snr)) == 43.5);
  CHECK(call.number(FieldId::rate_shifts_up) == 1);
  CHECK(call.number(FieldId::rate_shifts_down) == 6);
  CHECK(tests::text_of(call, FieldId::link_status) == "uu,5,13Y,19.4,-3,1N,0,51.1,7.3");
  CHECK(call.unknown.empty());
  CHECK(!call.cut);
}

TEST_CASE("the older spellings of USR's ATI11") {
  const auto call =
      tests::read(at::ReportKind::usr_extended, "Recv/Xmit Level  (-dB)      23/16\n"
                                                "Roundtrip Delay  (msec)     3\n"
                                                "Carrier Offset ( ppm) 97\n"
                                                "RX Upshifts 2\nRX Downshifts 3\nTX Speedshifts 1");
  CHECK(call.number(FieldId::receive_level) == -23);
  CHECK(call.number(FieldId::round_trip_delay) == 3);
  CHECK(call.number(FieldId::carrier_offset_ppm) == 97);
  CHECK(!call.find(FieldId::carrier_offset));
  CHECK(call.number(FieldId::rate_shifts_up) == 2);
  CHECK(call.number(FieldId::rate_shifts_down) == 3);
  CHECK(call.number(FieldId::transmit_rate_shifts) == 1);
}

TEST_CASE("two modulations are the one received and the one sent") {
  const auto call = tests::read(at::ReportKind::usr_extended, "Modulation              V.90/V.34+\n");
  CHECK(tests::text_of(call, FieldId::modulation) == "V90");
  CHECK(tests::text_of(call, FieldId::receive_modulation) == "V90");
  CHECK(tests::text_of(call, FieldId::transmit_modulation) == "V34");
}
