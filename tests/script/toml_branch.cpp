#include "harness/script/toml_branch.hpp"

#include "tests/catch.hpp"
#include "tests/script/faults.hpp"

using namespace dialbench::script;
using dialbench::at::Meaning;
using dialbench::evidence::OutcomeClass;
using dialbench::tests::toml_fault;
using Kind = Pattern::Kind;
using namespace std::chrono_literals;

namespace {

std::string with_on(const std::string& on) {
  return "[[step]]\nlabel = 'again'\nsend = 'AT'\non = " + on + "\n";
}

std::vector<Branch> branches(const std::string& on) {
  const auto script = read_toml(with_on(on), "f", {}, NumberRules{});
  if (!script) FAIL(shown(script.error()));
  return script.value().steps.at(0).on;
}

std::string fault(const std::string& on) { return toml_fault(with_on(on)); }

} // namespace

TEST_CASE("branches on results, outcome classes, timeout and the rest, in the order of the file") {
  const auto on = branches(
      "{ 'no dial tone' = 'again', BUSY = 'end', timeout = 'fail', no_answer = 'next', any = 'again' }");
  REQUIRE(on.size() == 5);
  CHECK(on[0].when.kind == Kind::meaning);
  CHECK(on[0].when.meaning == Meaning::no_dialtone);
  CHECK(on[0].when.text == "no dial tone");
  CHECK(on[0].target == "again");
  CHECK(on[1].when.meaning == Meaning::busy);
  CHECK(on[2].when.kind == Kind::timeout);
  CHECK(on[3].when.kind == Kind::outcome);
  CHECK(on[3].when.outcome == OutcomeClass::no_answer);
  CHECK(on[4].when.kind == Kind::any);
}

TEST_CASE("a branch may be bounded and may wait") {
  const auto on = branches(
      "{ busy = { goto = 'again', times = 2, after = '60s' }, delayed = { goto = 'end', after = 5 } }");
  REQUIRE(on.size() == 2);
  CHECK(on[0].when.kind == Kind::outcome);
  CHECK(on[0].times == 2);
  CHECK(on[0].after == 60s);
  CHECK(on[1].times == 0);
  CHECK(on[1].after == 5s);
}

TEST_CASE("faults of branches") {
  const std::string key_help =
      "; expected a final result (BUSY, \"NO CARRIER\"), an outcome class (no_answer), timeout or any";
  CHECK(fault("{ BSUY = 'again' }") == "f:4:8: no branch can be made on \"BSUY\"" + key_help);
  CHECK(fault("{ RINGING = 'again' }") == "f:4:8: no branch can be made on \"RINGING\"" + key_help);
  CHECK(fault("{ 'CONNECT 33600' = 'again' }") ==
        "f:4:8: no branch can be made on \"CONNECT 33600\"" + key_help);
  CHECK(fault("{ script_fault = 'again' }") == "f:4:8: no branch can be made on \"script_fault\"" + key_help);
  CHECK(fault("{ BUSY = 'agian' }") ==
        "f:4:15: no step has the label \"agian\"; expected again, next, end or fail");
  CHECK(fault("{ BUSY = 3 }") == "f:4:15: BUSY is a whole number; expected a label, next, end or fail");
  CHECK(fault("{ BUSY = 'end', Busy = 'fail' }") ==
        "f:4:22: a second branch on \"Busy\"; expected one for each result");
  CHECK(fault("{ BUSY = { times = 2 } }") ==
        "f:4:15: a branch without goto; expected goto = a label, next, end or fail");
  CHECK(fault("{ BUSY = { goto = 'end', times = 0 } }") ==
        "f:4:39: times = 0; expected a whole number from 1 to 100");
  CHECK(fault("{ BUSY = { goto = 'end', times = 101 } }") ==
        "f:4:39: times = 101; expected a whole number from 1 to 100");
  CHECK(fault("{ BUSY = { goto = 'end', times = 'x' } }") ==
        "f:4:39: times is a string; expected a whole number from 1 to 100");
  CHECK(fault("{ BUSY = { goto = 'end', after = 'soon' } }") ==
        "f:4:39: after is \"soon\"; expected a duration such as 300ms, 1.5s or 2m, at most 24h");
  CHECK(fault("{ BUSY = { goto = 'end', wait = '1s' } }") ==
        "f:4:31: unknown key \"wait\" in a branch; expected goto, times or after");
  CHECK(fault("'again'") == "f:4:6: on is a string; expected a table: on = { BUSY = \"again\" }");
}

TEST_CASE("labels") {
  CHECK(is_label("a-1_B"));
  CHECK_FALSE(is_label("1a"));
  CHECK_FALSE(is_label(""));
  CHECK_FALSE(is_label("a b"));
  CHECK(is_reserved("end"));
  CHECK_FALSE(is_reserved("again"));
}
