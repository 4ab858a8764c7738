#include "harness/transcript/umockdev_format.hpp"

#include "tests/catch.hpp"
#include "tests/transcript/random_events.hpp"

using namespace dialbench;
using namespace dialbench::transcript;
using namespace std::chrono_literals;

TEST_CASE("events become a umockdev script") {
  UmockdevWriter writer;
  std::string out;
  writer.append(out, {1500us, Kind::sent, "AT^\r", 0});
  writer.append(out, {2s, Kind::note, "DTR lowered", 0});
  writer.append(out, {2s, Kind::received, "\r\nOK\r\n", 0});
  writer.append(out, {1s, Kind::secret, {}, 3});
  CHECK(out == "w 1 AT^`^M\nr 1999 ^M^JOK^M^J\nw 0 ***\n");
}

TEST_CASE("what is written as a umockdev script comes back, to the millisecond") {
  UmockdevWriter writer;
  std::string out;
  std::vector<Event> expected;
  for (auto event : tests::random_events(7, 300)) {
    writer.append(out, event);
    if (event.kind == Kind::note || (event.kind != Kind::secret && event.text.empty())) continue;
    if (event.kind == Kind::secret) {
      if (event.length == 0) continue;
      event = {event.at, Kind::sent, std::string(event.length, '*'), 0};
    }
    event.at = std::chrono::floor<std::chrono::milliseconds>(event.at);
    expected.push_back(event);
  }
  const auto events = read_umockdev(out);
  REQUIRE(events.has_value());
  CHECK(*events == expected);
}
