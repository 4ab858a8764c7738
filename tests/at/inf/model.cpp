#include "at/inf/model.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at;
using inf::meaning_of;
using inf::state_of;

TEST_CASE("a state keeps the finer meaning that its text has, where they agree") {
  CHECK(meaning_of(0x01, "RINGING") == Meaning::ringing);
  CHECK(meaning_of(0x01, "CARRIER 33600") == Meaning::carrier);
  CHECK(meaning_of(0x01, "PROTOCOL: LAPM") == Meaning::protocol);
  CHECK(meaning_of(0x01, "COMPRESSION: V.42BIS") == Meaning::compression);
  CHECK(meaning_of(0x03, "VOICE") == Meaning::voice_answer);
  CHECK(meaning_of(0x03, "FAX") == Meaning::fax_answer);
  CHECK(meaning_of(0x03, "+FCERROR") == Meaning::fcerror);
  CHECK(meaning_of(0x03, "BLACKLISTED") == Meaning::blacklisted);
  CHECK(meaning_of(0x03, "DELAYED") == Meaning::delayed);
  CHECK(meaning_of(0x05, "LINE IN USE") == Meaning::line_in_use);
}

TEST_CASE("the state decides where they do not agree, and where the text says nothing") {
  CHECK(meaning_of(0x01, "BUSY") == Meaning::progress);
  CHECK(meaning_of(0x01, "WAKING THE LINE") == Meaning::progress);
  CHECK(meaning_of(0x03, "TABLE FULL") == Meaning::command_error);
  CHECK(meaning_of(0x02, "OK") == Meaning::connect);
  CHECK(meaning_of(0x00, "READY") == Meaning::ok);
  CHECK(meaning_of(0x08, "RINGING") == Meaning::ring);
  CHECK(meaning_of(0x1B, "DELAYED") == Meaning::delayed);
  CHECK(meaning_of(0x1B, "") == Meaning::blacklisted);
}

TEST_CASE("every state has a meaning that leads back to it, or to the one that stands for it") {
  const auto stands_for = [](int state) {
    if (state >= 0x09 && state <= 0x10) return 0x01;
    if (state >= 0x11 && state <= 0x17) return 0x93;
    if (state >= 0x18 && state <= 0x1A) return 0x08;
    if (state == 0x1B) return 0x1C;
    if (state >= 0x90 && state != 0x9E) return 0x93;
    return state;
  };
  int known = 0;
  for (int state = 0; state < 256; ++state) {
    if (!inf::is_state(static_cast<std::uint8_t>(state))) continue;
    ++known;
    CAPTURE(state);
    CHECK(state_of(meaning_of(static_cast<std::uint8_t>(state), "WHATEVER IT SAYS")) == stands_for(state));
  }
  CHECK(known == 0x1E + 16);
}

TEST_CASE("every meaning has a state from which it can come back") {
  for (int i = 0; i <= static_cast<int>(Meaning::diagnostics); ++i) {
    const auto meaning = static_cast<Meaning>(i);
    CAPTURE(name(meaning));
    CHECK(inf::is_state(state_of(meaning)));
    CHECK(state_of(meaning_of(state_of(meaning), "")) == state_of(meaning));
  }
}
