#include "harness/app/transcript_file.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

namespace dialbench::app {
using namespace std::chrono_literals;
using tests::Folder;
using transcript::Event;
using transcript::Kind;

TEST_CASE("every event is in the file before the next thing happens") {
  const Folder folder;
  TranscriptFile file(folder / "t", transcript::Format::text);
  REQUIRE(file.opened());
  file.keep(Event{1s, Kind::sent, "AT\r", 0});
  REQUIRE_THAT(tests::read_whole(folder / "t"), ContainsSubstring("1.000000 > \"AT\\r\""));
  REQUIRE(file.problem().empty());
  REQUIRE(file.remark() == "Transcript: " + (folder / "t"));
}

TEST_CASE("a file that was there is replaced, and that is said") {
  const Folder folder;
  folder.write("t", "yesterday\n");
  folder.write("empty", "");
  REQUIRE(TranscriptFile(folder / "t", transcript::Format::text).remark() ==
          "Transcript: " + (folder / "t") + " (replaces the one that was there)");
  REQUIRE(tests::read_whole(folder / "t").find("yesterday") == std::string::npos);
  REQUIRE(TranscriptFile(folder / "empty", transcript::Format::text).remark() ==
          "Transcript: " + (folder / "empty"));
}

TEST_CASE("a file that cannot be made is said at once") {
  const Folder folder;
  const TranscriptFile file(folder / "no/such/folder", transcript::Format::text);
  REQUIRE(!file.opened());
  REQUIRE(file.problem() == "No such file or directory");
}

TEST_CASE("a disk that fills is remembered, and nothing else happens") {
  TranscriptFile file("/dev/full", transcript::Format::pppdump);
  REQUIRE(file.opened());
  file.keep(Event{1s, Kind::sent, "AT\r", 0});
  file.keep(Event{2s, Kind::received, "OK\r\n", 0});
  REQUIRE(file.problem() == "No space left on device");
  REQUIRE_THAT(file.remark(),
               StartsWith("The transcript /dev/full is incomplete, the call is not: after 0 bytes"));
}

} // namespace dialbench::app
