#include "harness/transcript/limits.hpp"
#include "harness/transcript/pppdump.hpp"
#include "tests/catch.hpp"
#include "tests/transcript/random_events.hpp"

using namespace dialbench;
using namespace dialbench::transcript;
using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

const std::string start = "\x07\x65\x54\x32\x10"s;

std::vector<Event> events_of(const std::string& bytes) {
  const auto events = read_pppdump(bytes);
  REQUIRE(events.has_value());
  return *events;
}

} // namespace

TEST_CASE("a file of pppd is read") {
  CHECK(events_of(start + "\x01\0\x03"
                          "AT\r"
                          "\x06\x0c\x02\0\x04OK\r\n\x03\x04\x05\0\0\x01\0\x02\0\0\x02\0\x01!"s) ==
        std::vector<Event>{{0s, Kind::sent, "AT\r", 0},
                           {1200ms, Kind::received, "OK\r\n", 0},
                           {26800ms, Kind::received, "!", 0}});
}

TEST_CASE("a later time counts from the first one, one that goes back changes nothing") {
  CHECK(events_of(start + "\x01\0\x01"
                          "a\x07\x65\x54\x32\x12\x01\0\x01"
                          "b\x07\x65\x54\x32\x11\x01\0\x01"
                          "c"s) ==
        std::vector<Event>{{0s, Kind::sent, "a", 0}, {2s, Kind::sent, "b", 0}, {2s, Kind::sent, "c", 0}});
}

TEST_CASE("an unknown record is named by its byte") {
  const auto events = read_pppdump(start + "\x01\0\x01"
                                           "a\x1b"s);
  REQUIRE_FALSE(events.has_value());
  CHECK(events.error().line == 0);
  CHECK(events.error().what == "byte 9: expected a record mark from \\x01 to \\x07, found \\x1b");
}

TEST_CASE("zero bytes behind the last record are what a killed program had not used of its file") {
  const std::string zeros(5000, '\0');
  CHECK(events_of(start +
                  "\x01\0\x01"
                  "a"s +
                  zeros) == std::vector<Event>{{0s, Kind::sent, "a", 0}});
  CHECK_FALSE(read_pppdump(start + zeros +
                           "\x01\0\x01"
                           "a"s)
                  .has_value());
}

TEST_CASE("a file that was cut off gives what there is of it") {
  const std::string cut = "the last record of the transcript is cut off";
  CHECK(events_of(start + "\x02\0\x05OK"s) ==
        std::vector<Event>{{0s, Kind::received, "OK", 0}, {0s, Kind::note, cut, 0}});
  CHECK(events_of(start + "\x02\0"s) == std::vector<Event>{{0s, Kind::note, cut, 0}});
  CHECK(events_of(start + "\x05\x01\x02"s) == std::vector<Event>{{0s, Kind::note, cut, 0}});
  CHECK(events_of(start + "\x06"s) == std::vector<Event>{{0s, Kind::note, cut, 0}});
  CHECK(events_of("").empty());
}

TEST_CASE("steps without end stay within the range of a time") {
  std::string bytes = start;
  for (int count = 0; count < 30000; ++count) bytes += "\x05\xff\xff\xff\xff";
  bytes += "\x01\0\x01x"s;
  CHECK(events_of(bytes).front().at > Time::max() - 100ms);
}

TEST_CASE("the format is known by its first record and the next one's mark") {
  CHECK(looks_like_pppdump(start));
  CHECK(looks_like_pppdump(start + "\x06"s));
  CHECK_FALSE(looks_like_pppdump(start + "x"));
  CHECK_FALSE(looks_like_pppdump("\x07"sv));
  CHECK_FALSE(looks_like_pppdump(""));
  CHECK_FALSE(looks_like_pppdump("   0.000000 # dialbench transcript 1\n"));
}

TEST_CASE("what is written comes back, but for notes, secrets and what is finer than a tenth of a second") {
  const unsigned seed = GENERATE(21u, 22u, 23u, 24u);
  PppdumpWriter writer(1'700'000'000);
  std::string bytes;
  writer.append_header(bytes);
  std::vector<Event> expected;
  for (Event& event : tests::random_events(seed, 300)) {
    writer.append(bytes, event);
    event.at = event.at / 100ms * 100ms;
    if (event.kind == Kind::secret) event = {event.at, Kind::sent, std::string(event.length, '*'), 0};
    if (event.kind != Kind::note && !event.text.empty()) expected.push_back(event);
  }
  CHECK(events_of(bytes) == expected);
}

TEST_CASE("no bytes whatever do more to the pppdump reader than be refused") {
  const unsigned seed = GENERATE(31u, 32u, 33u);
  std::mt19937 engine(seed);
  std::size_t refused = 0;
  for (int round = 0; round < 500; ++round)
    refused += !read_pppdump(start + tests::random_bytes(engine, 60)).has_value();
  CHECK(refused > 100);
}

TEST_CASE("a pppdump file that is too long is refused") {
  CHECK_FALSE(read_pppdump(std::string(transcript_bytes_max + 1, '\x03')).has_value());
}
