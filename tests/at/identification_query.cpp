#include "at/identification_query.hpp"

#include "at/identification.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace dialbench;
using namespace dialbench::at::detail;

TEST_CASE("command lines that ask only who the modem is") {
  for (const char* line : {"ATI", "ATI3", "ati0", "ATI11", "AT I 3", "ATI4I7", "ATII3", "AT+GMI", "at+gmm",
                           "AT+GMI;+GMM", "AT+GCAP;+GMM;", "ATI3;+GMI", "ATI3+GMI", "AT+GCI?", "AT+GMI?",
                           "AT+GSN\r", " AT+GOI ", "AT+CGMM", "ATI4; I7"}) {
    CAPTURE(line);
    CHECK(at::asks_for_identification(line));
  }
}

TEST_CASE("command lines that do or ask for something else") {
  for (const char* line : {"",           "AT",           "AT;",    "A/",        "I3",      "ATDT5551234",
                           "ATDT1I3",    "ATI3D5551234", "ATE0I3", "ATI3&V",    "ATI1234", "AT+GMIX",
                           "AT+GMI=?",   "AT+GMI=1",     "AT+GCI", "AT+GCI=B5", "AT+GM",   "AT+GMI+GMM",
                           "AT+",        "ATI-1",        "ATZ",    "AT#UD",     "AT&V1",   "ATS86?",
                           "AT+FCLASS?", "\xFF\xFE"}) {
    CAPTURE(line);
    CHECK(!at::asks_for_identification(line));
  }
  CHECK(!at::asks_for_identification("AT" + std::string(100'000, 'I')));
}

TEST_CASE("queries come in the order in which they are asked") {
  const auto queries = queries_of("ATI4+GMM;+GCAP");
  REQUIRE(queries);
  REQUIRE(queries->size == 3);
  CHECK(queries->all[0] == Query::page);
  CHECK(queries->all[1] == Query::model);
  CHECK(queries->all[2] == Query::capabilities);
}

TEST_CASE("the prefix of a reply") {
  REQUIRE(prefix_of("+GMM: V.34 "));
  CHECK(prefix_of("+GMM: V.34 ")->query == Query::model);
  CHECK(prefix_of("+GMM: V.34 ")->text == "V.34");
  CHECK(prefix_of("+gcap:+MS")->query == Query::capabilities);
  CHECK(!prefix_of("+GMM"));
  CHECK(!prefix_of("+GMMX: 1"));
  CHECK(!prefix_of("+FCLASS: 1"));
  CHECK(!prefix_of(""));
}
