// Goal: what a printed command needs of the reader's own call, and nothing that may not be shown.
#include "harness/app/invocation.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::app;
using namespace std::chrono_literals;

namespace {

// "--speed 9600 --pulse"
std::string typed(const std::vector<diagnosis::Invocation::Option>& options) {
  std::string all;
  for (const auto& [name, value] : options)
    all += (all.empty() ? "" : " ") + name + (value.empty() ? "" : ' ' + value);
  return all;
}

CallPlan plan_for(std::string port) {
  CallPlan plan;
  plan.settings.port = std::move(port);
  plan.number = "5550180";
  return plan;
}

evidence::Outcome answered(const std::string& command, at::Meaning meaning = at::Meaning::ok) {
  evidence::Outcome outcome;
  evidence::Saying said;
  said.meaning = meaning;
  outcome.evidence.commands.push_back({.sent = {}, .text = command, .reply = {said}, .ended = Time{}});
  return outcome;
}

} // namespace

TEST_CASE("what the configuration gives to every call is not repeated, what differs from it is") {
  auto plan = plan_for("/dev/ttyS0");
  plan.configuration.speed = 57600;
  plan.configuration.port = "/dev/ttyS1";
  plan.configuration.prefix = "9,";
  plan.settings.prefix = "9,";
  SECTION("nothing was said") {
    plan.settings.speed = 57600;
    const auto call = invocation_of(plan);
    CHECK(call.options.empty());
    CHECK(call.number == "5550180");
    CHECK(call.prefix == "9,");
    CHECK_FALSE(call.prefix_typed);
  }
  SECTION("the default, against the configuration") {
    CHECK(typed(invocation_of(plan).options) == "--speed 115200");
  }
  SECTION("all of it") {
    plan.settings.port.clear();
    plan.settings.speed = 9600;
    plan.settings.format = *port::parse_format("7E1");
    plan.settings.flow = port::Flow::none;
    plan.settings.line_simulator = true;
    plan.settings.dialect = "usr";
    plan.settings.country = "de";
    plan.settings.pulse = true;
    plan.settings.prefix = "0,";
    plan.settings.s7 = 60;
    const auto call = invocation_of(plan);
    CHECK(typed(call.options) ==
          "-p none --speed 9600 --format 7E1 --flow none --line simulator --dialect usr "
          "--country de --pulse");
    CHECK(call.prefix_typed);
    CHECK(call.operands.empty());
    CHECK(call.script_options.empty());
  }
}

TEST_CASE("a script is named with what it was given, but not with a secret") {
  auto plan = plan_for("/dev/ttyS0");
  plan.script.file = "my.toml";
  plan.settings.dial_timeout = 20s;
  plan.settings.hold = 10s;
  SECTION("dial --script") {
    const auto call = invocation_of(plan);
    CHECK(call.verb == "dial");
    CHECK(call.operands == std::vector<std::string>{"--script", "my.toml", "5550180"});
    CHECK(typed(call.script_options) == "--dial-timeout 20s --hold 10s");
  }
  SECTION("dial --chat") {
    plan.script.chat = true;
    CHECK(invocation_of(plan).operands == std::vector<std::string>{"--chat", "my.toml", "5550180"});
  }
  SECTION("script, one of whose variables is secret") {
    plan.number.clear();
    plan.operands = {"my.toml", "number=5550180", "password=tops3cret"};
    script::Step login;
    login.text = {.bytes = "tops3cret\r", .secret = true};
    plan.script.steps.push_back(login);
    const auto call = invocation_of(plan);
    CHECK(call.verb == "script");
    CHECK(call.operands == std::vector<std::string>{"my.toml", "number=5550180", "password=PASSWORD"});
  }
  SECTION("a number that is secret") {
    script::Step dial;
    dial.text = {.bytes = "T5550180", .secret = true};
    plan.script.steps.push_back(dial);
    const auto call = invocation_of(plan);
    CHECK(call.number.empty());
    CHECK(call.operands == std::vector<std::string>{"--script", "my.toml", "NUMBER"});
  }
}

TEST_CASE("what a modem keeps of this call's own set-up is told, with the command that ends it") {
  auto plan = plan_for("/dev/ttyS0");
  plan.settings.init = "AT+MS=V22B,0";
  const auto outcome = answered("AT+MS=V22B,0");
  const auto told = what_stays_in_modem(plan, outcome);
  CHECK_THAT(told, ContainsSubstring("keeps +MS=V22B,0 "));
  CHECK_THAT(told, ContainsSubstring(": dialbench dial -p /dev/ttyS0 --init ATZ 5550180"));
  SECTION("S7, too") {
    auto s7 = plan_for("/dev/ttyS0");
    s7.settings.s7 = 20;
    CHECK_THAT(what_stays_in_modem(s7, answered("ATS7=20")), ContainsSubstring("keeps S7=20 "));
  }
  SECTION("nothing of what it refused") {
    CHECK(what_stays_in_modem(plan, answered("AT+MS=V22B,0", at::Meaning::command_error)).empty());
    CHECK(what_stays_in_modem(plan, {}).empty());
  }
  SECTION("nothing of what every call sends") {
    plan.configuration = plan.settings;
    CHECK(what_stays_in_modem(plan, outcome).empty());
    plan.settings.init = "ATX3";
    CHECK(what_stays_in_modem(plan, answered("ATX3")).empty());
  }
  SECTION("the built-in exchange has a new modem for each call") {
    plan.settings.port.clear();
    CHECK(what_stays_in_modem(plan, outcome).empty());
  }
}
