#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using at::FieldId;

TEST_CASE("what Multi-Tech's page has in it") {
  const auto call = tests::read(at::ReportKind::multitech, tests::multitech_page);
  CHECK(tests::text_of(call, FieldId::dsp_version) == "94");
  CHECK(tests::text_of(call, FieldId::firmware_version) == "1.28k");
  CHECK(tests::text_of(call, FieldId::modulation) == "V34");
  CHECK(call.number(FieldId::final_receive_rate) == 31200);
  CHECK(call.number(FieldId::final_transmit_rate) == 28800);
  CHECK(call.number(FieldId::port_rate) == 115200);
  CHECK(tests::text_of(call, FieldId::error_control) == "LAPM");
  CHECK(tests::text_of(call, FieldId::compression) == "V42BIS");
  CHECK(call.number(FieldId::retrains_requested) == 2);
  CHECK(call.unknown.empty());
}

TEST_CASE("models on other makers' chips print the pages of these") {
  CHECK(tests::read(at::ReportKind::multitech, tests::lucent_page).end == at::CallEnd::training_failed);
  CHECK(tests::read(at::ReportKind::multitech, tests::conexant_page).end == at::CallEnd::local_hangup);
  CHECK(tests::read(at::ReportKind::multitech, tests::lucent_page).fields.size() ==
        tests::read(at::ReportKind::lucent, tests::lucent_page).fields.size());
}
