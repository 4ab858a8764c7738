#include "at/last_call/unimodem_values.hpp"

#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

#include <string>
#include <utility>

using namespace dialbench;
using at::CallEnd;
using at::FieldId;

namespace {

at::LastCall diag(const std::string& pair) {
  return tests::read(at::ReportKind::unimodem, "DIAG <2A4D3263 " + pair + ">");
}

} // namespace

TEST_CASE("every number of AT#UD has its key and its unit") {
  struct Row {
    const char* pair;
    FieldId field;
    std::int64_t value;
  };
  const Row rows[] = {
      {"10=1F", FieldId::receive_level, -31},
      {"11=0C", FieldId::transmit_level, -12},
      {"12=52", FieldId::noise_level, -82},
      {"13=64", FieldId::mean_squared_error, 100},
      {"14=10", FieldId::near_echo_loss, 16},
      {"15=05", FieldId::far_echo_loss, 5},
      {"16=3", FieldId::far_echo_delay, 3},
      {"17=FFF", FieldId::round_trip_delay, 4095},
      {"18=FFFFFFFF", FieldId::v34_info, 0xFFFFFFFF},
      {"22=C80", FieldId::transmit_symbol_rate, 3200},
      {"23=1F40", FieldId::receive_symbol_rate, 8000},
      {"24=780", FieldId::transmit_carrier_frequency, 1920},
      {"25=725", FieldId::receive_carrier_frequency, 1829},
      {"26=79E0", FieldId::initial_transmit_rate, 31200},
      {"27=DAC0", FieldId::initial_receive_rate, 56000},
      {"30=1", FieldId::carrier_losses, 1},
      {"31=2", FieldId::rate_renegotiations, 2},
      {"32=3", FieldId::retrains_requested, 3},
      {"33=4", FieldId::retrains_granted, 4},
      {"34=7080", FieldId::final_transmit_rate, 28800},
      {"35=FA00", FieldId::final_receive_rate, 64000},
      {"41=80", FieldId::frame_size, 128},
      {"42=5", FieldId::link_timeouts, 5},
      {"43=6", FieldId::naks_received, 6},
      {"45=800", FieldId::dictionary_size, 2048},
      {"52=FFFFFFFF", FieldId::characters_sent, 0xFFFFFFFF},
      {"53=10", FieldId::characters_received, 16},
      {"54=A", FieldId::transmit_characters_lost, 10},
      {"55=b", FieldId::receive_characters_lost, 11},
      {"56=100", FieldId::frames_sent, 256},
      {"57=101", FieldId::frames_received, 257},
      {"58=7", FieldId::transmit_frame_errors, 7},
      {"59=8", FieldId::receive_frame_errors, 8},
      {"61=9", FieldId::call_waiting_events, 9},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pair);
    const auto call = diag(row.pair);
    CHECK(call.number(row.field) == row.value);
    CHECK(call.fields.size() == 1);
    CHECK(call.unknown.empty());
    CHECK(!call.end);
  }
}

