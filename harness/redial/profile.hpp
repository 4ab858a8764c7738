// The redial rules of a country, as figures; the rows are rules.def.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace dialbench::redial {

// The pauses between attempts to one number: after the first failure, after the second ... The last one
// repeats.
class Gaps {
 public:
  static constexpr std::size_t size_max = 6;

  constexpr Gaps(std::initializer_list<int> seconds) {
    for (const int gap : seconds) seconds_.at(size_++) = gap;
  }
  // failures: at least 1.
  [[nodiscard]] constexpr std::chrono::seconds after(std::size_t failures) const {
    return std::chrono::seconds(seconds_[failures < size_ ? failures - 1 : size_ - 1]);
  }

 private:
  std::array<int, size_max> seconds_{};
  std::size_t size_ = 0;
};

// What the count of attempts means, and what follows when it is used up.
enum class Limit : std::uint8_t {
  in_a_row, // a series of so many; `pause` after the last attempt a new series may begin
  within,   // so many within any `pause`
  for_good  // so many, then none until a person starts one; `pause` is how long that is remembered
};

struct Profile {
  std::string_view id;           // ISO 3166 two letters, lower case; "default"
  std::string_view title;        // stands in sentences: "the United States"
  std::size_t attempts;          // to one number without a connection
  std::size_t attempts_busy;     // the same where every one of them found it busy
  std::size_t attempts_answered; // how many of them may be answered by somebody who is no modem; 0: all
  bool manual_counts;            // whether the manual start counts as the first attempt of its series
  Limit limit;
  std::chrono::seconds pause;
  Gaps gaps;
  std::chrono::seconds gap_any; // between any two calls, whatever the numbers
  std::string_view source;
};

// The first is "default".
std::span<const Profile> profiles() noexcept;
// By country, in either case. Countries without a row, and an empty one, have the default.
const Profile& profile_for(std::string_view country) noexcept;

} // namespace dialbench::redial
