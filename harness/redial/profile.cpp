#include "harness/redial/profile.hpp"

#include "harness/redial/dialled.hpp"
#include "harness/redial/rules.hpp"

#include <algorithm>

namespace dialbench::redial {
namespace {

constexpr std::array rows{
#define GAPS(...) (Gaps{__VA_ARGS__})
#define REDIAL(id, title, attempts, attempts_busy, attempts_answered, manual_counts, limit, pause_s, gaps,   \
               gap_any_s, source)                                                                            \
  Profile{id,                                                                                                \
          title,                                                                                             \
          attempts,                                                                                          \
          attempts_busy,                                                                                     \
          attempts_answered,                                                                                 \
          manual_counts,                                                                                     \
          Limit::limit,                                                                                      \
          std::chrono::seconds(pause_s),                                                                     \
          gaps,                                                                                              \
          std::chrono::seconds(gap_any_s),                                                                   \
          source},
#include "harness/redial/rules.def"
#undef GAPS
};

constexpr bool sound(const Profile& row) {
  return row.attempts >= 1 && row.attempts_busy >= row.attempts && row.attempts_busy < attempts_cap &&
         row.pause.count() > 0 && row.pause <= memory &&
         (row.limit != Limit::for_good || row.pause == memory);
}
static_assert(rows.front().id == "default");
static_assert(std::all_of(rows.begin(), rows.end(), sound),
              "a row of rules.def that no history could follow");
static_assert(std::is_sorted(rows.begin() + 1, rows.end(),
                             [](const Profile& left, const Profile& right) { return left.id < right.id; }));

bool same(std::string_view id, std::string_view country) noexcept {
  return std::equal(id.begin(), id.end(), country.begin(), country.end(), [](char lower, char either) {
    return lower == either || (either >= 'A' && either <= 'Z' && lower == either - 'A' + 'a');
  });
}

} // namespace

std::span<const Profile> profiles() noexcept { return rows; }

const Profile& profile_for(std::string_view country) noexcept {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Profile& row) { return same(row.id, country); });
  return found != rows.end() ? *found : rows.front();
}

} // namespace dialbench::redial
