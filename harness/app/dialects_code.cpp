#include "harness/app/dialects_code.hpp"

#include "harness/evidence/mapping.hpp"

#include <utility>

namespace dialbench::app {

// Asked of the same table that judges a call, so that a page never says another code than a dial would.
int failure_code(at::Meaning meaning) {
  if (at::role(meaning) != at::Role::final) return 0;
  evidence::Evidence evidence;
  evidence.ending = evidence::Ending::final_result;
  evidence.dialled = true;
  evidence.dial_failed_command = true;
  evidence.connected = meaning == at::Meaning::connect;
  evidence.result.emplace().meaning = meaning;
  return evidence::row(evidence::conclude(std::move(evidence)).outcome).code;
}

} // namespace dialbench::app
