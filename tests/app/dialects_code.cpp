#include "harness/app/dialects_code.hpp"

#include "tests/catch.hpp"

namespace dialbench::app {
using at::Meaning;

TEST_CASE("a result has the code that a dial gives it, and none where it is no failure") {
  CHECK(failure_code(Meaning::busy) == 676);
  CHECK(failure_code(Meaning::voice_answer) == 677);
  CHECK(failure_code(Meaning::fax_answer) == 677);
  CHECK(failure_code(Meaning::fcerror) == 677);
  CHECK(failure_code(Meaning::no_answer) == 678);
  CHECK(failure_code(Meaning::no_carrier) == 679);
  CHECK(failure_code(Meaning::no_dialtone) == 680);
  CHECK(failure_code(Meaning::command_error) == 681);
  CHECK(failure_code(Meaning::delayed) == 774);
  CHECK(failure_code(Meaning::blacklisted) == 775);
  for (const auto meaning : {Meaning::ok, Meaning::connect, Meaning::ringing, Meaning::carrier, Meaning::info,
                             Meaning::ring, Meaning::caller_id, Meaning::diagnostics})
    CHECK(failure_code(meaning) == 0);
}

} // namespace dialbench::app
