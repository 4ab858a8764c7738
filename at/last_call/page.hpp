// Inside of at/last_call: pages of labelled values, as ATI6, ATI11, ATI2 and AT&V1 print them. A line holds
// one or more segments side by side:
//
//   segment  = [number] label [ "(" unit ")" ] separator value
//   separator = blanks, tabs, full stops, colons and equals signs, in any number; none before a digit
//
// A label that is known ends the value before it. One that is not known ends at a colon, an equals sign, two
// full stops, a tab or two blanks, and its value at a tab or two blanks. Text without any of these is no
// segment.
#pragma once

#include "at/last_call/collector.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace dialbench::at::last_call {

enum class Reading : std::uint8_t {
  heading,     // no value: what the page writes above its columns
  number,      // in the field's unit; without a sign a level, and what is labelled (-dB), is below zero
  hexadecimal, // a number in hexadecimal
  number_pair, // `field/second`; a single number is both
  minutes,     // of a field in seconds
  ticks,       // of 1/2400 s, of a field in milliseconds
  clock,       // 00:03:21
  text,
  text_pair,   // `field/second`; a single text is both
  modulation,  // V.34
  protocol,    // LAPM/SREJ: error control and its option (second)
  compression, // V42BIS 2048/32: compression, entries of the dictionary (second), string length
  connect,     // what stands behind CONNECT
  end_words,   // the reason for the end of the call, in words
  end_cause    // Lucent's number for it
};

struct Label {
  std::string_view letters; // in capitals, letters and digits only
  Reading reading;
  FieldId field = FieldId::heard;  // where the reading is of a field
  FieldId second = FieldId::heard; // where it is of two
  std::string_view unit{};         // in brackets behind the label, where it decides which field it is: ppm
};
using Labels = std::span<const Label>;

struct Segment {
  const Label* label = nullptr; // null: not known, or a number alone
  std::string_view key;         // as written
  std::string_view unit;        // what stood in brackets behind a known label
  std::string_view value;       // of a known label: the rest of the line; of another: all of it
};
// Takes the next segment off the front of `line`; the value of a known label stays there. None at its end.
std::optional<Segment> next_segment(std::string_view& line, Labels labels) noexcept;

// Whether a known label stands at the front of `line`, behind its number or without one.
bool begins_with_label(std::string_view line, Labels labels) noexcept;
// The same where a number would be a value: in the middle of a line.
bool label_stands_at(std::string_view text, Labels labels) noexcept;

// No page has more than three segments side by side; what is behind this many is left out.
inline constexpr int segments_max = 16;

// Reads a whole page into `collector`.
void read_page(Collector& collector, std::span<const std::string_view> lines, Labels labels);
// How many labels of a page with values stand in these lines.
std::size_t count_labels(std::span<const std::string_view> lines, Labels labels) noexcept;

} // namespace dialbench::at::last_call
