#include "harness/emulator/call_log.hpp"

#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using namespace std::chrono_literals;
using at::CallEnd;

TEST_CASE("a log before the first call") {
  const CallLog log;
  CHECK_FALSE(log.any());
  CHECK_FALSE(log.open());
  CHECK(log.why() == CallEnd::no_call);
  CHECK(log.lasted(100s) == 0s);
}

TEST_CASE("the first reason for the end counts") {
  CallLog log;
  log.end(1s, CallEnd::busy); // no call is open
  CHECK(log.why() == CallEnd::no_call);
  log.begin(10s, false);
  CHECK(log.why() == CallEnd::in_progress);
  Link link;
  link.receive = 14400;
  log.connect(20s, link, "CONNECT 14400");
  log.sent(5);
  log.received(7);
  CHECK(log.lasted(25s) == 5s);
  log.end(80s, CallEnd::far_hangup);
  log.end(90s, CallEnd::local_hangup);
  CHECK(log.why() == CallEnd::far_hangup);
  CHECK(log.lasted(1000s) == 60s);
  CHECK(log.characters_sent() == 5);
  CHECK(log.characters_received() == 7);
  CHECK(log.link().receive == 14400);
  CHECK(log.connect_words() == "CONNECT 14400");
}

TEST_CASE("the next call begins anew") {
  CallLog log;
  log.begin(0s, true);
  log.connect(1s, {}, "CONNECT");
  log.sent(5);
  log.end(2s, CallEnd::local_hangup);
  log.begin(3s, false);
  CHECK_FALSE(log.answering());
  CHECK_FALSE(log.connected());
  CHECK(log.characters_sent() == 0);
  CHECK(log.connect_words().empty());
}

TEST_CASE("why a call came to nothing") {
  Far far;
  far.kind = Far::Kind::no_carrier;
  CHECK(end_of_failure("NO CARRIER", &far, true) == CallEnd::training_failed);
  CHECK(end_of_failure("NO CARRIER", &far, false) == CallEnd::setup_timer);
  far.kind = Far::Kind::silent;
  CHECK(end_of_failure("NO CARRIER", &far, true) == CallEnd::setup_timer);
  far.kind = Far::Kind::reorder;
  CHECK(end_of_failure("BUSY", &far, true) == CallEnd::reorder);
  CHECK(end_of_failure("BUSY", nullptr, true) == CallEnd::busy);
  CHECK(end_of_failure("NO DIALTONE", nullptr, true) == CallEnd::no_dialtone);
  CHECK(end_of_failure("NO ANSWER", nullptr, true) == CallEnd::no_answer);
  CHECK(end_of_failure("VOICE", nullptr, true) == CallEnd::voice);
  CHECK(end_of_failure("FAX", nullptr, true) == CallEnd::fax);
  CHECK(end_of_failure("DELAYED", nullptr, true) == CallEnd::delayed);
  CHECK(end_of_failure("BLACKLISTED", nullptr, true) == CallEnd::blacklisted);
  CHECK(end_of_failure("LINE IN USE", nullptr, true) == CallEnd::extension_pickup);
  CHECK(end_of_failure("ERROR", nullptr, true) == CallEnd::unidentified);
}
