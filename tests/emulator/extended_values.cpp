#include "harness/emulator/extended_values.hpp"

#include "tests/catch.hpp"

#include <vector>

using namespace dialbench::emulator;

TEST_CASE("every extended command has a name of its own, and factory values that it would take") {
  std::vector<std::string_view> names;
  for (const auto& row : extended_rows()) {
    CAPTURE(row.name);
    CHECK(find_extended(row.name) == &row);
    CHECK(static_cast<std::size_t>(row.id) == names.size());
    names.push_back(row.name);
    const auto values = read_values(row.initial, row.ranges, {});
    REQUIRE(values);
    CHECK(values_text(*values, row.ranges) == row.initial);
    CHECK(ExtendedValues().of(row.id) == *values);
  }
  CHECK(find_extended("+FOO") == nullptr);
}

TEST_CASE("values are read one for each bracket") {
  constexpr std::string_view ranges = "(V21,V34),(0,2-4),(10-20)";
  const Values current{1, 0, 15};
  CHECK(read_values("V21,3,20", ranges, current) == Values{0, 3, 20});
  CHECK(read_values("\"V21\"", ranges, current) == Values{0, 0, 15});
  CHECK(read_values("", ranges, current) == current);
  CHECK(read_values(",,11", ranges, current) == Values{1, 0, 11});
  CHECK(read_values(",4,", ranges, current) == Values{1, 4, 15});
  for (const auto* wrong : {"V22", "V21,1", "V21,5", "V21,3,9", "V21,3,21", "V21,3,20,", "V21,3,20,1", "0",
                            "V34,V34", "V34,3x", "V34,-3", "V34,99999999999", "\"V34", "\""}) {
    CAPTURE(wrong);
    CHECK_FALSE(read_values(wrong, ranges, current));
  }
}

TEST_CASE("a value that stands for a word is written as one") {
  CHECK(values_text({1, 4, 12}, "(V21,V34),(0-9),(0-99)") == "V34,4,12");
  CHECK(word_of(1, "(0-3),(A,B)", 1) == "B");
  CHECK(word_of(1, "(0-3),(A,B)", 0).empty());
}
