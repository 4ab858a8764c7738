// Outcomes of calls that were not made.
#pragma once

#include "harness/evidence/outcome.hpp"
#include "harness/script/number_rules.hpp"
#include "harness/script/script.hpp"

namespace dialbench::app {

evidence::Outcome refused(const script::Fault& fault, const std::string& number);
evidence::Outcome refused(const script::NumberRefusal& refusal, const std::string& number);
evidence::Outcome refused_by_redial_rules(const std::string& reason, const std::string& number);
evidence::Outcome not_opened(const evidence::PortProblem& problem, const std::string& port,
                             const std::string& number);
evidence::Outcome stopped_before_dialling(const std::string& number);

} // namespace dialbench::app
