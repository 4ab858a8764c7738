// USR ATI6 (Courier V.34 manual, chapter 6; USR technical support notes on ATI6/ATI11 of 1995):
//
//   Chars sent                 1730      Chars Received              571
//   Data Compression       V42BIS 2048/32
//   Speed                  48000/28800           (received and sent)
//   Disconnect Reason is DTR dropped
#include "at/last_call/forms.hpp"

#include <array>

namespace dialbench::at::last_call {
namespace {

constexpr auto usr_link_rows = std::to_array<Label>({
    {"CHARSSENT", Reading::number, FieldId::characters_sent},
    {"CHARSRECEIVED", Reading::number, FieldId::characters_received},
    {"CHARSLOST", Reading::number, FieldId::transmit_characters_lost},
    {"OCTETSSENT", Reading::number, FieldId::octets_sent},
    {"OCTETSRECEIVED", Reading::number, FieldId::octets_received},
    {"BLOCKSSENT", Reading::number, FieldId::frames_sent},
    {"BLOCKSRECEIVED", Reading::number, FieldId::frames_received},
    {"BLOCKSRESENT", Reading::number, FieldId::frames_resent},
    {"RETRAINSREQUESTED", Reading::number, FieldId::retrains_requested},
    {"RETRAINSGRANTED", Reading::number, FieldId::retrains_granted},
    {"LINEREVERSALS", Reading::number, FieldId::line_reversals},
    {"BLERS", Reading::number, FieldId::block_errors},
    {"LINKTIMEOUTS", Reading::number, FieldId::link_timeouts},
    {"LINKNAKS", Reading::number, FieldId::naks_received},
    {"DATACOMPRESSION", Reading::compression, FieldId::compression},
    {"EQUALIZATION", Reading::text, FieldId::equalization},
    {"FALLBACK", Reading::text, FieldId::fallback},
    {"PROTOCOL", Reading::protocol, FieldId::error_control, FieldId::error_control_option},
    {"SPEED", Reading::number_pair, FieldId::final_receive_rate, FieldId::final_transmit_rate},
    {"V90PEAKSPEED", Reading::number, FieldId::highest_receive_rate},
    {"PEAKSPEED", Reading::number, FieldId::highest_receive_rate},
    {"LASTCALL", Reading::clock, FieldId::call_duration},
    {"CURRENTCALL", Reading::clock, FieldId::call_duration},
    {"DISCONNECTREASONIS", Reading::end_words},
    {"DISCONNECTREASON", Reading::end_words},
});

} // namespace

Labels usr_link_labels() noexcept { return usr_link_rows; }

} // namespace dialbench::at::last_call
