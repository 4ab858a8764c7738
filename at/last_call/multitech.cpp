// Multi-Tech's page of the last connection (ATI11 of the MT5634 series). Its reference guide (S000263C,
// command I11) names what stands in it - versions of signal processor and firmware, link type, line speed,
// serial speed, error correction and compression, past retrains - and shows no layout, so that the labels
// here are those words in their likely spellings. Models on Lucent's and on Conexant's chips print the pages
// of these, whose labels are read as well.
#include "at/last_call/forms.hpp"

#include <array>
#include <cstddef>

namespace dialbench::at::last_call {
namespace {

constexpr auto own = std::to_array<Label>({
    {"DSPVERSION", Reading::text, FieldId::dsp_version},
    {"DSPFIRMWAREVERSION", Reading::text, FieldId::dsp_version},
    {"FIRMWAREVERSION", Reading::text, FieldId::firmware_version},
    {"LINKTYPE", Reading::modulation, FieldId::modulation},
    {"CONNECTIONTYPE", Reading::modulation, FieldId::modulation},
    {"LINESPEED", Reading::number_pair, FieldId::final_receive_rate, FieldId::final_transmit_rate},
    {"TXLINESPEED", Reading::number, FieldId::final_transmit_rate},
    {"RXLINESPEED", Reading::number, FieldId::final_receive_rate},
    {"SERIALSPEED", Reading::number, FieldId::port_rate},
    {"SERIALPORTSPEED", Reading::number, FieldId::port_rate},
    {"ERRORCORRECTION", Reading::protocol, FieldId::error_control, FieldId::error_control_option},
    {"DATACOMPRESSION", Reading::compression, FieldId::compression},
    {"ERRORCORRECTIONDATACOMPRESSION", Reading::connect, FieldId::connect_words},
    {"PASTRETRAINS", Reading::number, FieldId::retrains_requested},
    {"NUMBEROFPASTRETRAINS", Reading::number, FieldId::retrains_requested},
    {"RETRAINS", Reading::number, FieldId::retrains_requested},
    {"DISCONNECTREASON", Reading::end_words},
});

// Three tables in one, put together once.
class Joined {
 public:
  Joined() noexcept {
    for (const Labels part : {Labels(own), lucent_labels(), conexant_labels()})
      for (const Label& label : part)
        if (size_ < labels_.size()) labels_[size_++] = label;
  }
  [[nodiscard]] Labels labels() const noexcept { return {labels_.data(), size_}; }

 private:
  std::array<Label, 80> labels_{};
  std::size_t size_ = 0;
};

} // namespace

Labels multitech_labels() noexcept {
  static const Joined joined;
  return joined.labels();
}

} // namespace dialbench::at::last_call
