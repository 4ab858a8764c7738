// What the history says about one number: the attempts that a rule counts.
#pragma once

#include "harness/redial/dialled.hpp"
#include "harness/redial/profile.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dialbench::redial {

// What an attempt was to the network and to whom it called.
enum class Effect : std::uint8_t {
  none,      // no digit went out: no dial tone, an error, a refusal
  connected, // two modems met
  busy,
  answered, // by somebody who is no modem
  failed    // anything else; also where nothing is known, since somebody may have been rung
};
Effect effect(evidence::OutcomeClass outcome) noexcept;

struct Attempt {
  std::int64_t at_s = 0;
  Effect effect = Effect::failed;
  bool manual = false;
};

// The attempts to `number` (digits only) that made a call and are remembered(), by time; those of the future
// as of now.
std::vector<Attempt> attempts_to(std::span<const Dialled> history, std::string_view number,
                                 std::int64_t now_s);
// When the last call to any number ended.
std::optional<std::int64_t> last_call(std::span<const Dialled> history, std::int64_t now_s);

// Those since the last connection.
std::span<const Attempt> since_connection(std::span<const Attempt> attempts) noexcept;
// Those of the current series: since the last connection, from the last manual start on (included), and since
// the profile's pause where that ends a series.
std::span<const Attempt> current_series(std::span<const Attempt> attempts, std::int64_t now_s,
                                        const Profile& profile);

} // namespace dialbench::redial
