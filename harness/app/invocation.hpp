// How a call was given, for the commands that its verdict prints.
#pragma once

#include "harness/app/call_plan.hpp"
#include "harness/diagnosis/invocation.hpp"

namespace dialbench::app {

// Its options are those that differ from the plan's configuration, which every later call gets anyway.
diagnosis::Invocation invocation_of(const CallPlan& plan);

// What the modem keeps of a set-up that this call alone asked for: a sentence for the end of the page, with
// the command that ends it. Empty: nothing, or the modem took none of it.
std::string what_stays_in_modem(const CallPlan& plan, const evidence::Outcome& outcome);

} // namespace dialbench::app
