// Caller ID as a modem tells it between two RINGs: lines of the form DATE = MMDD, TIME = HHMM, NMBR = 5551234
// (results.md, section 8), or MESG = with the raw message in hexadecimal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dialbench::at {

struct CallerId {
  enum class Withheld : std::uint8_t { no, by_caller, out_of_area }; // NMBR = P and NMBR = O
  struct Moment {  // of the network's clock; no year is sent
    int month = 0; // 1-12
    int day = 0;   // 1-31
    friend bool operator==(const Moment&, const Moment&) = default;
  };
  struct Clock {
    int hour = 0;   // 0-23
    int minute = 0; // 0-59
    friend bool operator==(const Clock&, const Clock&) = default;
  };
  std::optional<Moment> date;
  std::optional<Clock> time;
  std::string number; // digits as sent; empty: not told
  Withheld number_withheld = Withheld::no;
  std::string name; // control bytes dropped
  Withheld name_withheld = Withheld::no;
  std::string called; // the number that was called (DDN_NMBR), where told
  std::vector<std::pair<std::string, std::string>> unknown; // at most 16
  friend bool operator==(const CallerId&, const CallerId&) = default;
};

// Adds one line; false where it is no caller-ID line. A MESG line is decoded (single and multiple data
// message format) where its checksum holds, else kept in `unknown`.
bool add_line(CallerId& caller, std::string_view line);

} // namespace dialbench::at
