#include "harness/emulator/digit_receiver.hpp"

namespace dialbench::emulator {
namespace {

constexpr std::string_view call_waiting_codes[] = {"*70", "1170"};
constexpr std::size_t heard_digits_max = 256;

} // namespace

void DigitReceiver::hear(const DialString& dial, const OwnLine& line, Time off_hook) {
  for (const auto& digit : dial.each) hear(digit, line, off_hook);
}

void DigitReceiver::hear(const Digit& digit, const OwnLine& line, Time off_hook) {
  if ((line.pulse_only && !digit.pulse) || heard_.size() >= heard_digits_max) return;
  const auto& prefix = line.outside_line;
  if (prefix_ < prefix.size()) {
    wrong_ = wrong_ || digit.digit != prefix[prefix_];
    if (++prefix_ == prefix.size()) second_tone_ = off_hook + digit.ends + line.second_tone_after;
    return;
  }
  wrong_ = wrong_ || (!prefix.empty() && off_hook + digit.begins < second_tone_);
  heard_ += digit.digit;
}

std::string_view DigitReceiver::number() const noexcept {
  const std::string_view heard = heard_;
  for (const auto code : call_waiting_codes)
    if (heard.starts_with(code)) return heard.substr(code.size());
  return heard;
}

} // namespace dialbench::emulator
