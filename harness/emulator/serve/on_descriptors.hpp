// Serves an emulated modem on two open descriptors, which are given to it; on_stdio() is this with 0 and 1.
#pragma once

#include "harness/emulator/serve/descriptor.hpp"
#include "harness/emulator/serve/serve.hpp"

namespace dialbench::serve {

// Whether they block is put back at the end: they may be shared with a shell.
ServedOr on_descriptors(const boost::asio::any_io_executor& executor, std::shared_ptr<emulator::Dce> modem,
                        Descriptor in, Descriptor out, Serving serving);

} // namespace dialbench::serve
