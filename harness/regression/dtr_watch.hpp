// A modem as it is, and word of each time that its program has let the port go: where a dialer closes the
// port between two commands, that is what decides.
#pragma once

#include "harness/emulator/dce.hpp"
#include "harness/transcript/transcript.hpp"

#include <functional>
#include <memory>

namespace dialbench::regression {

// The modem behind it; `record` gets a note when DTR drops.
std::shared_ptr<emulator::Dce> watch_dtr(std::shared_ptr<emulator::Dce> modem,
                                         std::function<void(const transcript::Event&)> record);

} // namespace dialbench::regression
