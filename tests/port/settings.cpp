#include "harness/port/settings.hpp"
#include "tests/catch.hpp"

using namespace dialbench::port;

TEST_CASE("a format is read and shown as people write it") {
  const auto text = GENERATE(as<std::string>{}, "8N1", "7E1", "7O1", "8E1", "8O1", "8N2", "7N2");
  const auto format = parse_format(text);
  REQUIRE(format);
  CHECK(shown(*format) == text);
}

TEST_CASE("a format is what its letters say") {
  CHECK(parse_format("7e1") == Format{7, Parity::even, 1});
  CHECK(parse_format("8O2") == Format{8, Parity::odd, 2});
}

TEST_CASE("what is no format is refused") {
  const auto text =
      GENERATE(as<std::string>{}, "", "8", "8N", "8N1 ", "9N1", "6N1", "8X1", "8N0", "8N3", "N81", "88N1");
  CAPTURE(text);
  CHECK_FALSE(parse_format(text));
}

TEST_CASE("each flow control has one name, read and shown") {
  const auto flow = GENERATE(Flow::none, Flow::rts_cts, Flow::xon_xoff);
  CHECK(parse_flow(name(flow)) == flow);
  CHECK_FALSE(parse_flow("rtscts"));
  CHECK_FALSE(parse_flow(""));
}
