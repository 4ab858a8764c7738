#include "harness/transcript/writer.hpp"

#include "harness/transcript/read.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::transcript;
using namespace std::chrono_literals;
using namespace std::string_literals;

TEST_CASE("formats have names") {
  CHECK(parse_format("text") == Format::text);
  CHECK(parse_format("pppdump") == Format::pppdump);
  CHECK_FALSE(parse_format("pcap").has_value());
  CHECK(name(Format::text) == "text");
  CHECK(name(Format::pppdump) == "pppdump");
}

TEST_CASE("the header stands once, in front") {
  std::string text;
  Writer writer(Format::text, 0);
  writer.begin(text);
  writer.begin(text);
  CHECK(text == "   0.000000 # dialbench transcript 1\n");
  writer.append(text, {1s, Kind::sent, "AT\r", 0});
  CHECK(text == "   0.000000 # dialbench transcript 1\n   1.000000 > \"AT\\r\"\n");
}

TEST_CASE("the header comes with the first event where it was not asked for") {
  std::string bytes;
  Writer writer(Format::pppdump, 0x65543210);
  writer.append(bytes, {200ms, Kind::sent, "AT\r", 0});
  CHECK(bytes == "\x07\x65\x54\x32\x10\x06\x02\x01\0\x03"
                 "AT\r"s);
}

TEST_CASE("no format shows a secret") {
  const auto format = GENERATE(Format::text, Format::pppdump);
  std::string bytes;
  Writer writer(format, 0);
  writer.append(bytes, {1s, Kind::secret, "hunter2", 7});
  CHECK(bytes.find("hunter") == std::string::npos);
  CHECK(read(bytes).has_value());
}
