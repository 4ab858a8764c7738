#include "harness/script/emergency.hpp"

#include "at/characters.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace dialbench::script {
namespace {

using at::detail::is_digit;

constexpr EmergencyRow rows[] = {
#define EMERGENCY(country, number, source) {country, number, source},
#include "harness/script/emergency.def"
};

constexpr std::string_view everywhere = "any";
constexpr std::size_t digits_without_country_max = 5;
constexpr std::size_t outside_digits_max = 2; // 9, and 99, too
// Known to people far from where they are valid, so that nobody gives them to an extension.
constexpr std::array<std::string_view, 4> well_known{"000", "112", "911", "999"};

bool matches(std::string_view pattern, std::string_view digits) {
  return pattern.size() == digits.size() && std::equal(pattern.begin(), pattern.end(), digits.begin(),
                                                       [](char p, char d) { return p == 'x' || p == d; });
}

bool is_well_known(std::string_view digits) {
  return std::find(well_known.begin(), well_known.end(), digits) != well_known.end();
}

bool has_rows(std::string_view country) {
  return !country.empty() && std::any_of(std::begin(rows), std::end(rows),
                                         [&](const EmergencyRow& row) { return row.country == country; });
}

// One dial string against the rows that count for one country.
class Search {
 public:
  explicit Search(std::string_view country)
      : country_(has_rows(country) ? country : std::string_view()) {}

  // Every short group in front may be the way to an outside line, so what follows it is asked as well.
  std::optional<Emergency> in(std::string_view dial) const {
    for (;;) {
      dial = without_service_codes(dial);
      const auto groups = split(dial);
      if (auto found = in_groups(groups)) return found;
      if (groups.size() < 2 || groups.front().size() > outside_digits_max) return std::nullopt;
      dial.remove_prefix(groups.front().size());
    }
  }

 private:
  // Runs of digits, parted by pauses, waits, flashes, and by the tones that end a number (911#).
  static std::vector<std::string_view> split(std::string_view dial) {
    constexpr std::string_view digits = "0123456789";
    std::vector<std::string_view> groups;
    for (std::size_t at = dial.find_first_of(digits); at != std::string_view::npos;
         at = dial.find_first_of(digits, at)) {
      const std::size_t end = std::min(dial.find_first_not_of(digits, at), dial.size());
      groups.push_back(dial.substr(at, end - at));
      at = end;
    }
    return groups;
  }

  // *70 , *31# and #31# in front, one after the other. Pauses in front go as well.
  static std::string_view without_service_codes(std::string_view dial) {
    for (;;) {
      const std::size_t start = std::min(dial.find_first_of("0123456789*#"), dial.size());
      dial.remove_prefix(start);
      const bool code =
          dial.size() >= 3 && (dial[0] == '*' || dial[0] == '#') && is_digit(dial[1]) && is_digit(dial[2]);
      if (!code) return dial;
      dial.remove_prefix(3);
      if (!dial.empty() && dial.front() == '#') dial.remove_prefix(1);
    }
  }

  // An exchange acts as soon as the digits so far are a number, so each beginning is asked, group by group.
  std::optional<Emergency> in_groups(const std::vector<std::string_view>& groups) const {
    std::string digits;
    for (std::size_t i = 0; i < groups.size() && digits.size() <= longest_; ++i) {
      digits += groups[i];
      const bool all = i + 1 == groups.size();
      if (all || !country_.empty() || is_well_known(digits))
        if (auto found = whole(digits)) return found;
      if (auto found = behind_outside_digit(digits)) return found;
    }
    return std::nullopt;
  }

  std::optional<Emergency> whole(std::string_view digits) const {
    for (const auto& row : rows)
      if (counts(row) && matches(row.number, digits))
        return Emergency{std::string(digits), std::string(row.country), is_well_known(digits)};
    return std::nullopt;
  }

  std::optional<Emergency> behind_outside_digit(std::string_view digits) const {
    if (digits.size() < 2 || std::string_view("908").find(digits.front()) == std::string_view::npos)
      return std::nullopt;
    digits.remove_prefix(1);
    if (country_.empty() && !is_well_known(digits)) return std::nullopt;
    return whole(digits);
  }

  bool counts(const EmergencyRow& row) const {
    if (row.country == everywhere || row.country == country_) return true;
    return country_.empty() && row.number.size() <= digits_without_country_max &&
           row.number.find('x') == std::string_view::npos;
  }

  static constexpr std::size_t longest_ = 8; // no row is longer
  std::string_view country_;
};

} // namespace

std::span<const EmergencyRow> emergency_rows() noexcept { return rows; }

bool knows_country(std::string_view country) { return country != everywhere && has_rows(country); }

std::optional<Emergency> reaches_emergency(std::string_view dial, std::string_view country) {
  return Search(country).in(dial);
}

} // namespace dialbench::script
