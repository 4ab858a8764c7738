// Lucent/Agere ATI11, two pages with a key between them (Lucent host-based controller modem manual 1998;
// Agere soft modem manual 2002; Actiontec owner's manuals for the other spellings):
//
//         Description                         Status
//         ---------------                     ------------
//   1     Last Connection                     V.90
//   9     Receive  Signal Power Level  (-dBm) 24
//   20    Call Termination Cause              3
//
// `Estimated Noise Level` is no level but a mean squared error without a unit, as the manual says.
#include "at/last_call/forms.hpp"

#include <array>

namespace dialbench::at::last_call {
namespace {

constexpr auto lucent_rows = std::to_array<Label>({
    {"DESCRIPTION", Reading::heading},
    {"LASTCONNECTION", Reading::modulation, FieldId::modulation},
    {"INITIALTRANSMITCARRIERRATE", Reading::number, FieldId::initial_transmit_rate},
    {"INITIALRECEIVECARRIERRATE", Reading::number, FieldId::initial_receive_rate},
    {"FINALTRANSMITCARRIERRATE", Reading::number, FieldId::final_transmit_rate},
    {"FINALRECEIVECARRIERRATE", Reading::number, FieldId::final_receive_rate},
    {"PROTOCOLNEGOTIATIONRESULT", Reading::protocol, FieldId::error_control, FieldId::error_control_option},
    {"DATACOMPRESSIONRESULT", Reading::compression, FieldId::compression},
    {"ESTIMATEDNOISELEVEL", Reading::number, FieldId::noise_estimate},
    {"ESTIMATEDSIGNALNOISERATIO", Reading::number, FieldId::snr},
    {"RECEIVESIGNALPOWERLEVEL", Reading::number, FieldId::receive_level},
    {"TRANSMITSIGNALPOWERLEVEL", Reading::number, FieldId::transmit_level},
    {"ROUNDTRIPDELAY", Reading::number, FieldId::round_trip_delay},
    {"NEARECHOLEVEL", Reading::number, FieldId::near_echo_level},
    {"FARECHOLEVEL", Reading::number, FieldId::far_echo_level},
    {"TRANSMITFRAMECOUNT", Reading::number, FieldId::frames_sent},
    {"TRANSMITFRAMEERRORCOUNT", Reading::number, FieldId::transmit_frame_errors},
    {"RECEIVEFRAMECOUNT", Reading::number, FieldId::frames_received},
    {"RECEIVEFRAMEERRORCOUNT", Reading::number, FieldId::receive_frame_errors},
    {"RETRAINBYLOCALMODEM", Reading::number, FieldId::retrains_requested},
    {"RETRAINBYREMOTEMODEM", Reading::number, FieldId::retrains_granted},
    {"RETRAINANDRATENEGOTIATEEVENTBYTHELOCALMODEM", Reading::number, FieldId::retrains_requested},
    {"RETRAINANDRATENEGOTIATEEVENTBYTHEREMOTEMODEM", Reading::number, FieldId::retrains_granted},
    {"CALLTERMINATIONCAUSE", Reading::end_cause},
    {"ROBBEDBITSIGNALING", Reading::text, FieldId::robbed_bits},
    {"DIGITALLOSS", Reading::number, FieldId::digital_loss},
    {"REMOTESERVERID", Reading::text, FieldId::remote_server},
});

} // namespace

Labels lucent_labels() noexcept { return lucent_rows; }

} // namespace dialbench::at::last_call
