#include "harness/emulator/result_writer.hpp"

#include "tests/catch.hpp"
#include "tests/emulator/conversation.hpp"

using namespace dialbench::emulator;
using dialbench::tests::escaped;

namespace {

std::string final(const Habits& habits, bool verbose, std::string_view word = "BUSY") {
  Settings settings;
  settings.verbose = verbose;
  return escaped(ResultWriter(settings, habits).final(word));
}

} // namespace

TEST_CASE("the ends of a verbose result") {
  struct Row {
    Habits::LineEnds ends;
    const char* written;
  };
  using enum Habits::LineEnds;
  const auto row = GENERATE(values<Row>({{standard, "\\r\\nBUSY\\r\\n"},
                                         {cr_only, "\\rBUSY\\r"},
                                         {lf_only, "\\nBUSY\\n"},
                                         {trailing_only, "BUSY\\r\\n"},
                                         {lf_first, "\\nBUSY\\r"},
                                         {nul_for_lf, "\\r\\x00BUSY\\r\\x00"},
                                         {doubled_cr, "\\r\\r\\nBUSY\\r\\r\\n"}}));
  Habits habits;
  habits.line_ends = row.ends;
  CHECK(final(habits, true) == row.written);
}

TEST_CASE("the forms of a numeric result") {
  struct Row {
    Habits::NumericForm form;
    const char* written;
  };
  using enum Habits::NumericForm;
  const auto row = GENERATE(values<Row>({{bare, "7\\r"},
                                         {framed, "\\r\\n7\\r\\n"},
                                         {three_digits, "\\r\\n007\\r\\n"},
                                         {trailing_line_feed, "7\\r\\n"}}));
  Habits habits;
  habits.numeric_form = row.form;
  CHECK(final(habits, false) == row.written);
}

TEST_CASE("without the last line end") {
  Habits habits;
  habits.unterminated = true;
  CHECK(final(habits, true) == "\\r\\nBUSY");
  CHECK(final(habits, false) == "7");
}

TEST_CASE("small letters") {
  Habits habits;
  habits.lower_case = true;
  CHECK(final(habits, true, "NO CARRIER") == "\\r\\nno carrier\\r\\n");
}

TEST_CASE("the numbers of CONNECT") {
  struct Row {
    const char* word;
    const char* digits;
  };
  const auto row = GENERATE(values<Row>({{"CONNECT", "1\\r"},
                                         {"CONNECT 1200", "5\\r"},
                                         {"CONNECT 2400", "10\\r"},
                                         {"CONNECT 9600", "12\\r"},
                                         {"CONNECT 14400", "15\\r"},
                                         {"CONNECT 28800", "64\\r"},
                                         {"CONNECT 33600", "84\\r"},
                                         {"CONNECT 12345", "1\\r"}}));
  CHECK(final({}, false, row.word) == row.digits);
}

TEST_CASE("a line on the way that has no number is left out of V0") {
  const Habits habits;
  Settings settings;
  settings.verbose = false;
  const ResultWriter writer(settings, habits);
  CHECK(writer.progress("CARRIER 33600") == "");
  CHECK(writer.progress("PROTOCOL: LAPM") == "77\r");
}
