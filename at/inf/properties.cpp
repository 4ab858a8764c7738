#include "at/inf/properties.hpp"

#include "at/inf/response.hpp"

namespace dialbench::at::inf {

std::optional<Properties> properties_of(std::string_view bytes) noexcept {
  if (bytes.size() != properties_bytes) return std::nullopt;
  Properties properties;
  properties.dialing_options = dword(bytes, 0);
  properties.call_setup_fail_timer_seconds_max = dword(bytes, 4);
  properties.inactivity_timeout_max = dword(bytes, 8);
  properties.speaker_volume = dword(bytes, 12);
  properties.speaker_mode = dword(bytes, 16);
  properties.modem_options = dword(bytes, 20);
  properties.dte_rate_max = dword(bytes, 24);
  properties.dce_rate_max = dword(bytes, 28);
  return properties;
}

} // namespace dialbench::at::inf