TEST_CASE("every word of AT#UD is in the tables of the specification") {
  struct Row {
    const char* pair;
    FieldId field;
    const char* word;
  };
  const Row rows[] = {
      {"0=10", FieldId::diagnostics_revision, "1.0"},
      {"0=9", FieldId::diagnostics_revision, "0.9"},
      {"1=0", FieldId::heard, "no_call"},
      {"1=1", FieldId::heard, "no_dialtone"},
      {"1=2", FieldId::heard, "reorder"},
      {"1=3", FieldId::heard, "busy"},
      {"1=4", FieldId::heard, "nothing"},
      {"1=05", FieldId::heard, "voice"},
      {"1=6", FieldId::heard, "text_telephone"},
      {"01=7", FieldId::heard, "data_answer"},
      {"1=8", FieldId::heard, "data_calling"},
      {"1=9", FieldId::heard, "fax_answer"},
      {"1=A", FieldId::heard, "fax_calling"},
      {"1=b", FieldId::heard, "v8bis"},
      {"2=0", FieldId::call_type, "data"},
      {"2=A", FieldId::call_type, "v80"},
      {"3=1", FieldId::interface_mode, "v80_transparent"},
      {"4=\"C1 45\"", FieldId::v8_call_menu, "C1 45"},
      {"5=A145", FieldId::v8_joint_menu, "A145"},
      {"20=C", FieldId::transmit_modulation, "V34"},
      {"20=3", FieldId::transmit_modulation, "V22B"},
      {"21=A", FieldId::receive_modulation, "V32"},
      {"21=B", FieldId::receive_modulation, "V32B"},
      {"21=E", FieldId::receive_modulation, "V90"},
      {"21=F", FieldId::receive_modulation, "V90"},
      {"20=81", FieldId::transmit_modulation, "K56"},
      {"20=84", FieldId::transmit_modulation, "B212"},
      {"20=85", FieldId::transmit_modulation, "B103"},
      {"40=0", FieldId::error_control, "NONE"},
      {"40=1", FieldId::error_control, "LAPM"},
      {"40=2", FieldId::error_control, "MNP"},
      {"40=80", FieldId::error_control, "MNP10"},
      {"44=1", FieldId::compression, "V42BIS"},
      {"44=80", FieldId::compression, "MNP5"},
      {"50=0", FieldId::transmit_flow, "off"},
      {"50=1", FieldId::transmit_flow, "xon_xoff"},
      {"51=2", FieldId::receive_flow, "rts_cts"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pair);
    const auto call = diag(row.pair);
    CHECK(tests::text_of(call, row.field) == row.word);
    CHECK(call.fields.size() == 1);
    CHECK(call.unknown.empty());
  }
}

TEST_CASE("every cause of key 60 has its end") {
  const std::pair<const char*, CallEnd> causes[] = {
      {"0", CallEnd::unidentified},
      {"1", CallEnd::no_call},
      {"2", CallEnd::in_progress},
      {"3", CallEnd::call_waiting},
      {"4", CallEnd::delayed},
      {"19", CallEnd::inactivity},
      {"1F", CallEnd::dtr_off},
      {"20", CallEnd::dtr_dropped},
      {"29", CallEnd::blacklisted},
      {"2A", CallEnd::attempts_limit},
      {"2B", CallEnd::extension_pickup},
      {"2C", CallEnd::setup_timer},
      {"2D", CallEnd::incoming_call},
      {"2E", CallEnd::loop_current_cut},
      {"2F", CallEnd::no_dialtone},
      {"31", CallEnd::reorder},
      {"33", CallEnd::busy},
      {"34", CallEnd::long_space},
      {"3C", CallEnd::carrier_lost},
      {"3D", CallEnd::training_failed},
      {"3E", CallEnd::no_common_modulation},
      {"3F", CallEnd::retrain_failed},
      {"40", CallEnd::retrain_limit},
      {"41", CallEnd::cleardown},
      {"42", CallEnd::fax},
      {"46", CallEnd::test_mode},
      {"50", CallEnd::key_abort},
      {"51", CallEnd::local_hangup},
      {"52", CallEnd::local_reset},
      {"5A", CallEnd::protocol_error},
      {"5B", CallEnd::no_error_control},
      {"5C", CallEnd::protocol_error},
      {"5D", CallEnd::retransmit_limit},
      {"5E", CallEnd::negotiation_failed},
      {"5F", CallEnd::far_hangup},
      {"60", CallEnd::protocol_error},
      {"64", CallEnd::compression_error},
  };
  for (const auto& [cause, end] : causes) {
    CAPTURE(cause);
    const auto call = diag(std::string("60=") + cause);
    CHECK(call.end == end);
    CHECK(call.end_words == std::string("60=") + cause);
    CHECK(call.fields.empty());
    CHECK(call.unknown.empty());
  }
}

TEST_CASE("keys and values that are in no table are kept") {
  for (const char* pair :
       {"6=1", "6F=1", "19=7", "FF=0", "123=4", "G=1", "0=AB", "1=C", "20=80", "50=3", "60=7F", "60=x",
        "10=100", "10=FFFFFFFF", "17=10000", "52=100000000", "52=1G", "26=FFFFFFFF"}) {
    CAPTURE(pair);
    const auto call = diag(pair);
    CHECK(call.fields.empty());
    CHECK(!call.end);
    CHECK(tests::unknown_of(call) == pair);
  }
}

TEST_CASE("a level whose sign is written is the same level") {
  CHECK(diag("10=-1F").number(FieldId::receive_level) == -31);
  CHECK(diag("10=0").number(FieldId::receive_level) == 0);
}
