// docs/exchange.md has every key, and its example is an exchange file.
#include "harness/emulator/own_line.hpp"
#include "harness/exchange/read.hpp"
#include "tests/catch.hpp"

#include <fstream>
#include <sstream>

using namespace dialbench;

namespace {

std::string page() {
  std::ostringstream text;
  text << std::ifstream(DIALBENCH_SOURCE_DIR "/docs/exchange.md").rdbuf();
  return text.str();
}

} // namespace

TEST_CASE("every key of [exchange] stands in docs/exchange.md") {
  const auto text = page();
  std::istringstream keys(std::string(emulator::own_line_keys()) + " ring_cycle dial_tone_after");
  for (std::string key; keys >> key;) CHECK_THAT(text, ContainsSubstring("| `" + key + "` |"));
}

TEST_CASE("every rule of a blacklist stands there") {
  const auto text = page();
  for (const std::string name : {
#define BLACKLIST(name, at_once, gap_s, attempts, window_s, lock_s, text) " " #name,
#include "harness/emulator/blacklist.def"
       }) {
    if (name != " none") CHECK_THAT(text, ContainsSubstring(name));
  }
}

TEST_CASE("its example is an exchange file") {
  const auto text = page();
  const std::string fence = "```toml\n";
  const auto at = text.find(fence) + fence.size();
  const auto read = exchange::read(text.substr(at, text.find("```", at) - at), "docs/exchange.md");
  INFO((read ? "" : script::shown(read.error().front())));
  REQUIRE(read);
  CHECK(read->modem(2).subscriber.self.number == "5557002");
}
