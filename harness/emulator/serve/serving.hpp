// What every loop around a served modem does with time and with records, whatever carries the bytes.
#pragma once

#include "harness/emulator/serve/serve.hpp"
#include "harness/runner/paced_clock.hpp"
#include "harness/transcript/transcript.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace dialbench::serve {

runner::PacedClock clock_of(const Serving& serving);

// When the modem is to be asked next; never, where it has no deadline. One that its tick has not moved is
// asked for once a millisecond, not in a spin.
std::chrono::steady_clock::time_point wake_time(const runner::PacedClock& clock, Time now,
                                                std::optional<Time> deadline);

// Gives `bytes` to the serving's record, where it has one. A transcript that cannot be kept is no reason to
// stop serving: then there is none any more. `event` is used again and again, so that a record costs no
// allocation.
void record(Serving& serving, transcript::Event& event, const runner::PacedClock& clock,
            transcript::Kind kind, std::string_view bytes);

} // namespace dialbench::serve
