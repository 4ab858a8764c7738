// The verdict: which code, why, how sure, and what to check next. Made from an outcome and the catalogue, by
// diagnose().
#pragma once

#include "harness/diagnosis/invocation.hpp"
#include "harness/evidence/outcome.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dialbench::diagnosis {

enum class Likelihood : std::uint8_t { likely, possible, unlikely };
std::string_view name(Likelihood likelihood) noexcept;

struct Alternative {
  int code = 0;
  std::string symbol;
  std::string reason; // "at X0 the modem does not report busy"
};

struct EvidenceLine {
  std::string text;   // "12.5 s after the last digit (about): long before S7 would end the call."
  std::string source; // a command, a time, a line state
};

struct ProbableCause {
  std::string id; // the catalogue's
  Likelihood likelihood = Likelihood::possible;
  std::string text;
  std::vector<std::string> supports; // evidence for it
  std::vector<std::string> against;
  std::string check; // what to do, with hands, a handset or a whole command
};

struct Verdict {
  evidence::OutcomeClass outcome = evidence::OutcomeClass::completed;
  int code = 0;         // 0: success
  std::string symbol;   // ERROR_NO_CARRIER; empty on success
  std::string word;     // the modem's own, verbatim
  std::string headline; // one sentence: what happened
  bool certain = false; // no alternative stands
  std::vector<Alternative> alternatives;
  std::vector<EvidenceLine> evidence;
  std::vector<ProbableCause> causes;  // at most three, most probable first
  std::vector<std::string> also_seen; // "UART overruns: 710 ERROR_OVERRUN", stale results, slips
};

// Pure. `outcome` keeps everything that the sentences are made of, `call` what the commands of the checks are
// made of.
Verdict diagnose(const evidence::Outcome& outcome, const Invocation& call = {});

} // namespace dialbench::diagnosis
