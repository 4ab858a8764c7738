// dialbench inf: the models of a Windows modem INF file and what they answer.
#include "harness/app/commands.hpp"
#include "harness/app/dialects_problem.hpp"
#include "harness/app/inf_page.hpp"
#include "harness/app/terminal.hpp"
#include "harness/dialect/find_model.hpp"
#include "harness/dialect/inf_name.hpp"
#include "harness/evidence/outcome_class.hpp"
#include "harness/report/json.hpp"
#include "harness/report/plain.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace dialbench::app {
namespace {

constexpr std::size_t faults_told_max = 50;

// "modem.inf:12: 654 ERROR_MACRO_NOT_DEFINED: what"; they are no output of ours but what is wrong with it.
void tell(const std::vector<at::inf::Fault>& faults) {
  for (std::size_t i = 0; i < std::min(faults.size(), faults_told_max); ++i)
    print_error(report::wrapped(fault_text(faults[i]), ""));
  if (faults.size() > faults_told_max)
    print_error("and " + std::to_string(faults.size() - faults_told_max) +
                " faults more; --json has all of them\n");
}

} // namespace

int show_inf(const InfOptions& options) {
  auto name = dialect::parse_inf_name(options.file);
  if (options.model) name.model = *options.model;
  if (name.file.empty()) return usage_error("inf: which file? Try: dialbench inf mdmxyz.inf");
  const auto file = dialect::read_inf(name.file);
  if (!file) return refuse_dialect(file.error());
  tell(file->faults);

  const at::inf::Model* model = nullptr;
  if (!name.model.empty() || file->models.size() == 1) {
    const auto found = dialect::find_model(file->models, name.model, name.file);
    if (!found && !file->models.empty()) return refuse_dialect(found.error());
    if (found) model = *found;
  }
  print(options.json       ? report::json_text(inf_json(*file, name.file, model))
        : model == nullptr ? models_text(*file, name.file, output_style())
                           : model_text(*model, *file, name.file, output_style()));
  if (!file->models.empty() || output_is_lost()) return printed_status();
  return evidence::exit_status(file->faults.empty() ? no_model_code : file->faults.front().code);
}

} // namespace dialbench::app
