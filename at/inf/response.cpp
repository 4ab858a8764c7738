#include "at/inf/response.hpp"

#include "at/inf/escapes.hpp"

namespace dialbench::at::inf {

std::uint32_t dword(std::string_view bytes, std::size_t at) noexcept {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i > 0; --i) value = (value << 8U) | static_cast<std::uint8_t>(bytes[at + i - 1]);
  return value;
}

Expected<Response, std::string> response_of(const Value& value) {
  using Wrong = Unexpected<std::string>;
  if (value.kind != ValueKind::binary)
    return Wrong{
        joined({"response '", shown(value.name), "' has no bytes: flags 1 and ten bytes were expected"})};
  if (value.bytes.size() != response_bytes)
    return Wrong{joined(
        {"response '", shown(value.name), "' has ", std::to_string(value.bytes.size()), " bytes, not ten"})};
  Response response;
  response.text = unescape(value.name).bytes;
  response.state = static_cast<std::uint8_t>(value.bytes[0]);
  response.options = static_cast<std::uint8_t>(value.bytes[1]);
  response.dce = dword(value.bytes, 2);
  response.dte = dword(value.bytes, 6);
  if (!is_state(response.state))
    return Wrong{joined({"response '", shown(value.name), "' has state ", std::to_string(response.state),
                         ", which is none"})};
  return response;
}

} // namespace dialbench::at::inf
