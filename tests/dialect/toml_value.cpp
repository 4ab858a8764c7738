#include "harness/dialect/toml_value.hpp"

#include "harness/script/toml_document.hpp"
#include "tests/catch.hpp"

using namespace dialbench;

namespace {
const script::NumberRules any_numbers;

// What `take` makes of the only entry of `text`, or its fault.
template <class Take>
std::string taken(const std::string& text, Take take) {
  script::Reading reading("f", any_numbers);
  const auto document = script::parse_toml(text, reading);
  if (!document) return script::shown(reading.fault().error);
  std::string into;
  const bool good = take(script::in_order(*document).front(), reading, into);
  return good ? into : script::shown(reading.fault().error);
}

std::string text(const std::string& toml) {
  return taken(toml, [](const auto& entry, auto& reading, auto& into) {
    return dialect::text_in(entry, 5, reading, into);
  });
}
std::string command(const std::string& toml) {
  return taken(toml, [](const auto& entry, auto& reading, auto& into) {
    return dialect::command_in(entry, reading, into);
  });
}
} // namespace

TEST_CASE("text is bounded, not empty, and has no control characters") {
  CHECK(text("a = 'five!'") == "five!");
  CHECK(text("a = 'sixth!'") == "f:1:5: a has 6 bytes; expected at most 5");
  CHECK_THAT(text("a = ''"), StartsWith("f:1:5: a is empty"));
  CHECK_THAT(text("a = \"\\u007f\""), StartsWith("f:1:5: a is \"\\x7f\"; expected text without control"));
  CHECK_THAT(text("a = 5"), StartsWith("f:1:5: a is a whole number"));
}

TEST_CASE("a command asks or resets, and never dials") {
  for (const std::string good : {"AT#UD", "ati6", "AT&D", "AT&V1", "ATS40=2"})
    CHECK(command("a = '" + good + '\'') == good);
  for (const std::string bad : {"ATD", "ATDT5551234", "AT&FDP1", "ATX3D", "ATH1D112"})
    CHECK_THAT(command("a = '" + bad + '\''), ContainsSubstring(", which dials"));
  for (const std::string bad : {"A", "AT", "I6", "+++"})
    CHECK_THAT(command("a = '" + bad + '\''), ContainsSubstring("begins with AT"));
}

TEST_CASE("a choice is its position, and a wrong one names what is near") {
  script::Reading reading("f", any_numbers);
  const auto document = script::parse_toml("a = 'two'\nb = 'tow'", reading);
  REQUIRE(document);
  const auto entries = script::in_order(*document);
  const std::vector<std::string_view> names{"number", "two", "three"};
  CHECK(dialect::choice_in(entries[0], names, "", reading) == 1);
  CHECK(dialect::choice_in(entries[1], names, "a count: ", reading) == names.size());
  CHECK(script::shown(reading.fault().error) ==
        "f:2:5: b is \"tow\"; expected a count: number, two or three");
}
