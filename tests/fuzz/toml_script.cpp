// TOML scripts: any text becomes steps, or one fault that has its place in the text.
#include "tests/fuzz/script_rules.hpp"

#include <array>

using namespace dialbench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::text(data, size);
  const script::NumberRules everywhere;
  fuzz::check_script(input, script::read_toml(input, "f", {}, everywhere));
  const std::array given{script::Assignment{"number", "5550100"},
                         script::Assignment{"p", input.size() > 9 ? "x" : ""}};
  fuzz::check_script(input, script::read_toml(input, "f", given, everywhere));
  return 0;
}
