#include "harness/emulator/replay/recording.hpp"

#include "tests/catch.hpp"
#include "tests/replay/dialer.hpp"

using namespace dialbench;
using namespace dialbench::tests;
using namespace std::chrono_literals;
using Kind = replay::Turn::Kind;

TEST_CASE("a command line is one turn, however its bytes and its echo were cut") {
  const auto turns = recorded(
      "0 > \"A\"\n0 < \"A\"\n0 > \"T\"\n0.1 > \"Z\\r\"\n0.1 < \"TZ\\r\"\n0.3 < \"\\r\\nOK\\r\\n\"\n");
  REQUIRE(turns.size() == 2);
  CHECK(turns[1].said == "ATZ\r");
  CHECK(turns[1].echoed);
  CHECK(replay::all(turns[1].answer) == "\r\nOK\r\n");
  CHECK(turns[1].answer.back().after == 200ms);
}

TEST_CASE("without echo, with an echo of another kind, and without an answer") {
  const auto turns = recorded("0 > \"ATZ\\r\"\n1 < \"\\r\\nOK\\r\\n\"\n2 > \"at\\r\"\n2 < "
                              "\"a\\r\\nERROR\\r\\nt\\r\\n\"\n3 > \"ATQ1\\r\"\n");
  REQUIRE(turns.size() == 4);
  CHECK_FALSE(turns[1].echoed);
  CHECK_FALSE(turns[2].echoed);
  CHECK(replay::all(turns[2].answer) == "a\r\nERROR\r\nt\r\n");
  CHECK(turns[3].answer.empty());
}

TEST_CASE("two lines in one write are two turns") {
  const auto turns = recorded("0 > \"ATZ\\rATE0\\r\"\n0 < \"\\r\\nOK\\r\\n\\r\\nOK\\r\\n\"\n");
  REQUIRE(turns.size() == 3);
  CHECK(turns[1].answer.empty());
  CHECK(turns[2].said == "ATE0\r");
}

TEST_CASE("RING in the middle of a line is no answer to its half") {
  const auto turns =
      recorded("0 > \"AT\"\n1 < \"\\r\\nRING\\r\\n\"\n2 > \"A\\r\"\n3 < \"\\r\\nCONNECT\\r\\n\"\n");
  REQUIRE(turns.size() == 2);
  CHECK(replay::all(turns[0].answer) == "\r\nRING\r\n");
  CHECK(turns[1].said == "ATA\r");
  CHECK(turns[1].online);
}

TEST_CASE("a call lasts from CONNECT to NO CARRIER, or to the OK behind +++") {
  const auto ended =
      GENERATE(as<std::string>{}, "4 > \"bye\\r\"\n5 < \"bye\\r\\nNO CAR\"\n5 < \"RIER\\r\\n\"\n",
               "4 > \"+++\"\n5 < \"\\r\\nOK\\r\\n\"\n");
  const auto turns = recorded(
      "0 > \"ATDT1\\r\"\n1 < \"\\r\\nCONN\"\n1 < \"ECT 9600\\r\\nlogin:\"\n2 > \"me\\r\"\n3 < \"hi\"\n" +
      ended + "6 > \"ATH\\r\"\n7 < \"\\r\\nOK\\r\\n\"\n");
  REQUIRE(turns.size() == 5);
  CHECK(turns[1].online);
  CHECK(turns[2].kind == Kind::data);
  CHECK(turns[3].kind == Kind::data);
  CHECK_FALSE(turns[3].online);
  CHECK(turns[4].kind == Kind::line);
}

TEST_CASE("a call that fails is none: the word stands at the start of a line") {
  const auto turns = recorded("0 > \"ATDT1\\r\"\n1 < \"\\r\\nNO CARRIER\\r\\n\"\n2 > \"ATI\\r\"\n2 < "
                              "\"CONNECT\\r\\nOK\\r\\n\"\n3 > \"AT\\r\"\n");
  CHECK_FALSE(turns[1].online);
  CHECK_FALSE(turns[2].online);
  CHECK(turns[3].kind == Kind::line);
}

TEST_CASE("a command that was answered as one ends a call that DTR has ended") {
  const auto turns = recorded("0 > \"ATDT1\\r\"\n1 < \"\\r\\nCONNECT\\r\\n\"\n9 # DTR lowered\n10 > "
                              "\"ATZ\\r\"\n10 < \"\\r\\nOK\\r\\n\"\n");
  REQUIRE(turns.size() == 3);
  CHECK(turns[2].kind == Kind::line);
  CHECK_FALSE(turns[2].online);
}

TEST_CASE("a secret is a turn by itself, and only its length is known") {
  const auto turns =
      recorded("0 > \"ATDT1\\r\"\n1 < \"\\r\\nCONNECT\\r\\n\"\n2 * 8 bytes hidden\n3 < \"ok\"\n");
  REQUIRE(turns.size() == 3);
  CHECK(turns[2].kind == Kind::hidden);
  CHECK(turns[2].length == 8);
  CHECK(turns[2].said.empty());
}
