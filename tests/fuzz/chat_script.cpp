// Chat scripts: any text becomes steps, or one fault that has its place in the text. What a script sends
// before it has dialled dials no emergency number.
#include "tests/fuzz/script_rules.hpp"

using namespace dialbench;
using fuzz::rule;

namespace {

const script::NumberRules everywhere; // no country: every country's emergency numbers are refused

// Behind the first dial the bytes may be for the far end, where 911 is a word like others.
void check_first_dial(const script::Script& script) {
  for (const script::Step& step : script.steps) {
    for (const script::Step::Sub& sub : step.subs)
      if (const auto dial = script::check_sent(sub.send.bytes, everywhere))
        return rule(!dial->refusal.has_value(), "the first number that a sub-send dials may be dialled");
    if (step.kind != script::StepKind::raw) continue;
    if (const auto dial = script::check_sent(step.text.bytes, everywhere))
      return rule(!dial->refusal.has_value(), "the first number that is dialled may be dialled");
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::text(data, size);
  const auto bare = script::read_chat(input, "f", everywhere);
  const auto numbered = script::read_chat(input, "f", everywhere, {"5550100", "5550101"});
  fuzz::check_script(input, bare);
  fuzz::check_script(input, numbered);
  if (numbered) check_first_dial(numbered.value());
  if (!bare) return 0;
  check_first_dial(bare.value());
  rule(!bare.value().takes_number, "a script that takes a number is not read without one");
  rule(numbered.has_value() && numbered.value().steps.size() == bare.value().steps.size(),
       "a number that nothing asks for changes nothing");
  return 0;
}
