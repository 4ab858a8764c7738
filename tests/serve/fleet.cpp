#include "harness/emulator/serve/fleet.hpp"

#include "harness/emulator/serve/control.hpp"
#include "tests/catch.hpp"
#include "tests/serve/dialer.hpp"
#include "tests/serve/scratch.hpp"

using namespace dialbench;
using namespace dialbench::tests;

namespace {

struct Place {
  boost::asio::io_context io{1};
  serve::Fleet fleet{io.get_executor(), emulator::embedded_exchange(), 100,
                     [this](unsigned, std::unique_ptr<emulator::Dce> modem, serve::Serving serving) {
                       return serve::on_pty(io.get_executor(), std::move(modem), "", std::move(serving));
                     }};
  std::vector<unsigned> gone;

  explicit Place(unsigned modems) {
    for (unsigned n = 1; n <= modems; ++n) {
      emulator::Station station;
      station.habits.echo = false;
      station.subscriber.self.number = std::to_string(5550200 + n);
      REQUIRE(fleet.add(std::move(station)).empty());
    }
    fleet.run([this](unsigned n, const std::exception_ptr&) { gone.push_back(n); });
  }
  ~Place() {
    fleet.stop();
    io.restart();
    io.run_for(std::chrono::seconds(5));
  }
};

} // namespace

TEST_CASE("two served modems call each other, talk, and hang up") {
  Place place(2);
  Dialer a(place.io, place.fleet.port(1));
  Dialer b(place.io, place.fleet.port(2));
  a.listen();
  b.listen();
  REQUIRE(b.asks("ATS0=1\r", "OK"));
  a.say("ATDT5550202\r");
  REQUIRE(a.hears("CONNECT 33600\r\n"));
  REQUIRE(b.hears("CONNECT 33600\r\n"));
  REQUIRE_THAT(b.heard, ContainsSubstring("RING"));
  a.say("one way");
  REQUIRE(b.hears("one way"));
  b.say("and back");
  REQUIRE(a.hears("and back"));
  REQUIRE_THAT(place.fleet.status(),
               ContainsSubstring("5550201 talking dials=1\n") && ContainsSubstring("5550202 talking"));
  REQUIRE(serve::obey(place.fleet, "drop 1") == "ok\n");
  REQUIRE(a.hears("NO CARRIER"));
  REQUIRE(b.hears("NO CARRIER"));
}

TEST_CASE("the exchange rings, the modem answers and the line echoes") {
  Place place(1);
  Dialer dialer(place.io, place.fleet.port(1));
  dialer.listen();
  REQUIRE(dialer.asks("AT+VCID=1\r", "OK"));
  REQUIRE(serve::obey(place.fleet, "ring 1 from 5551234") == "ok\n");
  REQUIRE(dialer.hears("RING"));
  REQUIRE(dialer.hears("NMBR = 5551234"));
  dialer.say("ATA\r");
  REQUIRE(dialer.hears("CONNECT"));
  dialer.say("echo");
  REQUIRE(dialer.hears("echo"));
  REQUIRE(place.gone.empty());
}

TEST_CASE("a plug is pulled and comes back, and the other modem does not notice") {
  Place place(2);
  Dialer other(place.io, place.fleet.port(2));
  other.listen();
  {
    Dialer dialer(place.io, place.fleet.port(1));
    dialer.listen();
    REQUIRE(dialer.asks("AT\r", "OK"));
    REQUIRE(serve::obey(place.fleet, "unplug 1") == "ok\n");
    REQUIRE(run_until(place.io, [&] { return dialer.gone; }));
  }
  REQUIRE(serve::obey(place.fleet, "unplug 1") == "error: modem 1 is unplugged\n");
  REQUIRE(serve::obey(place.fleet, "ring 1") == "error: modem 1 is unplugged\n");
  REQUIRE_THAT(serve::obey(place.fleet, "status"), StartsWith("modem 1 - 5550201 unplugged\n"));
  other.say("ATDT5550201\r");
  REQUIRE(other.hears("NO ANSWER"));
  REQUIRE(serve::obey(place.fleet, "plug 1") == "ok\n");
  REQUIRE(serve::obey(place.fleet, "plug 1") == "error: modem 1 is plugged in\n");
  Dialer again(place.io, place.fleet.port(1));
  again.listen();
  REQUIRE(again.asks("AT\r", "OK"));
  REQUIRE(place.gone.empty());
}

