// Recordings replayed whole: who says what was said there, when it was said, hears what was heard there.
// Those of
// ../shared/corpus/recordings are taken where that folder is; those of tests/replay/recordings always.
#include "tests/catch.hpp"
#include "tests/replay/dialer.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace dialbench;
using namespace dialbench::tests;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> files(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

// What is heard by a computer that says each thing at its time, in pieces as they were sent.
std::string replayed(const std::vector<transcript::Event>& events, replay::Replay& modem) {
  std::string heard;
  const auto take = [&] {
    heard += modem.output();
    modem.taken(modem.output().size());
  };
  const auto run_to = [&](Time until) {
    while (modem.deadline() && *modem.deadline() <= until) modem.tick(*modem.deadline()), take();
    modem.tick(until);
    take();
  };
  modem.set_dtr(true, Time{});
  for (const auto& event : events) {
    run_to(event.at);
    if (event.kind == transcript::Kind::sent) modem.receive(event.text, event.at);
    if (event.kind == transcript::Kind::secret) modem.receive(std::string(event.length, 'x'), event.at);
    take();
  }
  run_to(Time::max() / 2);
  return heard;
}

std::string received(const std::vector<transcript::Event>& events) {
  std::string text;
  for (const auto& event : events) {
    if (event.kind == transcript::Kind::received) text += event.text;
  }
  return text;
}

void replays(const fs::path& file) {
  INFO(file.string());
  const auto events = transcript::read(content(file));
  REQUIRE(events.has_value());
  const bool strict = GENERATE(false, true);
  replay::Options options;
  options.strict = strict;
  replay::Replay modem(replay::recording(*events), options);
  CHECK(replayed(*events, modem) == received(*events));
  const auto comparison = modem.comparison();
  INFO(replay::side_by_side(comparison, true));
  CHECK(comparison.kept());
  CHECK(comparison.heard == comparison.turns);
}

} // namespace

TEST_CASE("the recordings beside these tests answer who says the same") {
  const auto found = files(fs::path(DIALBENCH_SOURCE_DIR) / "tests/replay/recordings");
  REQUIRE(found.size() >= 5);
  for (const auto& file : found) {
    DYNAMIC_SECTION(file.filename().string()) { replays(file); }
  }
}

TEST_CASE("the shared recordings answer who says the same") {
  const auto found = files(fs::path(DIALBENCH_SOURCE_DIR) / "../shared/corpus/recordings");
  if (found.empty()) {
    WARN("skipped: ../shared/corpus/recordings is not here");
    SUCCEED();
    return;
  }
  for (const auto& file : found) {
    DYNAMIC_SECTION(file.filename().string()) { replays(file); }
  }
}
