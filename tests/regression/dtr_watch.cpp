#include "harness/regression/dtr_watch.hpp"

#include "harness/emulator/modem.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace std::chrono_literals;

TEST_CASE("a port that is closed is told once, at its time, and the modem is what it was") {
  std::vector<transcript::Event> notes;
  const auto inner = std::make_shared<emulator::Modem>(emulator::embedded_exchange(), emulator::Habits{});
  const auto modem = regression::watch_dtr(inner, [&](const auto& event) { notes.push_back(event); });
  modem->set_dtr(true, 1s);
  modem->receive("AT\r", 2s);
  modem->tick(3s);
  CHECK_THAT(std::string(modem->output()), ContainsSubstring("OK"));
  modem->taken(modem->output().size());
  CHECK(modem->output().empty());
  CHECK(inner->output().empty());
  CHECK(notes.empty());
  modem->set_dtr(false, 5s);
  modem->set_dtr(false, 6s);
  CHECK_FALSE(modem->unplugged());
  CHECK(modem->dials() == 0);
  modem->set_dtr(true, 7s);
  modem->set_dtr(false, 8s);
  REQUIRE(notes.size() == 2);
  CHECK(notes[0] == transcript::Event{5s, transcript::Kind::note, "the port is closed: DTR drops", 0});
  CHECK(notes[1].at == 8s);
}
