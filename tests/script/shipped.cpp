// The scripts that are shipped under scripts/ must read well, and ask for what they need.
#include "harness/script/read.hpp"

#include "tests/catch.hpp"

using namespace dialbench::script;
using namespace std::chrono_literals;

namespace {

dialbench::at::Expected<Script, Fault> shipped(const std::string& name,
                                               const std::vector<Assignment>& assignments) {
  const std::string path = std::string(DIALBENCH_SOURCE_DIR) + "/scripts/" + name;
  const auto text = read_file(path);
  if (!text) FAIL(shown(text.error()));
  return read_toml(text.value(), name, assignments, NumberRules{});
}

std::string said(const Script& script) {
  std::string all;
  for (const auto& step : script.steps) all += step.text.bytes + '|';
  return all;
}

} // namespace

TEST_CASE("dial.toml sets up, asks for S7, dials, watches and hangs up") {
  const auto script = shipped("dial.toml", {{"number", "5550100"}});
  REQUIRE(script);
  CHECK(said(script.value()) == "ATE0Q0V1X4|ATS7?|T5550100|||");
  CHECK(script.value().steps[0].tries == 3);
  CHECK(script.value().steps[1].optional);
  CHECK(script.value().steps[3].kind == StepKind::hold);
  CHECK(script.value().steps[3].duration == 0s);
  CHECK(script.value().steps[4].kind == StepKind::hangup);
}

TEST_CASE("dial.toml with everything set") {
  const auto script = shipped("dial.toml", {{"number", "9,5550100"},
                                            {"init", "AT&F1"},
                                            {"tone", "P"},
                                            {"s7", "60"},
                                            {"read_s7", "false"},
                                            {"hold", "30s"}});
  REQUIRE(script);
  CHECK(said(script.value()) == "AT&F1|ATS7=60|P9,5550100|||");
  CHECK(script.value().steps[3].duration == 30s);
}

TEST_CASE("dial.toml without a number says what is missing") {
  const auto script = shipped("dial.toml", {});
  REQUIRE_FALSE(script);
  CHECK_THAT(shown(script.error()),
             ContainsSubstring("variable \"number\" is not set; expected number=VALUE"));
}

TEST_CASE("a number is checked on its way through dial.toml") {
  const auto script = shipped("dial.toml", {{"number", "9,911"}});
  REQUIRE_FALSE(script);
  CHECK(script.error().outcome == dialbench::evidence::OutcomeClass::refused_emergency);
}

TEST_CASE("redial.toml calls a busy number three times more and then gives up") {
  const auto script = shipped("redial.toml", {{"number", "5550176"}});
  REQUIRE(script);
  const auto& dial = script.value().steps.at(1);
  REQUIRE(dial.on.size() == 4);
  CHECK(dial.on[1].times == 3);
  CHECK(dial.on[2].times == 1);
  CHECK(dial.on[3].when.kind == Pattern::Kind::any);
}

TEST_CASE("login.toml keeps the password secret") {
  const auto script =
      shipped("login.toml", {{"number", "5550100"}, {"user", "jdoe"}, {"password", "hunter2"}});
  REQUIRE(script);
  for (const auto& step : script.value().steps)
    CHECK(step.text.secret == (step.text.bytes.find("hunter2") != std::string::npos));
  CHECK(said(script.value()).find("hunter2\r") != std::string::npos);
}

TEST_CASE("probe.toml dials nothing") {
  const auto script = shipped("probe.toml", {});
  REQUIRE(script);
  for (const auto& step : script.value().steps) {
    CHECK(step.kind == StepKind::send);
    CHECK_FALSE(check_sent(step.text.bytes, {}));
  }
}
