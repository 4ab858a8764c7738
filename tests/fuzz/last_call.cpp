// What the modem says of its last call, in every form: bounded, typed, and honest about what was cut off.
#include "at/last_call/last_call.hpp"
#include "tests/fuzz/rule.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <vector>

using namespace dialbench;
using fuzz::rule;

namespace {

constexpr std::array kinds{at::ReportKind::unimodem,     at::ReportKind::s86,      at::ReportKind::usr_link,
                           at::ReportKind::usr_extended, at::ReportKind::lucent,   at::ReportKind::conexant,
                           at::ReportKind::zyxel,        at::ReportKind::multitech};

constexpr std::size_t short_bytes_max = 64;
// S86=, where the modem gives a bare number.
constexpr std::size_t name_bytes_max = 8;

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool sound(const at::Field& field, std::size_t text_max) {
  if (const auto* number = std::get_if<double>(&field.value)) return std::isfinite(*number);
  const auto* text = std::get_if<std::string>(&field.value);
  return text == nullptr || text->size() <= text_max;
}

void check_call(const at::LastCall& call, at::ReportKind kind, std::size_t input_bytes) {
  rule(call.kind == kind, "a report is of the kind that was asked for");
  rule(call.unknown.size() <= at::unknown_fields_max, "unknown fields are bounded");
  std::set<at::FieldId> ids;
  for (const at::Field& field : call.fields) {
    rule(ids.insert(field.id).second, "each field is there at most once");
    rule(sound(field, input_bytes), "a value is finite, and no longer than what was said");
    rule(call.find(field.id) == &field.value, "a field is found");
    rule(!at::name(field.id).empty() && !at::text(field.id).empty(), "a field has a name and words");
  }
  for (const at::UnknownField& field : call.unknown)
    rule(field.key.size() + field.value.size() <= input_bytes + name_bytes_max,
         "an unknown field is no longer than what was said");
  rule(call.end_words.size() <= input_bytes + name_bytes_max, "the words of the end are the modem's own");
  rule(!call.end || (!at::name(*call.end).empty() && !at::text(*call.end).empty()),
       "an end has a name and words");
}

// A DIAG line that is whole is cut wherever it breaks off behind its < and before its >. A few places will
// do, from the line itself: all of them would make long lines slow.
void check_cuts(std::string_view line) {
  constexpr std::string_view begin = "DIAG <";
  const std::size_t close = line.find('>');
  if (!line.starts_with(begin) || close == std::string_view::npos || close > 400) return;
  if (line.find('<', begin.size()) < close) return; // a second one within is damage, and no cut
  const std::string_view whole = line.substr(0, close + 1);
  const Lines one{whole};
  const at::LastCall all = at::read_last_call(at::ReportKind::unimodem, one);
  if (all.cut || all.empty()) return;
  const std::size_t sizes = close - begin.size() + 1;
  std::size_t place = close;
  for (int i = 0; i < 3; ++i) {
    place = place * 31 + static_cast<unsigned char>(line[place % close]);
    const std::size_t size = begin.size() + place % sizes;
    const Lines part{whole.substr(0, size)};
    const at::LastCall call = at::read_last_call(at::ReportKind::unimodem, part);
    check_call(call, at::ReportKind::unimodem, size);
    rule(call.cut || call.empty(), "a line that breaks off is cut");
    rule(call.fields.size() <= all.fields.size(), "a cut line has no fields that the whole one has not");
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::text(data, size);
  const Lines lines = lines_of(input);
  // A page is read as what it is and as one thing that it may not be; what is short, as everything.
  const auto recognised = at::recognise_report(lines);
  for (std::size_t i = 0; i < kinds.size(); ++i)
    if (size < short_bytes_max || kinds[i] == recognised || i == size % kinds.size())
      check_call(at::read_last_call(kinds[i], lines), kinds[i], size);
  for (const std::string_view line : lines) check_cuts(line);
  return 0;
}
