#include "at/last_call/spelling.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::last_call;

TEST_CASE("modulations are spelled as CONNECT's are") {
  CHECK(spelled_modulation("V.90") == "V90");
  CHECK(spelled_modulation("v.34") == "V34");
  CHECK(spelled_modulation("V.32bis") == "V32B");
  CHECK(spelled_modulation("56K") == "K56");
  CHECK(spelled_modulation("K56flex") == "K56");
  CHECK(spelled_modulation("x2") == "X2");
  CHECK(spelled_modulation("Morse") == "Morse");
  CHECK(spelled_modulation("LAPM") == "LAPM");
}

TEST_CASE("protocols are spelled as CONNECT's are") {
  CHECK(spelled_protocol("LAPM") == "LAPM");
  CHECK(spelled_protocol("LAP-M") == "LAPM");
  CHECK(spelled_protocol("V.42") == "LAPM");
  CHECK(spelled_protocol("MNP") == "MNP");
  CHECK(spelled_protocol("MNP 4") == "MNP");
  CHECK(spelled_protocol("MNP10") == "MNP10");
  CHECK(spelled_protocol("None") == "NONE");
  CHECK(spelled_protocol("noEC") == "NONE");
  CHECK(spelled_protocol("HST") == "HST");
}

TEST_CASE("compressions are spelled as CONNECT's are") {
  CHECK(spelled_compression("V42Bis") == "V42BIS");
  CHECK(spelled_compression("V.42bis") == "V42BIS");
  CHECK(spelled_compression("V44") == "V44");
  CHECK(spelled_compression("MNP 5") == "MNP5");
  CHECK(spelled_compression("NONE") == "NONE");
  CHECK(spelled_compression("Zip") == "Zip");
  CHECK(spelled_compression(std::string(1000, 'x')).size() == 1000);
}
