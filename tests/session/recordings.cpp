// Dialogues with emulated modems that were recorded elsewhere, their modem sides as they are: every final
// result is found, at the time of the chunk that completes it, and none is invented. The recordings are no
// part of this project; where they do not lie beside it, this says so and tests nothing.
#include "harness/session/listener.hpp"
#include "harness/transcript/read.hpp"
#include "tests/catch.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace dialbench;
namespace fs = std::filesystem;

namespace {

using Finals = std::vector<std::pair<Time, std::string>>;

// The oracle knows nothing of ours: lines, as CR and LF end them, that are one of the words, or CONNECT with
// a blank behind.
Finals by_eye(const std::vector<transcript::Event>& events) {
  static const std::set<std::string> words = {"OK",        "ERROR",       "BUSY",   "NO CARRIER",
                                              "NO ANSWER", "NO DIALTONE", "CONNECT"};
  Finals finals;
  std::string line;
  for (const auto& event : events) {
    if (event.kind != transcript::Kind::received) continue;
    for (const char c : event.text) {
      if (c != '\r' && c != '\n') {
        line += c;
        continue;
      }
      if (words.count(line) != 0 || line.starts_with("CONNECT ")) finals.emplace_back(event.at, line);
      line.clear();
    }
  }
  return finals;
}

Finals by_ear(const std::vector<transcript::Event>& events, bool bytewise) {
  evidence::Evidence record;
  session::Context context({}, record);
  session::Listener listener(context);
  Finals finals;
  const auto hear = [&](const session::Heard& heard) {
    const bool final = heard.result.role == at::Role::final && !heard.echo && !heard.result.number;
    if (final) finals.emplace_back(context.now, std::string(heard.result.word));
    return at::Next::go_on;
  };
  for (const auto& event : events) {
    context.now = event.at;
    if (event.kind == transcript::Kind::sent && event.text.ends_with('\r')) {
      listener.command_sent(event.text.substr(0, event.text.size() - 1));
    }
    if (event.kind != transcript::Kind::received) continue;
    if (!bytewise) {
      listener.receive(event.text, hear);
      continue;
    }
    for (const char c : event.text) listener.receive(std::string_view(&c, 1), hear);
  }
  return finals;
}

} // namespace

TEST_CASE("recorded modems are heard as they spoke", "[corpus]") {
  const fs::path folder = fs::path(DIALBENCH_SOURCE_DIR) / "../shared/corpus/recordings";
  if (!fs::is_directory(folder)) {
    WARN("not tested: the recordings are not beside this checkout");
    return;
  }
  std::size_t all = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    const auto events = transcript::read(text.str());
    CAPTURE(entry.path().filename());
    REQUIRE(events);
    const Finals expected = by_eye(*events);
    CHECK(by_ear(*events, false) == expected);
    CHECK(by_ear(*events, true) == expected);
    all += expected.size();
  }
  CHECK(all > 100);
}
