#include "harness/transcript/limits.hpp"
#include "harness/transcript/text_format.hpp"
#include "tests/catch.hpp"
#include "tests/transcript/random_events.hpp"

using namespace dialbench;
using namespace dialbench::transcript;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

std::vector<Event> events_of(std::string_view text) {
  const auto events = read_text(text);
  INFO((events ? "" : events.error().what));
  REQUIRE(events.has_value());
  return *events;
}

Fault fault_of(std::string_view text) {
  const auto events = read_text(text);
  REQUIRE_FALSE(events.has_value());
  return events.error();
}

} // namespace

TEST_CASE("a recording of an emulated modem is read as it is") {
  const auto events = events_of("   0.000659 # a modem, target=port\n"
                                "   0.007886 > \"AT\\r\"\n"
                                "   0.008443 < \"OK\\r\"\n"
                                "   8.100000 > \"ATX\\x08E0\\r\"\n"
                                "  56.731609 # TIMEOUT 12.0s waiting 'CONNECT[^\\n]*\\n|BUSY'\n");
  CHECK(events == std::vector<Event>{
                      {659us, Kind::note, "a modem, target=port", 0},
                      {7886us, Kind::sent, "AT\r", 0},
                      {8443us, Kind::received, "OK\r", 0},
                      {8100000us, Kind::sent, "ATX\bE0\r", 0},
                      {56731609us, Kind::note, "TIMEOUT 12.0s waiting 'CONNECT[^\\n]*\\n|BUSY'", 0},
                  });
}

TEST_CASE("our header is no event, the same words further down are") {
  CHECK(events_of("   0.000000 # dialbench transcript 1\n").empty());
  CHECK(events_of("# dialbench transcript 1\n").empty());
  const auto events =
      events_of("   0.000000 # dialbench transcript 1\n   0.000000 # dialbench transcript 1\n");
  CHECK(events == std::vector<Event>{{0us, Kind::note, "dialbench transcript 1", 0}});
}

TEST_CASE("a version from the future is refused") {
  const Fault fault = fault_of("   0.000000 # dialbench transcript 2\n");
  CHECK(fault.line == 1);
  CHECK(fault.what == "format version \"2\" is not known here; expected 1");
  CHECK(fault_of("   0.000000 # dialbench transcript \n").line == 1);
}

TEST_CASE("spellings of other writers") {
  CHECK(events_of("").empty());
  CHECK(events_of("\n \t \r\n").empty());
  CHECK(events_of("1>\"AT\"\r\n") == std::vector<Event>{{1s, Kind::sent, "AT", 0}});
  CHECK(events_of("\t1.5\t<\t\"OK\" \t\n") == std::vector<Event>{{1500ms, Kind::received, "OK", 0}});
  CHECK(events_of("0.123456789 < \"\"\n") == std::vector<Event>{{123456us, Kind::received, "", 0}});
  CHECK(events_of("2 * 5 bytes hidden\n# by hand\n") ==
        std::vector<Event>{{2s, Kind::secret, "", 5}, {2s, Kind::note, "by hand", 0}});
  CHECK(events_of("0 #\n") == std::vector<Event>{{0us, Kind::note, "", 0}});
  CHECK(events_of("0 # result b'\\xff' of \"x\"\n") ==
        std::vector<Event>{{0us, Kind::note, "result b'\\xff' of \"x\"", 0}});
  CHECK(events_of("0 # \"half a string\n") == std::vector<Event>{{0us, Kind::note, "\"half a string", 0}});
  CHECK(events_of("1 < \"OK\"") == std::vector<Event>{{1s, Kind::received, "OK", 0}});
}

TEST_CASE("the largest time is read, one more is not") {
  CHECK(events_of("9223372036854.775807 > \"\"\n").front().at == Time::max());
  CHECK(fault_of("9223372036854.775808 > \"\"\n").line == 1);
  CHECK(fault_of("99999999999999999999 > \"\"\n").line == 1);
}

