// How large a transcript may be: readers refuse what is beyond, writers stay within.
#pragma once

#include <cstddef>

namespace dialbench::transcript {

// Of one event. A pppdump record counts its bytes in 16 bits; the text format keeps to the same, so that one
// transcript can become the other. Writers cut what is longer into several events of one time.
inline constexpr std::size_t event_bytes_max = 65535;

// Of a whole transcript. 64 MiB is more than an hour at 115200 bit/s with every byte escaped; the count of
// events bounds the memory that a file of very short lines can ask for (about 64 MiB).
inline constexpr std::size_t transcript_bytes_max = std::size_t{64} << 20;
inline constexpr std::size_t events_max = std::size_t{1} << 20;

} // namespace dialbench::transcript
