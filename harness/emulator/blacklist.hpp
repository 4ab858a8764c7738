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
  // What the modem heard of a call that came to nothing. `tone`: busy or reorder; `answered`: somebody, and
  // no answer tone.
  enum class Heard : std::uint8_t { tone, nothing, answered };
  void failed(BlacklistRule rule, std::string_view number, Time now, Heard heard = Heard::tone);
  void answered(std::string_view number);
  void clear() noexcept { failures_.clear(); } // switched off

 private:
  struct Failure {
    Time time;
    Heard heard;
  };
  using Failures = std::vector<Failure>; // ascending; bounded
  // How many of these are too many.
  [[nodiscard]] static std::size_t attempts(BlacklistRule rule, const Failures& failures);
  std::map<std::string, Failures, std::less<>> failures_;
};

} // namespace dialbench::emulator