TEST_CASE("a broken line is named by its number and by what was expected") {
  struct Case {
    std::string line;
    std::string what;
  };
  const auto broken = GENERATE(values<Case>({
      {"hello", "expected seconds such as 0.000412, found \"hello\""},
      {"-1 > \"AT\"", "expected seconds"},
      {"1. > \"AT\"", "expected seconds"},
      {"1.1234567890 > \"AT\"", "expected seconds"},
      {"1.5", "expected >, <, # or * behind the time, found the end of the line"},
      {"1.5 ! \"AT\"", "expected >, <, # or * behind the time, found \"!\""},
      {"1.5 \x1b \"AT\"", "found \"\\x1b\""},
      {"1.5 > AT", "expected a string in double quotes behind the mark, found \"AT\""},
      {"1.5 > \"AT", "expected a string in double quotes"},
      {"1.5 > \"", "expected a string in double quotes"},
      {"1.5 > \"AT\" \"X\"", "a double quote without a backslash, at character 3 of the string"},
      {"1.5 > \"AT\\q\"", "no escape for one byte: \\q, at character 3 of the string"},
      {"1.5 > \"AT\\\"", "no escape for one byte"},
      {"1.5 < \"\x07\"", "a raw control byte (\\x07), at character 1 of the string"},
      {"1.5 < \"a\0b\""s, "a raw control byte (\\x00)"},
      {"1.5 * -3 bytes hidden", "expected \"n bytes hidden\" behind *"},
      {"1.5 * hunter2", "expected \"n bytes hidden\" behind *"},
      {"1.5 * 3 bytes hidden: abc", "expected \"n bytes hidden\" behind *"},
  }));
  const Fault fault = fault_of("# first\n\n" + broken.line + "\n1.6 > \"AT\"\n");
  CHECK(fault.line == 3);
  CHECK_THAT(fault.what, ContainsSubstring(broken.what));
}

TEST_CASE("a message never carries the whole of a long line") {
  CHECK(fault_of(std::string(5000, 'x') + "\n").what.size() < 120);
}

TEST_CASE("a last line that was cut off is a note, and all before it is kept") {
  const auto events = events_of("1.0 > \"ATDT5550176\\r\"\n2.0 < \"\\r\\nBU");
  REQUIRE(events.size() == 2);
  CHECK(events[0] == Event{1s, Kind::sent, "ATDT5550176\r", 0});
  CHECK(events[1] == Event{1s, Kind::note, "the last line of the transcript is cut off", 0});
  CHECK(fault_of("what is this").line == 1);
}

TEST_CASE("cutting a transcript anywhere loses no event before the cut") {
  const std::string whole = "   0.000000 # dialbench transcript 1\n"
                            "   0.000412 > \"AT\\r\"\n"
                            "   0.103377 < \"\\r\\nOK\\r\\n\"\n"
                            "   0.200000 * 8 bytes hidden\n";
  const std::size_t first_end = whole.find('\n') + 1;
  for (std::size_t size = first_end; size < whole.size(); ++size) {
    const auto lines = static_cast<std::size_t>(
        std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size), '\n'));
    CHECK(events_of(whole.substr(0, size)).size() >= lines - 1);
  }
}

TEST_CASE("text that is too long is refused") {
  const Fault line = fault_of("1 > \"" + std::string(5 * event_bytes_max, 'x') + "\"\n");
  CHECK(line.line == 1);
  CHECK_THAT(line.what, ContainsSubstring("the line is longer than"));
  const Fault whole = fault_of(std::string(transcript_bytes_max + 1, '\n'));
  CHECK(whole.line == 0);
  CHECK_THAT(whole.what, ContainsSubstring("longer than 67108864 bytes"));
  std::string many;
  for (std::size_t count = 0; count <= events_max; ++count) many += "#\n";
  CHECK(fault_of(many).line == events_max + 1);
}

TEST_CASE("no bytes whatever do more to the text reader than be refused") {
  const unsigned seed = GENERATE(11u, 12u, 13u, 14u);
  std::mt19937 engine(seed);
  for (int round = 0; round < 500; ++round) {
    std::string text = "1.0 > \"AT\"\n";
    text += tests::random_bytes(engine, 60);
    const auto events = read_text(text + "\n");
    if (!events) CHECK(events.error().line >= 2);
  }
}

TEST_CASE("zero bytes behind the last line are what a killed program had not used of its file") {
  const std::string zeros(5000, '\0');
  const std::vector<Event> one{{1s, Kind::sent, "AT\r", 0}};
  CHECK(events_of("1.0 > \"AT\\r\"\n" + zeros) == one);
  const auto cut = events_of("1.0 > \"AT\\r\"\n2.0 < \"O" + zeros);
  REQUIRE(cut.size() == 2);
  CHECK(cut[1].text == "the last line of the transcript is cut off");
  CHECK(fault_of("1.0 > \"AT\\r\"\n" + zeros + "2.0 < \"OK\"\n").line == 2);
}
