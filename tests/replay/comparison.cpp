#include "harness/emulator/replay/comparison.hpp"

#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::replay;
using namespace std::chrono_literals;

namespace {

Comparison of(std::vector<Row> rows) {
  Comparison comparison;
  comparison.rows = std::move(rows);
  return comparison;
}

} // namespace

TEST_CASE("what counts stands side by side, with what was around it") {
  const Row same{Mark::same, "ATZ\r", "ATZ\r", {}, 1s, false};
  const auto text =
      side_by_side(of({same, same, same, same, Row{Mark::missing, "ATX4\r", {}, "never said", 2500ms, true},
                       Row{Mark::extra, {}, "ATX3\r", "answered OK", 3s, true}, same, same, same, same}),
                   false);
  CHECK(text == R"(  seconds  recorded                           heard
      ...
    1.000  ATZ\r                           =  ATZ\r
    1.000  ATZ\r                           =  ATZ\r
    2.500  ATX4\r                          -
           never said
    3.000                                  +  ATX3\r
           answered OK
    1.000  ATZ\r                           =  ATZ\r
    1.000  ATZ\r                           =  ATZ\r
      ...
)");
}

TEST_CASE("nothing in it is wider than 80 columns or moves a cursor") {
  const std::string long_one = "\x1b[2J" + std::string(300, 'x');
  const auto text =
      side_by_side(of({Row{Mark::differs, long_one, long_one, "other", 100'000s, true}}), false);
  CHECK(text.find('\x1b') == std::string::npos);
  for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1)
    CHECK(text.find('\n', begin) - begin <= 80);
}
