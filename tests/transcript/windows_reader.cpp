#include "harness/transcript/windows_format.hpp"

#include "harness/transcript/read.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::transcript;
using namespace std::chrono_literals;

namespace {

std::vector<Event> events(std::string_view text) {
  const auto reading = read_windows_log(text);
  INFO((reading ? std::string() : shown(reading.error(), "f")));
  REQUIRE(reading.has_value());
  return *reading;
}

std::string fault(std::string_view text) { return shown(read_windows_log(text).error(), "f"); }

} // namespace

TEST_CASE("a Windows modem log, date or time first, is sent, received and notes") {
  const std::vector<Event> expected{{0s, Kind::note, "A Modem in use.", 0},
                                    {2s, Kind::sent, "AT\r", 0},
                                    {2s, Kind::received, "AT\r\r\nOK\r\n", 0},
                                    {3s, Kind::note, "Interpreted response: Ok", 0}};
  CHECK(events("12-31-1999 23:59:58 - A Modem in use.\r\n"
               "01-01-2000 00:00:00 - Send: AT<cr>\r\n"
               "01-01-2000 00:00:00 - Recv: AT<CR><cr><LF>OK<cr><lf>\r\n"
               "01-01-2000 00:00:01 - Interpreted response: Ok\r\n") == expected);
  CHECK(events("23:59:58 12-31-1999 - A Modem in use.\n"
               "00:00:00 01-01-2000 - Send: AT<cr>\n"
               "00:00:00 01-01-2000 - Recv: AT<cr><cr><lf>OK<cr><lf>\n"
               "00:00:01 01-01-2000 - Interpreted response: Ok") == expected);
}

TEST_CASE("zero to three decimals of a second") {
  const auto all = events("03-30-2000 16:28:36.9 - Send: a<cr>\n03-30-2000 16:28:37.05 - Send: b<cr>\n"
                          "03-30-2000 16:28:37.123 - Send: c<cr>\n03-30-2000 16:28:38 - Send: d<cr>\n");
  CHECK(all[1].at == 150ms);
  CHECK(all[2].at == 223ms);
  CHECK(all[3].at == 1100ms);
}

TEST_CASE("what stands between < and > is a byte where it names one, else itself") {
  CHECK(events("03-30-2000 16:28:36 - Recv: <10><h1B><0D><cr>a<b<cd>><ok>\n")[0].text ==
        "\x10\x1b\r\ra<b\xcd><ok>");
}

TEST_CASE("a log that has lost what stood between < and > gets its line ends back") {
  const auto all = events("03-30-2000 16:28:36 - Send: AT\n03-30-2000 16:28:36 - Recv: OK\n"
                          "03-30-2000 16:28:37 - Recv: 0\n03-30-2000 16:28:38 - Send: +++\n");
  CHECK(all[0].text == "AT\r");
  CHECK(all[1].text == "\r\nOK\r\n");
  CHECK(all[2].text == "0\r");
  CHECK(all[3].text == "+++");
}

TEST_CASE("a log in UTF-16, or with UTF-8's mark, is read") {
  const std::string line = "03-30-2000 16:28:36 - Send: AT<cr>\r\n";
  std::string wide = "\xff\xfe";
  for (const char c : line) wide += {c, '\0'};
  CHECK(events(wide) == events(line));
  CHECK(events("\xef\xbb\xbf" + line) == events(line));
  CHECK(*read(wide) == events(line));
}

TEST_CASE("words without a time are notes, a time that does not exist is a fault") {
  CHECK(events("Modem log\n03-30-2000 16:28:36 - Send: AT<cr>\n\n  and so on\n").size() == 3);
  CHECK_THAT(fault("03-30-2000 16:28:36 - Send: AT<cr>\n03-30-2000 26:28:36 - Send: AT<cr>\n"),
             StartsWith("f:2:1: no date and time: \"03-30-2000 26:28:36 - Se\"..."));
  CHECK_THAT(fault("02-30-2000 16:28:36 - Send: AT<cr>\n"), StartsWith("f:1:1: no date and time"));
  CHECK_THAT(fault("03-30-2000 16:28:36 Send: AT<cr>\n"), StartsWith("f:1:20: expected - behind the time"));
}

TEST_CASE("a last line that was cut off becomes a note") {
  const auto all = events("03-30-2000 16:28:36 - Send: AT<cr>\n03-30-20");
  CHECK(all.size() == 2);
  CHECK_THAT(all.back().text, ContainsSubstring("cut off"));
}

TEST_CASE("a clock that was set back stands still") {
  const auto all = events("05:02:56 05-25-1994 - a\n05:02:55 05-25-1994 - b\n05:02:58 05-25-1994 - c\n");
  CHECK(all[1].at == 0s);
  CHECK(all[2].at == 2s);
}
