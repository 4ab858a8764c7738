// Recordings with random damage: every reader ends with events or a fault that can be shown, and a modem made
// of whatever was read stays within its bounds while somebody talks to it. The same seeds on every machine.
#include "harness/transcript/limits.hpp"
#include "tests/catch.hpp"
#include "tests/replay/dialer.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

using namespace dialbench;
using namespace dialbench::tests;
namespace fs = std::filesystem;

namespace {

std::string damaged(std::string text, std::mt19937& engine) {
  constexpr std::string_view nasty = "\r\n\0\xff<>^#-:. \"\\x0199ATDlength=";
  for (unsigned count = engine() % 8 + 1; count > 0 && !text.empty(); --count) {
    const auto at = engine() % text.size();
    switch (engine() % 5) {
    case 0: text[at] = nasty[engine() % nasty.size()]; break;
    case 1: text.insert(at, 1, nasty[engine() % nasty.size()]); break;
    case 2: text.erase(at, engine() % 40); break;
    case 3: text.insert(at, text.substr(engine() % text.size(), engine() % 80)); break;
    default: text.resize(at); break;
    }
  }
  return text;
}

void talk(const std::vector<transcript::Event>& events, std::mt19937& engine) {
  replay::Options options;
  options.strict = engine() % 2 == 0;
  replay::Replay modem(replay::recording(events), options);
  modem.set_dtr(true, Time{});
  Time now{};
  for (const auto& event : events) {
    now = std::max(now, event.at);
    if (event.kind == transcript::Kind::sent) modem.receive(engine() % 4 == 0 ? "ATDT1\r" : event.text, now);
    if (engine() % 8 == 0) modem.receive("+++", now);
    if (engine() % 16 == 0) modem.set_dtr(engine() % 2 == 0, now);
    modem.tick(now);
    if (engine() % 2 == 0) modem.taken(modem.output().size());
  }
  const auto comparison = modem.comparison();
  CHECK(comparison.rows.size() <= replay::rows_max);
  CHECK(comparison.heard <= comparison.turns);
  CHECK_FALSE(replay::side_by_side(comparison, true).empty());
}

} // namespace

TEST_CASE("no damage to a recording is more than a fault with a place") {
  std::mt19937 engine(20'26);
  std::size_t read_whole = 0;
  std::size_t faults = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(DIALBENCH_SOURCE_DIR) / "tests/replay/recordings")) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    for (unsigned round = 0; round < 300; ++round) {
      const auto bytes = damaged(text, engine);
      INFO(entry.path().filename().string() << ", round " << round);
      const auto reading = engine() % 4 == 0
                               ? transcript::read(bytes, static_cast<transcript::Input>(engine() % 5))
                               : transcript::read(bytes);
      if (reading) {
        ++read_whole;
        talk(*reading, engine);
        continue;
      }
      ++faults;
      const auto& fault = reading.error();
      CHECK((fault.line == 0 || fault.column > 0));
      CHECK_FALSE(fault.what.empty());
      CHECK(std::all_of(fault.what.begin(), fault.what.end(), [](char c) { return c >= ' ' && c <= '~'; }));
    }
  }
  CHECK(read_whole > 100); // or nothing of the modem was tried
  CHECK(faults > 100);
}
