#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

#include <utility>

using namespace dialbench;
using at::ReportKind;

namespace {

std::optional<ReportKind> recognise(std::string_view page) {
  return at::recognise_report(tests::lines_of(page));
}

} // namespace

TEST_CASE("a page is recognised by what stands in it") {
  CHECK(recognise(tests::unimodem_page) == ReportKind::unimodem);
  CHECK(recognise(tests::usr_link_page) == ReportKind::usr_link);
  CHECK(recognise(tests::usr_extended_page) == ReportKind::usr_extended);
  CHECK(recognise(tests::lucent_page) == ReportKind::lucent);
  CHECK(recognise(tests::conexant_page) == ReportKind::conexant);
  CHECK(recognise(tests::zyxel_page) == ReportKind::zyxel);
  CHECK(recognise(tests::multitech_page) == ReportKind::multitech);
}

TEST_CASE("a telling line is enough") {
  CHECK(recognise("Disconnect Reason is Loss of carrier") == ReportKind::usr_link);
  CHECK(recognise("DIAG <2a4d3263 60=3D>") == ReportKind::unimodem);
  CHECK(recognise("S86=12") == ReportKind::s86);
  CHECK(recognise("20    Call Termination Cause     0") == ReportKind::lucent);
  CHECK(recognise("TERMINATION REASON.......... LOCAL REQUEST") == ReportKind::conexant);
}

TEST_CASE("other text is no report") {
  for (const char* page :
       {"", "OK", "56000", "Speed 9600", "CONNECT 28800/ARQ/V34", "PROTOCOL: LAPM", "NMBR = 5551234",
        "U.S. Robotics 56K FAX EXT", "DIAG <5259091C 1=2>", "\xFF\xFE\x80"}) {
    CAPTURE(page);
    CHECK(!recognise(page));
  }
}
