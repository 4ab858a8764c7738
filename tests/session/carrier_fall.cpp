#include "harness/session/carrier_fall.hpp"

#include "tests/session/conversation.hpp"

using namespace dialbench;
using namespace dialbench::tests;

namespace {

session::Options with_lines(std::optional<Duration> dial_timeout = std::nullopt) {
  session::Options options;
  options.has_lines = true;
  options.dial_timeout = dial_timeout;
  return options;
}

} // namespace

TEST_CASE("an OK behind a hang-up proves nothing while DCD, which rose with the call, is up") {
  Conversation talk(script_of({dial("T5551234")}), with_lines());
  talk.lines({.dcd = false}).expect("ATDT5551234\r").lines({.dcd = true}).after(12s).reply("CONNECT 33600");
  talk.expect("+++").after(1200ms).reply("OK");
  talk.expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
  SECTION("it falls a little later") {
    talk.after(300ms).lines({.dcd = false});
    CHECK(talk.outcome().evidence.hang_up_proven);
  }
  SECTION("ATH is said once more") {
    talk.expect("ATH\r").lines({.dcd = false}).reply("OK").expect("AT\r").reply("OK");
    CHECK(talk.outcome().evidence.hang_up_proven);
  }
  SECTION("it never falls") {
    talk.expect("ATH\r").reply("OK").expect("AT\r").reply("OK").expect("AT\r").reply("OK");
    CHECK(!talk.outcome().evidence.hang_up_proven);
  }
}

TEST_CASE("an AT that is answered behind an abort proves nothing while DCD, which rose in the dial, is up") {
  Conversation talk(script_of({dial("T5551234")}), with_lines(8s));
  talk.lines({.dcd = false}).expect("ATDT5551234\r").after(7s).lines({.dcd = true});
  talk.expect("\r").expect("AT\r").reply("OK");
  SECTION("DTR ends the call") {
    talk.after(1800ms).lines({.dcd = false}).expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
    CHECK(talk.outcome().evidence.hang_up_proven);
  }
  SECTION("nothing ends it") {
    talk.expect("+++").after(1200ms).reply("OK");
    talk.expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
    CHECK(talk.outcome().evidence.hung_up);
    CHECK(!talk.outcome().evidence.hang_up_proven);
  }
}
