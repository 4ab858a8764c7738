#include "harness/transcript/civil_time.hpp"

#include "tests/catch.hpp"

using namespace dialbench::transcript;

namespace {

std::optional<CivilDate> date(std::string_view text, DateOrder order) { return take_date(text, order, '/'); }
std::optional<CivilTime> clock_of(std::string_view text) { return take_clock(text); }

} // namespace

TEST_CASE("dates in both orders, and none that does not exist") {
  CHECK(date("1970/01/02", DateOrder::year_month_day)->day == 1);
  CHECK(date("01/02/1970", DateOrder::month_day_year)->day == 1);
  CHECK(date("2/29/2024", DateOrder::month_day_year)->day == 19'782);
  for (const auto* text :
       {"02/29/2023", "13/01/2023", "00/01/2023", "1/32/2023", "1-1-2023", "1/1", "", "//"})
    CHECK_FALSE(date(text, DateOrder::month_day_year));
}

TEST_CASE("times of day, with a fraction or none") {
  CHECK(clock_of("23:59:60")->second == 86'400);
  CHECK(micros(*clock_of("0:0:1.5")) == 500'000);
  CHECK(micros(*clock_of("0:0:1.000346440")) == 346);
  CHECK(micros(*clock_of("0:0:1")) == 0);
  for (const auto* text : {"24:00:00", "1:60:00", "1:00:61", "1:00", "1:00:00.", "x", ""})
    CHECK_FALSE(clock_of(text));
}

TEST_CASE("what is taken is moved behind") {
  std::string_view text = "12:34:56.78 rest";
  CHECK(take_clock(text));
  CHECK(text == " rest");
}
