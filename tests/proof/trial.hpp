// One situation, run from its first attempt to its last, and what is seen of each.
#pragma once

#include "harness/emulator/faults/pipe.hpp"
#include "harness/evidence/outcome.hpp"
#include "harness/simulation/join.hpp"
#include "tests/proof/situation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dialbench::proof {

struct Tried {
  simulation::Ended ended = simulation::Ended::with_outcome;
  Time start{}; // exchange time
  Time end{};
  std::optional<evidence::Outcome> outcome; // its times count from `start`
  bool clean_entry = false;                 // nothing of what was before could reach it
  bool changed_afterwards = false;          // the outcome, or something was sent or asked
  bool on_hook = false;                     // the modem, at the end
  bool talking = false;                     // still with the far end, then
  bool dtr = true;                          // at the end
  unsigned dial_lines = 0;
  std::optional<Time> last_dial; // exchange time
  std::string heard;             // by the session
  std::size_t peak_bytes = 0;
};

struct Trial {
  std::vector<Tried> attempts;
  std::vector<faults::Act> acts;
  std::uint64_t digest = 0;
  std::string transcript; // where it was asked for
};

Trial run(const Situation& situation, bool keep_transcript = false);

} // namespace dialbench::proof
