#include "harness/transcript/limits.hpp"
#include "harness/transcript/pppdump.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::transcript;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

std::string written(const std::vector<Event>& events, std::int64_t began_s = 0) {
  PppdumpWriter writer(began_s);
  std::string out;
  writer.append_header(out);
  for (const Event& event : events) writer.append(out, event);
  return out.substr(5);
}

} // namespace

TEST_CASE("the first record is the time, seconds since 1970 in four bytes") {
  const auto header = [](std::int64_t began_s) {
    std::string out;
    PppdumpWriter(began_s).append_header(out);
    return out;
  };
  CHECK(header(0x65543210) == "\x07\x65\x54\x32\x10"s);
  CHECK(header(-1) == "\x07\0\0\0\0"s);
  CHECK(header(0x100000000) == "\x07\xff\xff\xff\xff"s);
}

TEST_CASE("bytes with their direction, time in tenths of a second") {
  CHECK(written({
            {0us, Kind::sent, "AT\r", 0},
            {50ms, Kind::received, "OK", 0},
            {1s, Kind::received, "\r", 0},
            {1s + 25500ms, Kind::sent, "A", 0},
            {1s + 25500ms + 25600ms, Kind::sent, "B", 0},
        }) == "\x01\0\x03"
              "AT\r"
              "\x02\0\x02"
              "OK"
              "\x06\x0a\x02\0\x01\r"
              "\x06\xff\x01\0\x01"
              "A"
              "\x05\0\0\x01\0\x01\0\x01"
              "B"s);
}

TEST_CASE("what is rounded off never adds up") {
  std::vector<Event> events;
  for (int count = 0; count < 100; ++count) events.push_back({count * 150ms, Kind::sent, "x", 0});
  const auto back = read_pppdump("\x07\0\0\0\0"s + written(events));
  REQUIRE(back.has_value());
  CHECK(back->back().at == 14800ms);
}

TEST_CASE("a step back in time is no step") {
  CHECK(written({{1s, Kind::sent, "a", 0}, {500ms, Kind::sent, "b", 0}}) == "\x06\x0a\x01\0\x01"
                                                                            "a\x01\0\x01"
                                                                            "b"s);
}

TEST_CASE("a step is never longer than pppdump(8) can count") {
  const std::string text = written({{Time::max(), Kind::sent, "x", 0}});
  CHECK(text.substr(0, 5) == "\x05\x7f\xff\xff\xff"s);
}

TEST_CASE("notes are left out, secrets are asterisks") {
  CHECK(written({{1s, Kind::note, "DTR lowered", 0}}).empty());
  CHECK(written({{0s, Kind::secret, "", 3}}) == "\x01\0\x03***"s);
  CHECK(written({{0s, Kind::secret, "hunter2", 0}}) == "\x01\0\x07*******"s);
  CHECK(written({{0s, Kind::secret, "", std::size_t{1} << 40}}).size() == 3 + event_bytes_max);
  CHECK(written({{1s, Kind::sent, "", 0}}).empty());
}

TEST_CASE("what is longer than a record can say becomes several") {
  const std::string text = written({{0s, Kind::received, std::string(event_bytes_max + 2, 'x'), 0}});
  CHECK(text.size() == 3 + event_bytes_max + 3 + 2);
  CHECK(text.substr(0, 3) == "\x02\xff\xff"s);
  CHECK(text.substr(3 + event_bytes_max) == "\x02\0\x02xx"s);
}
