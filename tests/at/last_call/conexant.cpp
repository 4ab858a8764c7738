#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using at::FieldId;

TEST_CASE("a page of Conexant's AT&V1") {
  const auto call = tests::read(at::ReportKind::conexant, tests::conexant_page);
  CHECK(call.end == at::CallEnd::local_hangup);
  CHECK(call.end_words == "LOCAL REQUEST");
  CHECK(call.number(FieldId::final_transmit_rate) == 24000);
  CHECK(call.number(FieldId::highest_transmit_rate) == 26400);
  CHECK(call.number(FieldId::final_receive_rate) == 42667);
  CHECK(call.number(FieldId::highest_receive_rate) == 45333);
  CHECK(tests::text_of(call, FieldId::error_control) == "LAPM");
  CHECK(tests::text_of(call, FieldId::compression) == "V42BIS");
  CHECK(call.number(FieldId::line_quality) == 27);
  CHECK(call.number(FieldId::receive_level) == -19);
  CHECK(tests::text_of(call, FieldId::highest_receive_state) == "67");
  CHECK(tests::text_of(call, FieldId::highest_transmit_state) == "66");
  CHECK(call.number(FieldId::eye_quality_sum) == 0xB4);
  CHECK(tests::text_of(call, FieldId::robbed_bits) == "03");
  CHECK(tests::text_of(call, FieldId::digital_pad) == "2000");
  CHECK(call.number(FieldId::retrains_requested) == 10);
  CHECK(call.number(FieldId::retrains_granted) == 1);
  CHECK(tests::text_of(call, FieldId::flex_octets) == "9481814347C4");
  CHECK(call.fields.size() == 18);
  CHECK(call.unknown.empty());
  CHECK(!call.cut);
}

TEST_CASE("rates with a blank in them, and pages without dots") {
  const auto call = tests::read(at::ReportKind::conexant, "LAST TX rate................ 26 400 BIT/S\n"
                                                          "LAST RX rate 46 667 BIT/S\nPROTOCOL: NONE");
  CHECK(call.number(FieldId::final_transmit_rate) == 26400);
  CHECK(call.number(FieldId::final_receive_rate) == 46667);
  CHECK(tests::text_of(call, FieldId::error_control) == "NONE");
}
