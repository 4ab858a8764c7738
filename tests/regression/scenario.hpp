// A scenario from its text, with a name of no interest. A text that is none fails the test.
#pragma once

#include "harness/regression/read_scenario.hpp"
#include "tests/catch.hpp"

#include <string>

namespace dialbench::tests {

inline regression::Scenario scenario_of(const std::string& text) {
  const auto read = regression::read_scenario("name = \"x\"\n" + text, "here/x.toml");
  if (!read) FAIL(script::shown(read.error().front()));
  return *read;
}

} // namespace dialbench::tests
