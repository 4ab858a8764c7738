#include "harness/emulator/faults/schedule.hpp"
#include "tests/catch.hpp"

#include <set>

using namespace dialbench;
using faults::Fault;

TEST_CASE("a schedule is read with its empty lines and notes") {
  const auto read = faults::read_schedule("# two of them\n\n drop byte=3\nring call=1 at=2s\n");
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  CHECK(faults::shown(*read) == "drop byte=3\nring call=1 at=2s\n");
}

TEST_CASE("a schedule with a fault in it names the line") {
  const auto read = faults::read_schedule("drop\n\nflip\n");
  REQUIRE_FALSE(read);
  CHECK(read.error() == "line 3: value, 1 to 255: the bits to flip");
  std::string many;
  for (std::size_t i = 0; i <= faults::faults_max; ++i) many += "drop\n";
  CHECK_THAT(faults::read_schedule(many).error(), ContainsSubstring("line 65: at most 64"));
}

TEST_CASE("what a seed draws can happen, and is read back from its text") {
  std::set<Fault::Kind> kinds;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    const auto schedule = faults::draw_schedule(seed, {});
    REQUIRE(!schedule.empty());
    REQUIRE(schedule.size() <= 3);
    for (const auto& fault : schedule) {
      INFO(faults::shown(fault));
      REQUIRE_FALSE(faults::contradiction(fault));
      kinds.insert(fault.kind);
    }
    const auto read = faults::read_schedule(faults::shown(schedule));
    REQUIRE(read);
    REQUIRE(*read == schedule);
  }
  CHECK(kinds.size() == static_cast<std::size_t>(Fault::Kind::unplug) + 1);
}

// The seeds of the past keep their meaning: a change of the generator fails here first.
TEST_CASE("seed 1 draws what it always drew") {
  CHECK(faults::shown(faults::draw_schedule(1, {})) == "stall byte=0 for=176ms\n"
                                                       "stall call=1 byte=59 for=34482ms\n"
                                                       "noise way=to_modem at=29788ms count=7 value=26505\n");
}

TEST_CASE("a port that may not fail does not") {
  faults::Draw draw;
  draw.port = false;
  draw.most = 10;
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    for (const auto& fault : faults::draw_schedule(seed, draw)) REQUIRE_FALSE(faults::is_of_port(fault.kind));
  }
}
