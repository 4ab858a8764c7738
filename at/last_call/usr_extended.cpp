// USR ATI11 (USR technical support notes on ATI6/ATI11 of 1995; USRSTAT documentation). Of two values the
// first is the receiver's:
//
//   Modulation                  V.34
//   Carrier Freq     (Hz)       1959/1959
//   Trellis Code                64S-4D/64S-4D
//   Recv/Xmit Level  (-dBm)     23/16
#include "at/last_call/forms.hpp"

#include <array>

namespace dialbench::at::last_call {
namespace {

constexpr auto usr_extended_rows = std::to_array<Label>({
    {"MODULATION", Reading::modulation, FieldId::modulation},
    {"CARRIERFREQ", Reading::number_pair, FieldId::receive_carrier_frequency,
     FieldId::transmit_carrier_frequency},
    {"CARRIERFREQUENCY", Reading::number_pair, FieldId::receive_carrier_frequency,
     FieldId::transmit_carrier_frequency},
    {"SYMBOLRATE", Reading::number_pair, FieldId::receive_symbol_rate, FieldId::transmit_symbol_rate},
    {"TRELLISCODE", Reading::text_pair, FieldId::receive_trellis, FieldId::transmit_trellis},
    {"NONLINEARENCODING", Reading::text_pair, FieldId::receive_nonlinear_encoding,
     FieldId::transmit_nonlinear_encoding},
    {"PRECODING", Reading::text_pair, FieldId::receive_precoding, FieldId::transmit_precoding},
    {"SHAPING", Reading::text_pair, FieldId::receive_shaping, FieldId::transmit_shaping},
    {"PREEMPHASIS", Reading::number_pair, FieldId::receive_preemphasis, FieldId::transmit_preemphasis},
    {"RECVXMITLEVEL", Reading::number_pair, FieldId::receive_level, FieldId::transmit_level},
    {"SNR", Reading::number, FieldId::snr},
    {"NEARECHOLOSS", Reading::number, FieldId::near_echo_loss},
    {"FARECHOLOSS", Reading::number, FieldId::far_echo_loss},
    {"CARRIEROFFSET", Reading::number, FieldId::carrier_offset},
    {"CARRIEROFFSET", Reading::number, FieldId::carrier_offset_ppm, {}, "PPM"},
    {"ROUNDTRIPDELAY", Reading::number, FieldId::round_trip_delay},
    {"TIMINGOFFSET", Reading::number, FieldId::timing_offset},
    {"SPEEDSHIFTSUPDOWN", Reading::number_pair, FieldId::rate_shifts_up, FieldId::rate_shifts_down},
    {"RXUPSHIFTS", Reading::number, FieldId::rate_shifts_up},
    {"RXDOWNSHIFTS", Reading::number, FieldId::rate_shifts_down},
    {"TXSPEEDSHIFTS", Reading::number, FieldId::transmit_rate_shifts},
    {"STATUS", Reading::text, FieldId::link_status},
});

} // namespace

Labels usr_extended_labels() noexcept { return usr_extended_rows; }

} // namespace dialbench::at::last_call
