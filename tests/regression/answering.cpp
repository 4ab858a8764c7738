// Programs that answer, right ones and wrong ones, here a few lines of shell, and what a scenario says of
// each.
#include "harness/regression/judge.hpp"
#include "harness/regression/listing.hpp"
#include "harness/regression/read_scenario.hpp"
#include "harness/regression/selection.hpp"
#include "harness/regression/suite.hpp"
#include "tests/catch.hpp"
#include "tests/regression/run.hpp"

#include <cstdlib>
#include <filesystem>

using namespace dialbench;
using namespace dialbench::regression;
using tests::run;

namespace {

const std::string answerer =
    "sh " + std::string(DIALBENCH_SOURCE_DIR) + "/tests/regression/answering/answerer.sh";

// What a scenario says of a program that answers in that way.
std::vector<std::string> judged(const std::string& way, const std::string& call,
                                const std::string& rest = {}) {
  const std::string text = "name = \"x\"\npace = 10\ncommand_timeout = \"90s\"\ncommand = \"" + answerer +
                           " {port} " + way + "\"\n" + rest + "[[call]]\n" + call;
  const auto scenario = read_scenario(text, "x.toml");
  INFO(text);
  INFO((scenario ? "" : script::shown(scenario.error().front())));
  REQUIRE(scenario);
  const auto ran = run(*scenario);
  UNSCOPED_INFO(listing(ran.transcript) << ran.output);
  return judge(*scenario, ran);
}

using Lines = std::vector<std::string>;

const std::string talk = "[[call.talk]]\nexpects = \"login: \"\nwithin = \"5m\"\nsays = \"guest\\r\"\n";

} // namespace

TEST_CASE("a program that says ATA behind RING, and one that sets S0, are right") {
  CHECK(judged("ata",
               talk +
                   "[call.expect]\nanswered = \"ATA\"\nconnected = true\nreceived = [\"login: \", \"bye\"]\n"
                   "hung_up_by = \"DTR\"\nhangs_up_within = \"60s\"\n") == Lines{});
  CHECK(judged("s0=3", talk + "[call.expect]\nanswered = \"S0\"\nfrom_ring = 3\nby_ring = 3\n") == Lines{});
  CHECK(judged("by-ath", talk + "[call.expect]\nhung_up_by = \"ATH\"\n",
               "[expect]\nsent = [\"ATA\", \"ATH\"]\n") == Lines{});
}

TEST_CASE("how a call was answered, and at which ring, is judged") {
  CHECK(judged("s0", "stays = \"0s\"\n[call.expect]\nanswered = \"ATA\"\nfrom_ring = 2\n") ==
        Lines{"call 1: answered: expected ATA, got S0 behind 1 ring",
              "call 1: from_ring: expected an answer not before ring 2, got one at ring 1"});
  CHECK(judged("s0=3", "stays = \"0s\"\n[call.expect]\nby_ring = 2\n") ==
        Lines{"call 1: by_ring: expected an answer by ring 2, got one at ring 3"});
  CHECK(judged("ata", "stays = \"0s\"\n[call.expect]\nanswered = \"no\"\n")
            .at(0)
            .starts_with("call 1: answered: expected no, got ATA behind "));
}

TEST_CASE("a program that never answers, and one that answers before anybody calls") {
  CHECK(judged("never", "rings = 2\n[call.expect]\nanswered = \"ATA\"\n") ==
        Lines{"call 1: answered: expected ATA, got no: the caller gave up behind 2 rings"});
  CHECK(judged("never", "rings = 1\n[call.expect]\nanswered = \"no\"\n") == Lines{});
  CHECK(judged("eager", "[call.expect]\nanswered = \"ATA\"\n") ==
        Lines{"call 1: answered: expected ATA, got no: the modem was off hook when the call came, after an "
              "ATA that answered nobody"});
}

TEST_CASE("a byte while the modems train is the end of the call") {
  CHECK(judged("twice once", "[call.expect]\nconnected = true\n").at(0) ==
        "call 1: connected: expected true, got false: a character came from this side while the modem was "
        "dialling or training");
}

TEST_CASE("a program that says nothing, or never hangs up") {
  CHECK(judged("dumb", "[[call.talk]]\nexpects = \"login: \"\nwithin = \"5s\"\n") ==
        Lines{"call 1: talk: expected \"login: \" within 5.0 s (turn 1 of 1), got nothing"});
  CHECK(judged("stays", "stays = \"20s\"\n" + talk +
                            "[call.expect]\nhung_up_by = \"program\"\nhangs_up_within = \"10s\"\n") ==
        Lines{"call 1: hung_up_by: expected program, got caller",
              "call 1: hangs_up_within: expected 10.0 s, got the caller had to hang up"});
}

TEST_CASE("who has gone must be missed") {
  const std::string leaves =
      "stays = \"0s\"\n[[call.talk]]\nexpects = \"login: \"\nwithin = \"5m\"\n[call.expect]\n"
      "hung_up_by = \"caller\"\nlets_go_within = \"30s\"\n";
  CHECK(judged("ata", leaves) == Lines{});
  CHECK(judged("deaf", leaves) ==
        Lines{"call 1: lets_go_within: expected 30.0 s, got no command, and DTR stayed on"});
}

TEST_CASE("the status of a program that ends by itself is judged, and the calls it has missed are told") {
  CHECK(judged("ata once", talk, "[expect]\nstatus = 0\nhung_up = true\n") == Lines{});
  const auto failures = judged("ata once", talk + "[[call]]\n" + talk, "[expect]\nsucceeds = true\n");
  REQUIRE(failures.size() == 1);
  CHECK_THAT(failures[0], StartsWith("call 2: answered: expected an answer, got no: the call never came"));
}

TEST_CASE("a right program passes the suite of scripts/answering") {
  const std::string way = GENERATE(as<std::string>(), "ata", "s0");
  ::setenv("ANSWERER", (answerer + " ").c_str(), 1);
  ::setenv("ANSWERING", way.c_str(), 1);
  Suite suite;
  suite.scripts = std::filesystem::path(DIALBENCH_SOURCE_DIR) / "scripts";
  suite.way = Way::pty;
  Selection selection;
  selection.paths = {(suite.scripts / "answering").string()};
  const auto scenarios = select(selection);
  REQUIRE(scenarios);
  CHECK(scenarios->size() >= 7);
  const auto summary = run_suite(suite, *scenarios, [](const Judged& each) {
    CAPTURE(each.file, each.failures, each.ran.output);
    CHECK(each.failures.empty());
  });
  CHECK(summary.failed == 0);
}
