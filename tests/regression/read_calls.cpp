#include "harness/regression/read_calls.hpp"

#include "harness/regression/read_scenario.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::regression;
using namespace std::chrono_literals;
using Answer = emulator::CallRecord::Answer;

namespace {

const std::string head = "name = \"x\"\ncommand = \"true\"\n";

std::vector<std::string> faults_of(const std::string& text) {
  const auto read = read_scenario(head + text, "s.toml");
  std::vector<std::string> lines;
  if (!read)
    for (const auto& fault : read.error()) lines.push_back(script::shown(fault));
  return lines;
}

} // namespace

TEST_CASE("a call with all its keys") {
  const auto read = read_scenario(head + R"toml(
[[call]]
after = "7s"
rings = 3
number = "5550123"
name = "SMITH"
rate = 2400
modulation = "V.22bis"
error_control = "NONE"
compression = "NONE"
training = "4s"
stays = "0s"
[[call.talk]]
expects = "login: "
within = "9s"
after = "1s"
says = "guest\r"
[call.expect]
answered = "S0"
from_ring = 2
by_ring = 3
connected = true
received = ["login: "]
hung_up_by = "DTR"
hangs_up_within = "10s"
lets_go_within = "11s"
[[call]]
rings = 1
)toml",
                                  "s.toml");
  INFO((read ? "" : script::shown(read.error().front())));
  REQUIRE(read);
  REQUIRE(read->calls.size() == 2);
  const auto& [call, expect, judged] = read->calls[0];
  CHECK(judged);
  CHECK_FALSE(read->calls[1].judged);
  CHECK(call.after == Duration(7s));
  CHECK(call.caller().number == "5550123");
  CHECK(call.caller().name == "SMITH");
  CHECK(call.link().rate == 2400);
  CHECK(call.link().after == Duration(4s));
  CHECK(call.link().error_control == "NONE");
  CHECK(call.stays == Duration{});
  REQUIRE(call.talk.size() == 1);
  CHECK(call.talk[0].says == "guest\r");
  CHECK(call.talk[0].within == Duration(9s));
  CHECK(expect.answered == Answer::by_itself);
  CHECK(expect.from_ring == 2U);
  CHECK(expect.hung_up_by == HungUpBy::dtr);
  CHECK(expect.lets_go_within == Duration(11s));
  CHECK(read->calls[1].call.rings == 1);
}

TEST_CASE("every fault of a call is told where it stands") {
  const auto lines = faults_of(R"toml([[call]]
rings = 0
rate = 0
number = "555-0123"
ring = 1
talk = 1
[call.expect]
answered = "yes"
hung_up_by = "me"
by_ring = 0
soon = true
)toml");
  const std::vector<std::string> starts = {
      "s.toml:4:9: rings",     "s.toml:5:8: rate",      "s.toml:6:10: number",
      "s.toml:7:8: ring",      "s.toml:8:8: talk",      "s.toml:10:12: answered",
      "s.toml:11:14: hung_up", "s.toml:12:11: by_ring", "s.toml:13:1: unknown key"};
  REQUIRE(lines.size() == starts.size());
  for (std::size_t i = 0; i < starts.size(); ++i) CHECK_THAT(lines[i], StartsWith(starts[i]));
}

TEST_CASE("what contradicts itself is a fault") {
  const auto only = [](const std::string& text) {
    const auto lines = faults_of(text);
    REQUIRE(lines.size() == 1);
    return lines.front();
  };
  CHECK_THAT(only("[[call]]\n[call.expect]\nfrom_ring = 3\nby_ring = 2\n"),
             ContainsSubstring("before from_ring"));
  CHECK_THAT(only("[[call]]\n[call.expect]\nanswered = \"no\"\nconnected = true\n"),
             ContainsSubstring("an answer is expected"));
  CHECK_THAT(only("[[call]]\n[[call.talk]]\nexpects = \"x\"\n[call.expect]\nanswered = \"no\"\n"),
             ContainsSubstring("something to say"));
  CHECK_THAT(only("[[call]]\n[[call.talk]]\nafter = \"1s\"\n[call.expect]\n"),
             ContainsSubstring("nothing is said"));
  CHECK_THAT(only("call = 1\n[expect]\n"), ContainsSubstring("[[call]]"));
  CHECK_THAT(only("[[call]]\nrings = 1\n"), ContainsSubstring("expects nothing"));
  std::string many;
  for (std::size_t i = 0; i <= calls_max; ++i) many += "[[call]]\n";
  CHECK_THAT(only(many + "[expect]\n"), ContainsSubstring("too many calls"));
}

TEST_CASE("what a caller says and waits for may hold any byte") {
  const auto read = read_scenario(head + R"toml(
[[call]]
[[call.talk]]
expects = ["login", 0xba, " "]
says    = ["guest", 13]
)toml",
                                  "s.toml");
  REQUIRE(read);
  CHECK(read->calls.at(0).call.talk.at(0).expects == "login\xba ");
  CHECK(read->calls.at(0).call.talk.at(0).says == "guest\r");
  CHECK(read->calls.at(0).judged);
  const auto faults = faults_of("[[call]]\n[[call.talk]]\nsays = [\"x\", 256]\n[call.expect]\n");
  REQUIRE(faults.size() == 1);
  CHECK_THAT(faults[0], ContainsSubstring("says = 256 is not understood; expected a text, or a byte"));
}
