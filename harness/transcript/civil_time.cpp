#include "harness/transcript/civil_time.hpp"

#include "harness/transcript/scan.hpp"

#include <array>
#include <chrono>

namespace dialbench::transcript {
namespace {

std::optional<unsigned> take_field(std::string_view& text, std::size_t digits_max) noexcept {
  std::size_t count = 0;
  while (count < digits_max && count < text.size() && scan::digit(text[count])) ++count;
  auto field = text.substr(0, count);
  const auto number = scan::take_number<unsigned>(field);
  if (number) text.remove_prefix(count);
  return number;
}

bool take_mark(std::string_view& text, char mark) noexcept {
  if (text.empty() || text.front() != mark) return false;
  text.remove_prefix(1);
  return true;
}

} // namespace

std::int64_t micros(const CivilTime& time) noexcept {
  std::int64_t value = time.fraction;
  for (unsigned digits = time.fraction_digits; digits < 6; ++digits) value *= 10;
  for (unsigned digits = time.fraction_digits; digits > 6; --digits) value /= 10;
  return value;
}

std::optional<CivilDate> take_date(std::string_view& text, DateOrder order, char mark) noexcept {
  const bool year_first = order == DateOrder::year_month_day;
  std::array<unsigned, 3> fields{};
  for (std::size_t index = 0; index < fields.size(); ++index) {
    if (index > 0 && !take_mark(text, mark)) return std::nullopt;
    const auto field = take_field(text, index == (year_first ? 0U : 2U) ? 4 : 2);
    if (!field) return std::nullopt;
    fields[index] = *field;
  }
  namespace chrono = std::chrono;
  const auto year = static_cast<int>(fields[year_first ? 0 : 2]);
  const chrono::year_month_day date{chrono::year(year), chrono::month(fields[year_first ? 1 : 0]),
                                    chrono::day(fields[year_first ? 2 : 1])};
  if (!date.ok()) return std::nullopt;
  return CivilDate{chrono::sys_days(date).time_since_epoch().count()};
}

std::optional<CivilTime> take_clock(std::string_view& text) noexcept {
  const auto hour = take_field(text, 2);
  if (!hour || *hour > 23 || !take_mark(text, ':')) return std::nullopt;
  const auto minute = take_field(text, 2);
  if (!minute || *minute > 59 || !take_mark(text, ':')) return std::nullopt;
  const auto second = take_field(text, 2);
  if (!second || *second > 60) return std::nullopt;
  CivilTime time;
  time.second = (*hour * 60 + *minute) * 60 + *second;
  if (!take_mark(text, '.')) return time;
  const std::size_t before = text.size();
  const auto fraction = take_field(text, 9);
  if (!fraction) return std::nullopt;
  time.fraction = *fraction;
  time.fraction_digits = static_cast<unsigned>(before - text.size());
  return time;
}

} // namespace dialbench::transcript
