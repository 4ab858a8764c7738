// [binary]: these run the built program.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <string>

using dialbench::tests::fits_the_page;
using dialbench::tests::run_program;
using namespace std::string_literals;

namespace {

// The first column of every row.
std::string classes(const std::string& out) {
  std::string all;
  for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1)
    all += (all.empty() ? "" : " ") + out.substr(at, out.find('\t', at) - at);
  return all;
}

std::string classes_of(const std::string& input, const std::string& arguments = "") {
  const auto ran = run_program("classify " + arguments, "", input);
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  return classes(ran.out);
}

} // namespace

TEST_CASE("one row for each line of text", "[binary]") {
  CHECK(classes_of("OK\n\n\\r\\nBUSY\\r\\n\n<cr><lf>RING<cr><lf>\nAT\\N3") == "ok info busy ring info");
  CHECK(classes_of("OK\r\n\r\nBUSY\r\nCONNECT 9600\r\n") == "ok info busy connect");
  CHECK(classes_of("\xEF\xBB\xBFOK\nBUSY\n") == "ok busy");
  CHECK(classes_of("").empty());
  CHECK(classes_of("BUSY", "-") == "busy");
}

TEST_CASE("a capture is cut as the modem cut it", "[binary]") {
  CHECK(classes_of("ATDT5\r\r\nRINGING\r\n\r\nBUSY\r\n") == "info ringing busy");
  CHECK(classes_of("\r\nOK\r\n\r\nNO CARRIER\r\n") == "ok no_carrier");
  CHECK(classes_of("0\r7\r") == "ok busy");
  CHECK(classes_of("OK\n\nBUSY", "--input raw") == "ok busy");
  CHECK(classes_of("\\r\\nBUSY\\r\\n\n", "--input raw") == "info");
  CHECK(classes_of("\r\nOK\r\n\nBUSY\n", "--input lines") == "info ok info busy");
  const std::string endless(70'000, 'x');
  CHECK(classes_of(endless + "\r\r\nOK\r\n", "--input raw") == "info ok");
}

TEST_CASE("columns, header and objects", "[binary]") {
  CHECK(run_program("classify --header", "", "BUSY\n").out ==
        "class\tcode\tdce\tdte\tmodulation\terror_control\tcompression\tdialect\tnumber\tdamage\n"
        "busy\t676\t-\t-\t-\t-\t-\t-\t-\t-\n");
  const auto objects = run_program("classify --format json", "", "BUSY\nOK\n").out;
  CHECK(std::count(objects.begin(), objects.end(), '\n') == 2);
  CHECK_THAT(objects, StartsWith("{\"class\":\"busy\",\"code\":676,"));
}

TEST_CASE("numbers by their dialect", "[binary]") {
  CHECK(classes_of("11\n", "--dialect usr") == "ringing");
  CHECK(classes_of("11\n", "--dialect conexant") == "connect");
  CHECK(classes_of("11\nU.S. Robotics 56K\n11\n", "--dialect auto") == "unknown_result info ringing");
}

TEST_CASE("what cannot be read or is not known is said", "[binary]") {
  const auto missing = run_program("classify /nowhere/at/all");
  CHECK(missing.status == 1);
  CHECK_THAT(missing.err, ContainsSubstring("/nowhere/at/all: No such file or directory"));
  const auto folder = run_program("classify /");
  CHECK(folder.status == 1);
  CHECK_THAT(folder.err, ContainsSubstring("Is a directory"));
  for (const char* wrong : {"--format xml", "--input text", "--dialect nosuchdialect"}) {
    CAPTURE(wrong);
    const auto ran = run_program("classify "s + wrong, "", "OK\n");
    CHECK(ran.status == 64);
    CHECK(ran.out.empty());
    CHECK(fits_the_page(ran.err));
  }
}

TEST_CASE("rows come as soon as their lines are there", "[binary]") {
  // The writer waits for the first row before it sends the second line; a row that is held back would make it
  // wait until timeout ends it.
  const auto ran = run_program(
      "classify -",
      "timeout 60 bash -c 'd=$(mktemp -d); mkfifo $d/in; : > $d/out; \"$0\" \"$@\" < $d/in > $d/out & "
      "exec 3> $d/in; echo BUSY >&3; until grep -q busy $d/out; do :; done; "
      "echo OK >&3; exec 3>&-; wait; cat $d/out; rm -r $d'");
  CHECK(classes(ran.out) == "busy ok");
}
