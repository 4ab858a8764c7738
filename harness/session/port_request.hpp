// What a session asks of its port beside sending bytes, and what comes back. The runner carries them out.
#pragma once

#include "harness/evidence/modem_lines.hpp"
#include "harness/evidence/time.hpp"

#include <cstdint>
#include <optional>

namespace dialbench::session {

using RequestId = std::uint32_t;

struct PortRequest {
  enum class Kind : std::uint8_t {
    set_lines,     // dtr, rts: those that have a value
    read_lines,    // answered with lines and uart, where the port has them
    send_break,    // for `duration`
    discard_input, // throw away what came and was not yet given to the session
    reopen         // close, and open again by its name (facts: quirk 12)
  };
  RequestId id = 0;
  Kind kind = Kind::read_lines;
  std::optional<bool> dtr, rts;
  Duration duration{};
};

struct PortAnswer {
  enum class Kind : std::uint8_t { done, refused, not_supported, no_answer };
  Kind kind = Kind::done;
  std::optional<evidence::ModemLines> lines; // read_lines
  std::optional<evidence::UartErrors> uart;  // read_lines
};

} // namespace dialbench::session
