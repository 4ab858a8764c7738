#include "harness/script/result_word.hpp"

#include "tests/catch.hpp"

using namespace dialbench::script;
using dialbench::at::Meaning;

TEST_CASE("final results in any spelling") {
  CHECK(final_word("BUSY") == Meaning::busy);
  CHECK(final_word("busy") == Meaning::busy);
  CHECK(final_word("no dial tone") == Meaning::no_dialtone);
  CHECK(final_word("NO DIALTONE") == Meaning::no_dialtone);
  CHECK(final_word("NO CARRIER") == Meaning::no_carrier);
  CHECK(final_word("OK") == Meaning::ok);
  CHECK(final_word("CONNECT") == Meaning::connect);
  CHECK(final_word("ERROR") == Meaning::command_error);
}

TEST_CASE("no final results") {
  const auto* const text = GENERATE("RING", "RINGING", "CONNECT 33600", "CARRIER 33600", "login:", "", "0",
                                    "NO", "B\xD5SY", "BUSYBOX", "PROTOCOL: ERROR-CONTROL/LAPM");
  CAPTURE(text);
  CHECK_FALSE(final_word(text));
}

TEST_CASE("what a script expects is a meaning where a modem says it like that") {
  const auto* const word =
      GENERATE("OK", "CONNECT", "BUSY", "NO CARRIER", "RING", "RINGING", "ERROR", "\r\nOK\r\n");
  CAPTURE(word);
  CHECK(expected_pattern(word).kind == Pattern::Kind::meaning);
  CHECK(expected_pattern(word).text.find('\r') == std::string::npos);
}

TEST_CASE("and otherwise itself") {
  const auto* const text = GENERATE("ok", "Connect", "CONNECT 33600", "ogin:", "+CGATT: 0", "NO CARR",
                                    "RING 1", "\r\n", "+CME ERROR", "NO  CARRIER");
  CAPTURE(text);
  CHECK(expected_pattern(text).kind == Pattern::Kind::substring);
  CHECK(expected_pattern(text).text == text);
}
