// Conexant/Rockwell AT&V1 (Multi-Tech MT5600SMI and Westermo TD-33 manuals):
//
//   TERMINATION REASON.......... LOCAL REQUEST
//   LAST TX rate................ 26400 BPS
//   Rx LEVEL.................... 015
//
// Rates are decimal, also as `26 400 BIT/S`. The level is that of AT%L, 015 for -15 dBm. The registers of the
// signal processor, retrain counts among them, are hexadecimal.
#include "at/last_call/forms.hpp"

#include <array>

namespace dialbench::at::last_call {
namespace {

constexpr auto conexant_rows = std::to_array<Label>({
    {"TERMINATIONREASON", Reading::end_words},
    {"LASTTXRATE", Reading::number, FieldId::final_transmit_rate},
    {"HIGHESTTXRATE", Reading::number, FieldId::highest_transmit_rate},
    {"LASTRXRATE", Reading::number, FieldId::final_receive_rate},
    {"HIGHESTRXRATE", Reading::number, FieldId::highest_receive_rate},
    {"PROTOCOL", Reading::protocol, FieldId::error_control, FieldId::error_control_option},
    {"COMPRESSION", Reading::compression, FieldId::compression},
    {"LINEQUALITY", Reading::number, FieldId::line_quality},
    {"RXLEVEL", Reading::number, FieldId::receive_level},
    {"TXLEVEL", Reading::number, FieldId::transmit_level},
    {"HIGHESTRXSTATE", Reading::text, FieldId::highest_receive_state},
    {"HIGHESTTXSTATE", Reading::text, FieldId::highest_transmit_state},
    {"EQMSUM", Reading::hexadecimal, FieldId::eye_quality_sum},
    {"MINDISTANCE", Reading::text, FieldId::least_distance},
    {"RBSPATTERN", Reading::text, FieldId::robbed_bits},
    {"RATEDROP", Reading::text, FieldId::rate_drop},
    {"DIGITALLOSS", Reading::text, FieldId::digital_pad},
    {"DIGITALPAD", Reading::text, FieldId::digital_pad},
    {"LOCALRTRNCOUNT", Reading::hexadecimal, FieldId::retrains_requested},
    {"REMOTERTRNCOUNT", Reading::hexadecimal, FieldId::retrains_granted},
    {"FLEX", Reading::text, FieldId::flex_octets},
});

} // namespace

Labels conexant_labels() noexcept { return conexant_rows; }

} // namespace dialbench::at::last_call
