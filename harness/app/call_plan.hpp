// What is to be called, how, and how often: what `dial` and `script` make of their options.
#pragma once

#include "harness/app/options.hpp"
#include "harness/evidence/outcome.hpp"
#include "harness/script/number_rules.hpp"
#include "harness/script/script.hpp"

#include <string>
#include <vector>

namespace dialbench::app {

struct CallPlan {
  CallSettings settings;
  CallSettings configuration; // what every later call gets as well
  OutputOptions output;
  script::Script script;
  script::NumberRules rules;
  std::string number;                // as it was typed; empty where only the script knows
  std::vector<std::string> operands; // of `script`: its file and variables, as they were typed
  unsigned repeat = 1;
  std::vector<std::string> remarks; // for the end of the report
};

// The rules for numbers on the line of these settings.
script::NumberRules number_rules(const CallSettings& settings);

// Makes the calls, shows them, and gives the exit status: the last verdict's (design, decision 9).
int make_calls(CallPlan plan);

// Shows the verdict of a call that is not made, and gives its exit status.
int refuse_call(const CallPlan& plan, const evidence::Outcome& outcome);

} // namespace dialbench::app
