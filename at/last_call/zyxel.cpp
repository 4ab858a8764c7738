// ZyXEL ATI2 (U-1496, 2864 and U-336 user's manuals), two columns; the link duration is in minutes and the
// round trip delay in 1/2400 s:
//
//   Chars Sent               2420     Chars Received           2420
//   Link Duration               1     Retrain Granted             0
//   Last Speed/Protocol         Connect 14400/ARQ/V42b
//   Disconnect Reason           Local Hang Up
//   << FG= 0 FR= 0
//   BR= 0 FE = 0
#include "at/last_call/forms.hpp"

#include <array>

namespace dialbench::at::last_call {
namespace {

constexpr auto zyxel_rows = std::to_array<Label>({
    {"CHARSSENT", Reading::number, FieldId::characters_sent},
    {"CHARSRECEIVED", Reading::number, FieldId::characters_received},
    {"OCTETSSENT", Reading::number, FieldId::octets_sent},
    {"OCTETSRECEIVED", Reading::number, FieldId::octets_received},
    {"BLOCKSSENT", Reading::number, FieldId::frames_sent},
    {"BLOCKSRECEIVED", Reading::number, FieldId::frames_received},
    {"BLOCKSRESENT", Reading::number, FieldId::frames_resent},
    {"MAXOUTSTANDING", Reading::number, FieldId::frames_outstanding_max},
    {"MAXBLOCKSIZE", Reading::number, FieldId::frame_size},
    {"RETRAINREQUESTED", Reading::number, FieldId::retrains_requested},
    {"RETRAINSREQUESTED", Reading::number, FieldId::retrains_requested},
    {"RETRAINGRANTED", Reading::number, FieldId::retrains_granted},
    {"RETRAINSGRANTED", Reading::number, FieldId::retrains_granted},
    {"LINKDURATION", Reading::minutes, FieldId::call_duration},
    {"T401TIMEOUTS", Reading::number, FieldId::t401_timeouts},
    {"T402TIMEOUTS", Reading::number, FieldId::t402_timeouts},
    {"FCSERRORS", Reading::number, FieldId::receive_frame_errors},
    {"ROUNDTRIPDELAY", Reading::ticks, FieldId::round_trip_delay},
    {"XMITTERUNDERRUN", Reading::number, FieldId::transmit_underruns},
    {"RECEIVEROVERRUN", Reading::number, FieldId::receive_overruns},
    {"LASTSPEEDPROTOCOL", Reading::connect, FieldId::connect_words},
    {"DISCONNECTREASONIS", Reading::end_words},
    {"DISCONNECTREASON", Reading::end_words},
    {"FG", Reading::number, FieldId::rate_changes_granted},
    {"FR", Reading::number, FieldId::rate_changes_requested},
    {"BR", Reading::number, FieldId::frames_resent},
    {"FE", Reading::number, FieldId::receive_frame_errors},
});

} // namespace

Labels zyxel_labels() noexcept { return zyxel_rows; }

} // namespace dialbench::at::last_call
