#include "harness/script/toml_depth.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace dialbench::script;

namespace {
std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}
} // namespace

TEST_CASE("keys with many dots are stopped at the first too many") {
  CHECK_FALSE(too_deep(repeated("a.", 16) + "a = 1"));
  CHECK(too_deep(repeated("a.", 17) + "a = 1") == std::size_t{33});
  CHECK(too_deep("[" + repeated("a.", 500000) + "a]"));
  CHECK(too_deep(repeated("\"a\" . ", 17) + "a = 1"));
}

TEST_CASE("brackets inside brackets are stopped too") {
  CHECK_FALSE(too_deep("a = " + repeated("[", 32) + repeated("]", 32)));
  CHECK(too_deep("a = " + repeated("[", 33)));
  CHECK(too_deep(repeated("a = {", 33)));
}

TEST_CASE("dots in strings, comments and further values do not count") {
  CHECK_FALSE(too_deep("a = \"" + std::string(100, '.') + "\""));
  CHECK_FALSE(too_deep("a = '" + std::string(100, '.') + "' # " + std::string(100, '.')));
  CHECK_FALSE(too_deep("a = \"\"\"\n" + std::string(100, '[') + "\n\"\"\""));
  CHECK_FALSE(too_deep("a = '''\n" + std::string(100, '[') + "'''"));
  CHECK_FALSE(too_deep("a = \"\\\"" + std::string(100, '.') + "\""));
  CHECK_FALSE(too_deep("a = [" + repeated("1.5, ", 100) + "]"));
  CHECK_FALSE(too_deep(repeated("[a.b]\nc = 1\n", 100)));
}

TEST_CASE("what stays open ends with the text") {
  CHECK_FALSE(too_deep("a = \"\"\"..."));
  CHECK_FALSE(too_deep("a = \"\\"));
  CHECK_FALSE(too_deep(""));
}
