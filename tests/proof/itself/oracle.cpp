// Rows of docs/emulator.md and of V.250, worked out by hand.
#include "tests/proof/oracle.hpp"

#include "tests/catch.hpp"

#include <algorithm>

using namespace dialbench;
using namespace std::chrono_literals;
using emulator::Far;
using evidence::OutcomeClass;
using proof::Situation;

namespace {

OutcomeClass right(Far::Kind kind, unsigned x, unsigned rings = 2, std::optional<unsigned> s7 = {}) {
  Situation situation;
  situation.plan.x = x;
  situation.plan.s7 = s7;
  Far far;
  far.kind = kind;
  far.rings = rings;
  situation.calls = {far};
  const auto classes = proof::right_classes(situation, 0);
  REQUIRE(classes.size() == 1);
  return classes.front();
}

} // namespace

TEST_CASE("what a modem can say of a line depends on X") {
  CHECK(right(Far::Kind::busy, 4) == OutcomeClass::busy);
  CHECK(right(Far::Kind::busy, 3) == OutcomeClass::busy);
  CHECK(right(Far::Kind::busy, 2) == OutcomeClass::no_carrier);
  CHECK(right(Far::Kind::dead_line, 4) == OutcomeClass::no_dialtone);
  CHECK(right(Far::Kind::dead_line, 2) == OutcomeClass::no_dialtone);
  CHECK(right(Far::Kind::dead_line, 3) == OutcomeClass::no_carrier);
  CHECK(right(Far::Kind::no_answer, 4) == OutcomeClass::no_answer);
  CHECK(right(Far::Kind::no_answer, 0) == OutcomeClass::no_carrier);
}

TEST_CASE("S7 decides between an answer and none") {
  CHECK(right(Far::Kind::modem, 4, 2, 50) == OutcomeClass::connected);
  CHECK(right(Far::Kind::modem, 4, 9, 50) == OutcomeClass::no_answer); // 54 s of ringing
  CHECK(right(Far::Kind::no_carrier, 4, 2, 50) == OutcomeClass::no_carrier);
}

TEST_CASE("a deadline of the user's leaves more than one class right") {
  Situation situation;
  situation.calls.resize(1);
  situation.calls[0].kind = Far::Kind::busy;
  situation.dial_timeout = 5s;
  const auto classes = proof::right_classes(situation, 0);
  CHECK(classes.size() > 1);
  CHECK(std::find(classes.begin(), classes.end(), OutcomeClass::busy) != classes.end());
}
