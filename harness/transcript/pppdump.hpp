// The binary format of pppd's `record` option, which pppdump(8) prints and tshark reads. No header; records
// of
//   01 n n data          bytes to the modem, a big-endian count of 16 bits
//   02 n n data          bytes from the modem
//   03, 04               end of a send, of a receive: no writer is known, skipped here
//   05 t t t t, 06 t     time steps, in tenths of a second
//   07 t t t t           the time: seconds since 1970
// The first record must be 07: tshark knows the format by it. Notes have no place in it. A secret becomes as
// many asterisks, since its length may be known and its bytes may not. Times come back in tenths of a second.
// tshark looks for PPP frames only, and gives up where one side says more than 8192 bytes without a 7E.
#pragma once

#include "harness/transcript/fault.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace dialbench::transcript {

class PppdumpWriter {
 public:
  // began_s: Time 0 in seconds since 1970; what does not fit into 32 bits is clamped.
  explicit PppdumpWriter(std::int64_t began_s) noexcept
      : began_s_(began_s) {}

  void append_header(std::string& out) const;
  // A time before that of the event before stands for the same time: the format knows no steps back.
  void append(std::string& out, const Event& event);

 private:
  void append_step(std::string& out, Time at);

  std::int64_t began_s_;
  std::int64_t tenths_ = 0; // what the steps written so far add up to
};

// Whether the bytes begin as tshark wants it: 07, a time, and another record's mark.
bool looks_like_pppdump(std::string_view bytes) noexcept;

// Times count from the first 07 record; a later one that goes back stands for the time before it. A last
// record that is cut off gives what there is of it, and a note.
Reading read_pppdump(std::string_view bytes);

} // namespace dialbench::transcript
