// The end of an attempt: its class and the evidence for it.
#pragma once

#include "harness/evidence/evidence.hpp"
#include "harness/evidence/outcome_class.hpp"

#include <string>

namespace dialbench::evidence {

struct Outcome {
  OutcomeClass outcome = OutcomeClass::completed;
  std::string word; // the modem's own text, verbatim; empty where it said nothing
  Evidence evidence;
  bool overrun = false; // UART overruns were counted: 710 stands beside the verdict
};

} // namespace dialbench::evidence