TEST_CASE("what a modem has stored is there when its plug has been pulled and put back") {
  Place place(1);
  {
    Dialer dialer(place.io, place.fleet.port(1));
    dialer.listen();
    REQUIRE(dialer.asks("ATS7=44&W&Z1=5550176\r", "OK"));
    REQUIRE(dialer.asks("ATS7=60\r", "OK"));
    REQUIRE(serve::obey(place.fleet, "unplug 1") == "ok\n");
    REQUIRE(run_until(place.io, [&] { return dialer.gone; }));
  }
  REQUIRE(serve::obey(place.fleet, "plug 1") == "ok\n");
  Dialer again(place.io, place.fleet.port(1));
  again.listen();
  REQUIRE(again.asks("ATS7?\r", "044"));
  REQUIRE(again.asks("AT&V\r", "1=5550176"));
}

TEST_CASE("what is no command is told, however long") {
  Place place(1);
  for (const auto* line : {"",
                           "  ",
                           "\r",
                           "rin 1",
                           "fault",
                           "fault 1",
                           "fault x drop",
                           "ring",
                           "ring x",
                           "ring 1 from",
                           "ring 1 from abc",
                           "ring 1 rings 0",
                           "ring 1 rings 99999",
                           "ring 1 often",
                           "drop",
                           "drop 1 2",
                           "drop -1",
                           "status 1",
                           "plug 99999999999",
                           "\x01"}) {
    CAPTURE(line);
    CHECK_THAT(serve::obey(place.fleet, line), StartsWith("error: expected "));
  }
  CHECK(serve::obey(place.fleet, "ring 1 from 5551 rings 2 foo") ==
        "error: expected from NUMBER or rings COUNT behind ring N\n");
  CHECK(serve::obey(place.fleet, "ring 1 from") == "error: expected a number behind from\n");
  CHECK(serve::obey(place.fleet, "ring 1 rings") == "error: expected a count behind rings\n");
  CHECK_THAT(serve::obey(place.fleet, "drop 2"), StartsWith("error: there is no modem 2: they are 1 to 1"));
  serve::ControlLines lines(place.fleet);
  CHECK(lines.feed(std::string(100'000, 'x')).empty());
  CHECK_THAT(lines.feed("\nstat"), StartsWith("error: the line is longer"));
  CHECK_THAT(lines.feed("us\n"), ContainsSubstring("\nok\n"));
  CHECK(lines.finish().empty());
  CHECK(lines.feed("status").empty());
  CHECK_THAT(lines.finish(), ContainsSubstring("\nok\n"));
}

TEST_CASE("a modem on a pty takes two descriptors, and the last of many sees its dialer go") {
  const auto before = open_descriptors();
  // More than a user has inotify instances.
  constexpr unsigned modems = 140;
  Place place(modems);
  CHECK(open_descriptors() <= before + 2 * modems + 10);
  {
    Dialer dialer(place.io, place.fleet.port(modems));
    dialer.listen();
    REQUIRE(dialer.asks("ATDT5550100\r", "CONNECT"));
    REQUIRE_THAT(place.fleet.status(), ContainsSubstring(" talking"));
  }
  REQUIRE(run_until(place.io, [&] { return place.fleet.status().find(" talking") == std::string::npos; }));
}

TEST_CASE("a modem of another kind is served, and nobody can call it") {
  Place place(1);
  unsigned made = 0;
  const auto add = place.fleet.add([&made] {
    ++made;
    return std::make_unique<emulator::Modem>(emulator::embedded_exchange());
  });
  REQUIRE(add.empty());
  CHECK(serve::obey(place.fleet, "ring 2") == "error: modem 2 hangs on no exchange\n");
  CHECK(serve::obey(place.fleet, "drop 2") == "error: modem 2 hangs on no exchange\n");
  CHECK_THAT(place.fleet.status(), ContainsSubstring(" - serving dials=0\n"));
  CHECK(serve::obey(place.fleet, "unplug 2") == "ok\n");
  CHECK(serve::obey(place.fleet, "plug 2") == "ok\n");
  CHECK(made == 2);
}

TEST_CASE("a fault reaches who has put the modems there") {
  Place place(1);
  CHECK(serve::obey(place.fleet, "fault 1 drop") == "error: modem 1 takes no faults\n");
  std::string heard;
  place.fleet.inject_by([&](unsigned n, std::string_view words, Time) {
    heard = std::to_string(n) + '|' + std::string(words);
    return std::string(words == "wrong" ? "expected right" : "");
  });
  CHECK(serve::obey(place.fleet, "fault 1 previous_result word=\"NO  CARRIER\"") == "ok\n");
  CHECK(heard == "1|previous_result word=\"NO  CARRIER\"");
  CHECK(serve::obey(place.fleet, "fault 1 wrong") == "error: expected right\n");
  CHECK_THAT(serve::obey(place.fleet, "fault 2 drop"), StartsWith("error: there is no modem 2"));
}
