// What a modem knows about its last call, in one schema, whatever form it was told in: named, typed fields
// with units (fields.def), one reason for the end of the call (ends.def), and everything that nobody knows,
// kept.
//
//   at::LastCall call = at::read_last_call(at::ReportKind::unimodem, lines);
//   call.end == at::CallEnd::training_failed;   call.number(at::FieldId::receive_level)  // in dBm, as Unit
//   says
#pragma once

#include "at/last_call/kind.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dialbench::at {

enum class Unit : std::uint8_t {
  none,
  bits_per_second,
  symbols_per_second,
  hertz,
  dbm,     // levels; negative values are usual
  decibel, // ratios: SNR, echo loss
  milliseconds,
  seconds,
  characters,
  frames,
  count,
  parts_per_million
};
std::string_view name(Unit unit) noexcept; // bit/s, baud, Hz, dBm, dB, ms, s, ppm ...; empty for none

enum class FieldId : std::uint8_t {
#define FIELD(id, unit, text) id,
#include "at/last_call/fields.def"
};
std::string_view name(FieldId id) noexcept; // the identifier, as JSON has it
std::string_view text(FieldId id) noexcept; // for people
Unit unit(FieldId id) noexcept;

// Why the call ended, or never began, in the words of all makers brought together.
enum class CallEnd : std::uint8_t {
#define END(id, text) id,
#include "at/last_call/ends.def"
};
std::string_view name(CallEnd end) noexcept;
std::string_view text(CallEnd end) noexcept;

using FieldValue = std::variant<std::int64_t, double, std::string>;

struct Field {
  FieldId id;
  FieldValue value;
  friend bool operator==(const Field&, const Field&) = default;
};

// A key that is in no table, or a value that fits none; kept as the modem wrote it.
struct UnknownField {
  std::string key;
  std::string value;
  friend bool operator==(const UnknownField&, const UnknownField&) = default;
};

struct LastCall {
  ReportKind kind = ReportKind::unimodem;
  std::vector<Field> fields; // in the order in which they came, each at most once: the last one counts
  std::vector<UnknownField> unknown; // at most unknown_fields_max
  std::optional<CallEnd> end;
  std::string end_words; // the modem's own: `60=3D`, `Loss of carrier`
  bool cut = false;      // a line broke off in the middle, or more came than is kept

  [[nodiscard]] const FieldValue* find(FieldId id) const noexcept;
  [[nodiscard]] std::optional<std::int64_t> number(FieldId id) const noexcept; // where it is a whole number
  [[nodiscard]] bool empty() const noexcept { return fields.empty() && unknown.empty() && !end; }
};

inline constexpr std::size_t unknown_fields_max = 64;
inline constexpr std::size_t report_lines_max = 200;

// `lines` are the information text behind the command, without line ends, in order; result codes among them
// are passed over. Lines that are none of this report's are passed over too.
LastCall read_last_call(ReportKind kind, std::span<const std::string_view> lines);

// The form of a page whose command is not known, by what stands in it: DIAG <..., "Disconnect Reason" ...
std::optional<ReportKind> recognise_report(std::span<const std::string_view> lines) noexcept;

} // namespace dialbench::at
