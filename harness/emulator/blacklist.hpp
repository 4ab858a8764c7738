// What a modem remembers of numbers that came to nothing, as the rules of countries ask for: DELAYED while a
// retry is too soon, BLACKLISTED when there were too many. The rules stand in blacklist.def.
#pragma once

#include "harness/evidence/time.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

enum class BlacklistRule : std::uint8_t {
#define BLACKLIST(name, at_once, gap_s, attempts, window_s, lock_s, text) name,
#include "harness/emulator/blacklist.def"
};
std::optional<std::string> read_blacklist_rule(BlacklistRule& field, std::string_view value);

inline constexpr std::size_t blacklisted_numbers_max = 64; // the one that failed longest ago goes

class Blacklist {
 public:
  enum class Answer : std::uint8_t { dial, delayed, blacklisted };

  [[nodiscard]] Answer asks(BlacklistRule rule, std::string_view number, Time now) const;
  void failed(BlacklistRule rule, std::string_view number, Time now);
  void answered(std::string_view number);
  void clear() noexcept { failures_.clear(); } // switched off

 private:
  std::map<std::string, std::vector<Time>, std::less<>> failures_; // ascending; bounded per number, too
};

} // namespace dialbench::emulator
