// dialbench dialects: what each family of modems means by its numbers and words.
#include "harness/app/commands.hpp"
#include "harness/app/dialects_page.hpp"
#include "harness/app/dialects_problem.hpp"
#include "harness/app/terminal.hpp"
#include "harness/report/json.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::app {

int list_dialects(const DialectsOptions& options) {
  if (!options.dialect) {
    print(options.json ? report::json_text(dialects_json(at::dialects()))
                       : dialects_text(at::dialects(), output_style()));
    return printed_status();
  }
  const auto loaded = dialect::load(*options.dialect);
  if (!loaded) return refuse_dialect(loaded.error());
  print(options.json ? report::json_text(dialect_json(*loaded->get()))
                     : dialect_text(*loaded->get(), *options.dialect, output_style()));
  return printed_status();
}

} // namespace dialbench::app
