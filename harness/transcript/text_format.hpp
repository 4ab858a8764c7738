// Transcripts as text, one event a line:
//
//      0.000000 # dialbench transcript 1
//      0.000412 > "ATDT5550176\r"
//      5.103377 < "\r\nBUSY\r\n"
//      5.200000 # DTR lowered
//      9.000000 * 8 bytes hidden
//
// Seconds since the start, to the microsecond; `>` to the modem, `<` from it, as a C string (escape.hpp); `#`
// a note as it stands, or as a C string where it holds anything but printable ASCII; `*` a secret that was
// sent. The header is a note, so that every reader of such recordings reads it; recordings without a header
// are read the same way.
#pragma once

#include "harness/transcript/fault.hpp"

#include <string>
#include <string_view>

namespace dialbench::transcript {

inline constexpr unsigned text_version = 1;

void append_text_header(std::string& out);
// One line, or several where the event is longer than event_bytes_max. A negative time is written as 0.
void append_text(std::string& out, const Event& event);

// The events in the order of the file. Read besides what append_text() writes: empty lines, CR before LF, any
// blanks between the fields, one to nine decimals or none, and a `#` line without a time, which is a note at
// the time of the line before. A last line without its line end that cannot be read was cut off by a full
// disk or a killed program: it becomes a note, and everything before it is kept.
Reading read_text(std::string_view text);

} // namespace dialbench::transcript
