#include "at/last_call/kind.hpp"

#include "tests/catch.hpp"

#include <set>

using namespace dialbench;
using at::ReportKind;

TEST_CASE("every form of report has a name of its own") {
  std::set<std::string_view> names;
  for (const ReportKind kind :
       {ReportKind::unimodem, ReportKind::s86, ReportKind::usr_link, ReportKind::usr_extended,
        ReportKind::lucent, ReportKind::conexant, ReportKind::zyxel, ReportKind::multitech})
    CHECK(names.insert(at::name(kind)).second);
  CHECK(at::name(ReportKind::usr_extended) == "usr_extended");
}
