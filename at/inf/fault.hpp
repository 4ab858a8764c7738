// What is wrong with an INF file, and where. The code is the one that the RAS lists have for it (653-663,
// 698).
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dialbench::at::inf {

struct Place {
  std::string file;     // as the caller or the Include named it
  std::size_t line = 0; // 1-based; 0: the file as a whole
  friend bool operator==(const Place&, const Place&) = default;
};

struct Fault {
  int code = 0; // RAS code
  Place place;
  std::string text; // what was found, what was expected, in one line; control bytes escaped
  friend bool operator==(const Fault&, const Fault&) = default;
};

// modem.inf:12: 654: %Brnad% is not defined in [Strings]
std::string message(const Fault& fault);

// A piece of the file as a fault's text may hold it: control bytes as \x1B, cut where it is long.
std::string shown(std::string_view text);
// The same between quotes.
std::string quoted(std::string_view text);
// The parts behind each other.
std::string joined(std::initializer_list<std::string_view> parts);

} // namespace dialbench::at::inf
