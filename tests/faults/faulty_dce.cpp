#include "harness/emulator/faults/faulty_dce.hpp"
#include "harness/emulator/modem.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace std::chrono_literals;

namespace {

// A modem behind faults, and what came from it up to a moment.
struct Bench {
  explicit Bench(const std::string& schedule)
      : modem(std::make_unique<emulator::Modem>(emulator::embedded_exchange()),
              faults::read_schedule(schedule).value()) {}

  void say(const std::string& text, Time at) { modem.receive(text, at); }
  std::string heard(Time until) {
    for (auto due = modem.deadline(); due && *due <= until; due = modem.deadline()) modem.tick(*due);
    modem.tick(until);
    std::string bytes(modem.output());
    modem.taken(bytes.size());
    return bytes;
  }

  faults::FaultyDce modem;
};

} // namespace

TEST_CASE("with an empty schedule the modem behind is heard as it is") {
  Bench bench("");
  bench.say("ATE0\r", 1s);
  CHECK(bench.heard(1s) == "ATE0\r\r\nOK\r\n");
  bench.say("ATDT5550176\r", 2s);
  CHECK(bench.heard(60s) == "\r\nBUSY\r\n");
  CHECK(bench.modem.dials() == 1);
  CHECK(bench.modem.acts().empty());
}

TEST_CASE("what is lost on the way to the modem is not heard by it") {
  Bench bench("drop way=to_modem byte=1 count=1");
  bench.say("ATE0\r", 1s);
  CHECK(bench.heard(10s) == "AE0\r");
}

TEST_CASE("a fault of a call waits for its dial command") {
  Bench bench("ring call=1 at=1s");
  bench.say("ATE0\r", 1s);
  CHECK(bench.heard(20s) == "ATE0\r\r\nOK\r\n");
  bench.say("ATDT5550176\r", 20s);
  CHECK(bench.heard(21s) == "\r\nRING\r\n");
  CHECK(bench.heard(60s) == "\r\nBUSY\r\n");
}

TEST_CASE("a modem that restarts in a call forgets it, and what it was told") {
  Bench bench("reset call=1 at=30s");
  bench.say("ATE0\r", 1s);
  bench.heard(1s);
  bench.say("ATDT5550100\r", 2s);
  CHECK(bench.heard(25s).ends_with("\r\nCONNECT 33600\r\n"));
  CHECK(bench.modem.lines().dcd);
  CHECK(bench.heard(40s).empty());
  CHECK_FALSE(bench.modem.lines().dcd);
  bench.say("AT\r", 41s);
  CHECK(bench.heard(41s) == "AT\r\r\nOK\r\n");
}

TEST_CASE("a port that goes away comes back once, with a modem that was restarted") {
  Bench bench("unplug at=5s for=10s");
  bench.say("ATE0\r", 1s);
  bench.heard(5s);
  CHECK_FALSE(bench.modem.unplugged());
  bench.heard(6s);
  CHECK(bench.modem.unplugged());
  CHECK(bench.modem.back_at() == 16s);
  bench.say("AT\r", 7s);
  CHECK(bench.heard(15s).empty());
  CHECK(bench.heard(17s).empty());
  CHECK_FALSE(bench.modem.unplugged());
  CHECK(bench.modem.comebacks() == 1);
  bench.say("AT\r", 18s);
  CHECK(bench.heard(18s) == "AT\r\r\nOK\r\n");
}

TEST_CASE("a port that stays away says nothing any more") {
  Bench bench("unplug");
  bench.say("ATE0\r", 1s);
  CHECK(bench.heard(1h).empty());
  CHECK(bench.modem.unplugged());
  CHECK(!bench.modem.back_at());
  CHECK(!bench.modem.deadline());
}

TEST_CASE("a stall takes CTS and the room away, and gives them back") {
  Bench bench("stall way=to_modem for=3s");
  CHECK(bench.modem.lines().cts);
  bench.say("AT\r", 1s);
  CHECK_FALSE(bench.modem.lines().cts);
  CHECK(bench.modem.room() == 0);
  CHECK(bench.heard(3s).empty());
  CHECK(bench.heard(4s) == "AT\r\r\nOK\r\n");
  CHECK(bench.modem.lines().cts);
  CHECK(bench.modem.room() > 0);
}

TEST_CASE("an echo storm repeats what is sent") {
  Bench bench("echo_storm count=2 for=1s");
  bench.say("AT\r", 1s);
  CHECK(bench.heard(1s) == "AT\rAT\rAT\r\r\nOK\r\n");
}

TEST_CASE("the same schedule and the same bytes give the same bytes") {
  const auto conversation = [](std::uint64_t seed) {
    Bench bench(faults::shown(faults::draw_schedule(seed, {.most = 5})));
    std::string all;
    bench.say("ATE1\r", 1s);
    all += bench.heard(2s);
    bench.say("ATDT5550101\r", 3s);
    for (auto at = 4s; at < 120s; ++at) all += std::to_string(at.count()) + bench.heard(at);
    return all;
  };
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    CAPTURE(seed);
    CHECK(conversation(seed) == conversation(seed));
  }
  CHECK(conversation(1) != conversation(2));
}

TEST_CASE("a fault that is added counts from now on") {
  Bench bench("");
  bench.say("ATE0\r", 1s);
  bench.heard(1s);
  bench.say("ATDT5550176\r", 2s);
  bench.heard(60s);
  bench.modem.add(faults::read_fault("ring call=1 at=1s").value(), 61s);
  bench.modem.add(faults::read_fault("parity count=4").value(), 61s);
  bench.modem.add(faults::read_fault("drop way=to_modem count=2").value(), 61s);
  bench.modem.add(faults::read_fault("reset at=100s").value(), 61s);
  bench.say("xxATI0\r", 62s);
  const auto damaged = bench.heard(63s);
  CHECK(damaged.find_first_of("\x8d\x8a") != std::string::npos);
  CHECK(bench.modem.line_errors() == emulator::LineErrors::parity);
  bench.say("ATDT5550176\r", 70s);
  CHECK(bench.heard(72s) == "\r\nRING\r\n");
  CHECK(bench.heard(130s) == "\r\nBUSY\r\n");
  bench.heard(170s);
  bench.say("AT\r", 171s); // it echoes again
  CHECK_THAT(bench.heard(172s), StartsWith("AT\r"));
}

TEST_CASE("what the modem behind says while somebody else speaks to it comes through") {
  auto made = std::make_unique<emulator::Modem>(emulator::embedded_exchange());
  auto* const raw = made.get();
  faults::FaultyDce modem(std::move(made), {});
  emulator::Far far;
  REQUIRE(raw->ring(far, 1, {}, 1s));
  REQUIRE(modem.deadline());
  REQUIRE(*modem.deadline() <= 1s);
  modem.tick(1s);
  CHECK(modem.output() == "\r\nRING\r\n");
}
