#include "at/inf/addreg.hpp"

#include "at/inf/fault.hpp"
#include "at/inf/fold.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace dialbench::at::inf {
namespace {

constexpr std::array<std::string_view, 6> roots = {"HKR", "HKLM", "HKCR", "HKCU", "HKU", "HKCC"};

constexpr std::uint32_t binary_flag = 0x1;
constexpr std::uint32_t keep_flag = 0x2;
constexpr std::uint32_t delete_flag = 0x4;
constexpr std::uint32_t key_only_flag = 0x10;
constexpr std::uint32_t type_mask = 0xFFFF0001;
constexpr std::uint32_t dword_type = 0x00010001;

// 10, 0xA; with base 16 also A.
std::optional<std::uint32_t> number(std::string_view text, int base) noexcept {
  if (text.size() > 2 && text[0] == '0' && fold(text[1]) == 'x') {
    text.remove_prefix(2);
    base = 16;
  }
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

void breaks(Value& value, std::string problem) {
  value.kind = ValueKind::broken;
  value.problem = std::move(problem);
}

// Every field is a byte; commas at the end are the custom of some authors.
void read_bytes(Value& value, std::span<const std::string> fields) {
  while (!fields.empty() && fields.back().empty()) fields = fields.first(fields.size() - 1);
  value.bytes.reserve(fields.size());
  for (const std::string& field : fields) {
    const auto byte = number(field, 16);
    if (!byte || *byte > 0xFF) return breaks(value, joined({quoted(field), " is no byte in hexadecimal"}));
    value.bytes += static_cast<char>(static_cast<unsigned char>(*byte));
  }
}

void read_number(Value& value, std::span<const std::string> fields) {
  if (fields.size() > 1) return read_bytes(value, fields);
  const auto whole = number(fields.empty() ? std::string_view("0") : fields.front(), 10);
  if (!whole) return breaks(value, joined({quoted(fields.front()), " is no number"}));
  for (unsigned shift = 0; shift < 32; shift += 8)
    value.bytes += static_cast<char>(static_cast<unsigned char>(*whole >> shift));
}

std::string without_outer_backslashes(std::string_view key) {
  while (!key.empty() && key.front() == '\\') key.remove_prefix(1);
  while (!key.empty() && key.back() == '\\') key.remove_suffix(1);
  return std::string(key);
}

} // namespace

Value addreg_value(const Line& line) {
  Value value;
  value.line = line.number;
  if (line.has_key) {
    breaks(value, joined({quoted(line.key + " ="), " is no registry line: root,subkey,name,flags,value"}));
    return value;
  }
  const auto field = [&line](std::size_t at) -> std::string_view {
    return at < line.fields.size() ? std::string_view(line.fields[at]) : std::string_view();
  };
  value.root = field(0);
  value.key = without_outer_backslashes(field(1));
  value.name = field(2);
  if (line.open_quote) breaks(value, "a quote is not closed");
  if (line.too_long)
    breaks(value, joined({"the line is longer than ", std::to_string(line_bytes_max), " bytes"}));
  const bool known = std::any_of(roots.begin(), roots.end(),
                                 [&value](std::string_view each) { return same(each, value.root); });
  if (!known) breaks(value, joined({quoted(value.root), " is no registry root: HKR was expected"}));
  const auto flags = field(3).empty() ? std::optional<std::uint32_t>(0) : number(field(3), 10);
  if (!flags) breaks(value, joined({quoted(field(3)), " are no flags"}));
  if (value.kind == ValueKind::broken) return value;
  value.keeps = (*flags & keep_flag) != 0;
  if ((*flags & (delete_flag | key_only_flag)) != 0) return value;
  const auto data =
      std::span<const std::string>(line.fields).subspan(std::min<std::size_t>(4, line.fields.size()));
  if ((*flags & type_mask) == dword_type) {
    value.kind = ValueKind::number;
    read_number(value, data);
  } else if ((*flags & binary_flag) != 0) {
    value.kind = ValueKind::binary;
    read_bytes(value, data);
  } else {
    value.kind = ValueKind::text;
    for (const std::string& each : data) value.text += (&each == data.data() ? "" : ",") + each;
  }
  return value;
}

} // namespace dialbench::at::inf
