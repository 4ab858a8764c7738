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
    CHECK(!talk.outcome().evidence.hung_up);
    CHECK(!talk.outcome().evidence.hang_up_proven);
  }
}

TEST_CASE("a DCD that was up before the dial, or is strapped to DTR, says nothing of the call") {
  Conversation talk(script_of({send("ATZ"), dial("T5551234")}), with_lines());
  talk.lines({.dcd = false}).expect("ATZ\r").lines({.dcd = true}).reply("OK");
  SECTION("it stays up") {
    talk.expect("ATDT5551234\r").after(12s).reply("CONNECT 33600");
    talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
    CHECK(talk.outcome().evidence.hang_up_proven);
  }
  SECTION("it falls and rises with DTR") {
    talk.expect("ATDT5551234\r").after(12s).reply("CONNECT 33600");
    talk.after(100ms).lines({.dcd = false}).after(600ms).lines({.dcd = true});
    talk.expect("AT\r").reply("OK");
    CHECK(talk.outcome().evidence.hang_up_proven);
  }
  SECTION("a pulse of it before the dial makes no loss of a NO CARRIER among the data") {
    talk.lines({.dcd = false}).expect("ATDT5551234\r").after(12s).reply("CONNECT 33600");
    talk.after(300ms).says("\r\nNO CARRIER\r\nmore\r\n");
    talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").reply("OK").expect("AT\r").reply("OK");
    CHECK(talk.outcome().outcome == OutcomeClass::connected);
  }
}

TEST_CASE("a far end that answers AT with OK is no modem in command mode while DCD is up") {
  Conversation talk(script_of({dial("T5551234"), hold(5s)}), with_lines());
  talk.lines({.dcd = false}).expect("ATDT5551234\r").after(12s).lines({.dcd = true}).reply("CONNECT 33600");
  talk.after(1s).reply("NO CARRIER").expect("AT\r").reply("OK");
  talk.expect("+++").after(1200ms).reply("OK").expect("ATH\r").lines({.dcd = false}).reply("OK");
  talk.expect("AT\r").reply("OK");
  CHECK(talk.outcome().outcome == OutcomeClass::connected);
}
