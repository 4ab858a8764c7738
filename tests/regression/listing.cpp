#include "harness/regression/listing.hpp"
#include "tests/catch.hpp"

#include <algorithm>
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

namespace {

using Lines = std::vector<std::string>;

// A conversation of bytes that come one by one, `<` and `>` turning it round; the rows without their times.
Lines rows_of(std::string_view talk) {
  std::vector<Event> events;
  Kind kind = Kind::sent;
  Duration at{};
  for (const char c : talk) {
    if (c == '<' || c == '>')
      kind = c == '<' ? Kind::received : Kind::sent;
    else
      events.push_back({at += 10ms, kind, std::string(1, c), 1});
  }
  std::istringstream text(regression::listing(events));
  Lines rows;
  std::string line;
  std::getline(text, line);
  while (std::getline(text, line)) {
    line = line.substr(14);
    const bool modem = line.starts_with(' ');
    line = modem ? "< " + line.substr(33) : "> " + line.substr(0, line.find_last_not_of(" |") + 1);
    rows.push_back(line);
  }
  return rows;
}

} // namespace

TEST_CASE("who writes byte by byte, and is echoed so, has a row for each line") {
  CHECK(rows_of(">A<A>T<T>Z<Z>\r<\r\r\nOK\r\n>A<A>T<T>D<D>1<1>\r<\r\r\nBUSY\r\n") ==
        Lines{"> ATZ", "< ATZ", "< OK", "> ATD1", "< ATD1", "< BUSY"});
  CHECK(rows_of(">AT<A>Z<T>\r<Z\r\r\nOK\r\n") == Lines{"> ATZ", "< ATZ", "< OK"}); // an echo that is late
  CHECK(rows_of(">ATZ\r>A<ATZ\r\r>TD\r<\nOK\r\n") == Lines{"> ATZ", "> ATD", "< ATZ", "< OK"});
}

TEST_CASE("what has no line end stays where it was said") {
  CHECK(rows_of("<login: >guest\r<guest\r\nPassword: >x\r<bye\r\n") ==
        Lines{"< login: ", "> guest", "< guest", "< Password: ", "> x", "< bye"});
  CHECK(rows_of(">+++<\r\nOK\r\n>ATH\r<\r\nOK\r\n") == Lines{"> +++", "< OK", "> ATH", "< OK"});
  CHECK(rows_of(">login: <guest\r>bye") == Lines{"> login:", "< guest", "> bye"});
}

TEST_CASE("a CR that is sent alone is a row, and one that ends a line is none") {
  CHECK(rows_of(">ATD1\r>\r<\r\nNO CARRIER\r\n") == Lines{"> ATD1", "> \\r", "< NO CARRIER"});
  CHECK(rows_of(">AT\r\n<\r\n\r\nOK\r\n") == Lines{"> AT", "< OK"});
}

TEST_CASE("a flood without a line end is one row, and is there soon") {
  const std::string flood(200'000, 'x');
  const std::vector<Event> events = {{1ms, Kind::received, flood, flood.size()},
                                     {2ms, Kind::sent, flood + "\r", flood.size() + 1},
                                     {3ms, Kind::received, flood + "\r", flood.size() + 1}};
  const auto text = regression::listing(events);
  CHECK(std::count(text.begin(), text.end(), '\n') == 3);
}
