#include "harness/app/governor.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

namespace dialbench::app {
using evidence::OutcomeClass;
using report::LineKind;
using tests::Folder;

namespace {
evidence::Outcome call_to(const std::string& number, OutcomeClass ended) {
  evidence::Outcome outcome;
  outcome.outcome = ended;
  outcome.evidence.number = number;
  outcome.evidence.dialled = true;
  return outcome;
}
} // namespace

TEST_CASE("on a real line an automatic call right after a failed one has to wait, a person may dial") {
  const Folder state;
  Governor governor(LineKind::real, "", state / "redial");
  REQUIRE(governor.ask("5551234", true).allowed);
  governor.remember(call_to("5551234", OutcomeClass::busy), true);
  const auto decision = governor.ask("5551234", false);
  REQUIRE(!decision.allowed);
  REQUIRE(decision.wait.count() > 0);
  REQUIRE(!decision.reason.empty());
  REQUIRE(governor.ask("5551234", true).allowed);
}

TEST_CASE("the rules hold over runs of the program") {
  const Folder state;
  Governor(LineKind::real, "", state / "redial").remember(call_to("5551234", OutcomeClass::no_answer), true);
  REQUIRE(!Governor(LineKind::real, "", state / "redial").ask("5551234", false).allowed);
}

TEST_CASE("no other line is governed, and nothing is remembered of it") {
  const auto line = GENERATE(LineKind::emulated, LineKind::simulator);
  const Folder state;
  Governor governor(line, "", state / "redial");
  for (int i = 0; i < 50; ++i) governor.remember(call_to("5551234", OutcomeClass::busy), false);
  REQUIRE(governor.ask("5551234", false).allowed);
  REQUIRE(!std::filesystem::exists(state / "redial"));
}

TEST_CASE("a call that was not dialled does not count") {
  const Folder state;
  Governor governor(LineKind::real, "", state / "redial");
  auto refused = call_to("5551234", OutcomeClass::port_in_use);
  refused.evidence.dialled = false;
  governor.remember(refused, true);
  REQUIRE(governor.ask("5551234", false).allowed);
}

TEST_CASE("where nothing can be kept, this run still keeps the rules and says so once") {
  const Folder state;
  state.write("file", "");
  Governor governor(LineKind::real, "", state / "file/redial"); // a file stands where a folder should be
  governor.remember(call_to("5551234", OutcomeClass::busy), true);
  governor.remember(call_to("5551234", OutcomeClass::busy), false);
  REQUIRE(!governor.ask("5551234", false).allowed);
  REQUIRE(!governor.remarks().empty());
  for (std::size_t i = 1; i < governor.remarks().size(); ++i) {
    REQUIRE(governor.remarks()[i] != governor.remarks()[i - 1]);
  }
}

} // namespace dialbench::app
