#include "at/last_call/last_call.hpp"

#include "at/last_call/collector.hpp"
#include "at/last_call/forms.hpp"
#include "at/last_call/s86.hpp"
#include "at/last_call/unimodem.hpp"

#include <algorithm>
#include <array>

namespace dialbench::at {
namespace {

struct FieldRow {
  std::string_view name;
  Unit unit;
  std::string_view text;
};
constexpr auto field_rows = std::to_array<FieldRow>({
#define FIELD(id, unit, text) {#id, Unit::unit, text},
#include "at/last_call/fields.def"
});

struct EndRow {
  std::string_view name;
  std::string_view text;
};
constexpr auto end_rows = std::to_array<EndRow>({
#define END(id, text) {#id, text},
#include "at/last_call/ends.def"
});

last_call::Labels labels_of(ReportKind kind) noexcept {
  switch (kind) {
  case ReportKind::usr_link: return last_call::usr_link_labels();
  case ReportKind::usr_extended: return last_call::usr_extended_labels();
  case ReportKind::lucent: return last_call::lucent_labels();
  case ReportKind::conexant: return last_call::conexant_labels();
  case ReportKind::zyxel: return last_call::zyxel_labels();
  case ReportKind::multitech: return last_call::multitech_labels();
  default: return {};
  }
}

} // namespace

std::string_view name(Unit unit) noexcept {
  switch (unit) {
  case Unit::none: return "";
  case Unit::bits_per_second: return "bit/s";
  case Unit::symbols_per_second: return "baud";
  case Unit::hertz: return "Hz";
  case Unit::dbm: return "dBm";
  case Unit::decibel: return "dB";
  case Unit::milliseconds: return "ms";
  case Unit::seconds: return "s";
  case Unit::characters: return "characters";
  case Unit::frames: return "frames";
  case Unit::count: return "times";
  case Unit::parts_per_million: return "ppm";
  }
  return "";
}

std::string_view name(FieldId id) noexcept { return field_rows[static_cast<std::size_t>(id)].name; }
std::string_view text(FieldId id) noexcept { return field_rows[static_cast<std::size_t>(id)].text; }
Unit unit(FieldId id) noexcept { return field_rows[static_cast<std::size_t>(id)].unit; }
std::string_view name(CallEnd end) noexcept { return end_rows[static_cast<std::size_t>(end)].name; }
std::string_view text(CallEnd end) noexcept { return end_rows[static_cast<std::size_t>(end)].text; }

const FieldValue* LastCall::find(FieldId id) const noexcept {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [id](const Field& each) { return each.id == id; });
  return found == fields.end() ? nullptr : &found->value;
}

std::optional<std::int64_t> LastCall::number(FieldId id) const noexcept {
  const FieldValue* value = find(id);
  const auto* whole = value ? std::get_if<std::int64_t>(value) : nullptr;
  return whole ? std::optional(*whole) : std::nullopt;
}

LastCall read_last_call(ReportKind kind, std::span<const std::string_view> lines) {
  LastCall call;
  call.kind = kind;
  last_call::Collector collector(call);
  if (lines.size() > report_lines_max) {
    lines = lines.first(report_lines_max);
    collector.cut();
  }
  std::vector<std::string_view> bounded(lines.begin(), lines.end());
  for (std::string_view& line : bounded)
    if (line.size() > last_call::line_bytes_max) {
      line = line.substr(0, last_call::line_bytes_max);
      collector.cut();
    }
  if (kind == ReportKind::unimodem)
    read_unimodem(collector, bounded);
  else if (kind == ReportKind::s86)
    read_s86(collector, bounded);
  else
    read_page(collector, bounded, labels_of(kind));
  return call;
}

} // namespace dialbench::at
