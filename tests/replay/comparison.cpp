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

TEST_CASE("a remark that is longer than a line is wrapped, a table that stands further in keeps the page") {
  std::string remark = "not all of it was said:";
  for (int i = 0; i < 20; ++i) remark += " S" + std::to_string(i) + "=60";
  remark += ' ' + std::string(200, 'x');
  const auto rows =
      of({Row{Mark::differs, std::string(60, 'a'), std::string(60, 'b'), remark, 100'000s, true},
          Row{Mark::same, "ATZ\r", "ATZ\r", {}, 1s, false}});
  for (const std::size_t indent : {0U, 4U, 20U, 1000U}) {
    CAPTURE(indent);
    const auto text = side_by_side(rows, true, indent);
    const std::string blanks(std::min<std::size_t>(indent, 20), ' ');
    CHECK_THAT(text, StartsWith(blanks + "  seconds  recorded"));
    CHECK_THAT(text, ContainsSubstring("\n" + blanks + "           not all of it was said: S0=60 "));
    CHECK_THAT(text, ContainsSubstring("\n" + blanks + "           x"));
    for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1)
      CHECK(text.find('\n', begin) - begin <= 80);
    std::string words;
    for (std::size_t at = 0; at < text.size(); ++at)
      if (text[at] != ' ' && text[at] != '\n') words += text[at];
    CHECK_THAT(words, ContainsSubstring("S18=60S19=60" + std::string(200, 'x')));
  }
}

TEST_CASE("a remark moves no cursor") {
  const auto text = side_by_side(of({Row{Mark::missing, "x", {}, "not said: \x1b[2J", 1s, true}}), false);
  CHECK(text.find('\x1b') == std::string::npos);
}
