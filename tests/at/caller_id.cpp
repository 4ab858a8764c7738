#include "at/caller_id.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace dialbench;
using at::CallerId;
using Withheld = at::CallerId::Withheld;

namespace {

CallerId told(std::initializer_list<const char*> lines) {
  CallerId caller;
  for (const char* line : lines) {
    CAPTURE(line);
    CHECK(at::add_line(caller, line));
  }
  return caller;
}

} // namespace

TEST_CASE("a caller in the usual lines") {
  const CallerId caller = told({"DATE = 0817", "TIME = 1405", "NMBR = 5045551234", "NAME = A N OTHER"});
  CHECK(caller.date == CallerId::Moment{8, 17});
  CHECK(caller.time == CallerId::Clock{14, 5});
  CHECK(caller.number == "5045551234");
  CHECK(caller.name == "A N OTHER");
  CHECK(caller.number_withheld == Withheld::no);
  CHECK(caller.unknown.empty());
}

TEST_CASE("other names and manners of the same lines") {
  CHECK(told({"DATE=0817"}).date == CallerId::Moment{8, 17});
  CHECK(told({"  date : 08/17\r"}).date == CallerId::Moment{8, 17});
  CHECK(told({"TIME=14:05"}).time == CallerId::Clock{14, 5});
  CHECK(told({"TIME: 08-17 14:05"}).date == CallerId::Moment{8, 17});
  CHECK(told({"TIME: 08-17 14:05"}).time == CallerId::Clock{14, 5});
  for (const char* line :
       {"NMBR=5551234", "NBR = 5551234", "CALR = 5551234", "CALLER NUMBER: 5551234", "nmbr=5551234"})
    CHECK(told({line}).number == "5551234");
  CHECK(told({"CALLER NAME: SMITH"}).name == "SMITH");
  CHECK(told({"DDN_NMBR= 5559876"}).called == "5559876");
  CHECK(told({"NMBR = 1-800-555-1212"}).number == "1-800-555-1212");
}

TEST_CASE("numbers and names that are withheld") {
  CHECK(told({"NMBR = P"}).number_withheld == Withheld::by_caller);
  CHECK(told({"NMBR = O"}).number_withheld == Withheld::out_of_area);
  CHECK(told({"NMBR = PRIVATE"}).number_withheld == Withheld::by_caller);
  CHECK(told({"NMBR = OUT OF AREA"}).number_withheld == Withheld::out_of_area);
  CHECK(told({"NAME = P"}).name_withheld == Withheld::by_caller);
  CHECK(told({"NAME = O"}).name_withheld == Withheld::out_of_area);
  CHECK(told({"NAME = PETER"}).name == "PETER");
  CHECK(told({"NMBR = 5551234", "NMBR = P"}).number.empty());
}

TEST_CASE("values that cannot be are kept") {
  for (const char* line : {"DATE = 1317", "DATE = 0230", "DATE = 0800", "DATE = 817", "DATE = 08a7",
                           "TIME = 2400", "TIME = 1260", "TIME = 1", "TIME: 13-40 14:05", "NMBR = none",
                           "MESG = 1234", "MESG = xyz", "TYPE = 5"}) {
    CAPTURE(line);
    const CallerId caller = told({line});
    CHECK(caller.unknown.size() == 1);
    CHECK(!caller.date);
    CHECK(!caller.time);
    CHECK(caller.number.empty());
  }
  CHECK(told({"NMBR ="}) == CallerId{});
  CHECK(told({"DATE = 0229"}).date == CallerId::Moment{2, 29});
}

TEST_CASE("lines of other kinds are no caller") {
  for (const char* line : {"", "RING", "OK", "=", ": x", "NMBR 5551234", "5551234", "0400", "S86=12",
                           "CONNECT 28800", "\xFF\xFE=\x80"}) {
    CAPTURE(line);
    CallerId caller;
    CHECK(!at::add_line(caller, line));
    CHECK(caller == CallerId{});
  }
}

TEST_CASE("a raw message is decoded, with MESG and alone") {
  const char* message = "801D0108303831373134303507055020444F45020A3530343535353031323362";
  for (const std::string& line : {std::string("MESG = ") + message, std::string(message)}) {
    CAPTURE(line);
    CallerId caller;
    CHECK(at::add_line(caller, line));
    CHECK(caller.date == CallerId::Moment{8, 17});
    CHECK(caller.time == CallerId::Clock{14, 5});
    CHECK(caller.number == "5045550123");
    CHECK(caller.name == "P DOE");
  }
}

TEST_CASE("a raw message with a wrong checksum or none is kept as it is") {
  const CallerId wrong = told({"041230383137313430353530343535353031323353"});
  CHECK(wrong.number.empty());
  CHECK(wrong.unknown.size() == 1);
  const CallerId without = told({"0412303831373134303535303435353530313233"});
  CHECK(without.number.empty());
  REQUIRE(without.unknown.size() == 1);
  CHECK(without.unknown[0].first == "MESG");
  CHECK(without.unknown[0].second == "0412303831373134303535303435353530313233");
}

TEST_CASE("a caller is bounded") {
  CallerId caller;
  for (int i = 0; i < 100; ++i) CHECK(at::add_line(caller, "TYPE = " + std::string(5000, 'x')));
  CHECK(caller.unknown.size() == 16);
  CHECK(caller.unknown[0].second.size() <= 520);
  CHECK(at::add_line(caller, "NAME = " + std::string(5000, 'x')));
  CHECK(caller.name.size() == 64);
  CHECK(at::add_line(caller, "NMBR = " + std::string(5000, '5')));
  CHECK(caller.number.empty());
  CHECK(told({"NAME = A\x01\x02"
              "B\x7F"
              "C"})
            .name == "ABC");
}

TEST_CASE("a mobile modem tells the caller by +CLIP") {
  at::CallerId caller;
  CHECK(at::add_line(caller, "+CLIP: \"+4917112345\",145,,,,0"));
  CHECK(caller.number == "+4917112345");
  at::CallerId broken;
  CHECK(at::add_line(broken, "+CLIP: \"+49"));
  CHECK(at::add_line(broken, "+CLIP: ,128"));
  CHECK(broken.number.empty());
  CHECK(broken.unknown.size() == 2);
}
