#include "harness/app/dialects_problem.hpp"

#include "catalogue/catalogue.hpp"
#include "harness/app/terminal.hpp"
#include "harness/evidence/outcome_class.hpp"

namespace dialbench::app {

std::string code_and_symbol(int code) {
  const auto* known = catalogue::find(code);
  return std::to_string(code) + (known == nullptr ? "" : ' ' + std::string(known->symbol));
}

std::string shown(const dialect::Problem& problem) {
  return problem.code == 0 ? problem.text : code_and_symbol(problem.code) + ": " + problem.text;
}

int refuse_dialect(const dialect::Problem& problem, const std::string& place) {
  const int status = usage_error(place + shown(problem));
  return problem.code == 0 ? status : evidence::exit_status(problem.code);
}

} // namespace dialbench::app
