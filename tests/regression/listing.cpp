#include "harness/regression/listing.hpp"
#include "tests/catch.hpp"

#include <sstream>

using namespace dialbench;
using namespace std::chrono_literals;
using transcript::Event;
using transcript::Kind;

TEST_CASE("two sides, joined into lines, in 80 columns") {
  const std::vector<Event> events = {{40ms, Kind::sent, "ATZ\r", 4},
                                     {50ms, Kind::received, "\r\nO", 3},
                                     {51ms, Kind::received, "K\r\n", 3},
                                     {160ms, Kind::secret, "", 8},
                                     {200ms, Kind::note, "DTR off", 0},
                                     {300ms, Kind::received, "\x1b[2J\x07\r", 6},
                                     {400ms, Kind::sent, std::string(200, 'x') + "\r", 201}};
  const auto text = regression::listing(events);
  CHECK_THAT(text, ContainsSubstring("     0.04  ATZ                            |\n"));
  CHECK_THAT(text, ContainsSubstring("| OK\n"));
  CHECK_THAT(text, ContainsSubstring("****"));
  CHECK_THAT(text, ContainsSubstring("# DTR off"));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    CHECK(line.size() <= 80);
    for (const char c : line) CHECK((c >= ' ' && c <= '~'));
  }
}

TEST_CASE("a long conversation is shown from its end, and the rest is counted") {
  std::vector<Event> events;
  for (int i = 0; i < 100; ++i)
    events.push_back({Duration(1s) * i, Kind::received, "line " + std::to_string(i) + "\r", 8});
  const auto text = regression::listing(events, 10);
  CHECK_THAT(text, ContainsSubstring("(90 lines before this)"));
  CHECK_THAT(text, ContainsSubstring("line 99"));
  CHECK(text.find("line 89") == std::string::npos);
}
