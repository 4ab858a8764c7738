#include "harness/regression/judge_calls.hpp"

#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::regression;
using namespace std::chrono_literals;
using emulator::CallRecord;
using Answer = CallRecord::Answer;
using Lines = std::vector<std::string>;

namespace {

// Answered with ATA at the second ring, all said, hung up by the program 3 s behind that.
CallRecord good() {
  CallRecord record;
  record.rang = 5s;
  record.rings = record.rings_told = 2;
  record.answer = Answer::by_command;
  record.answered = 12s;
  record.connected = 18s;
  record.received = "login: bye";
  record.said_all = 20s;
  record.on_hook = 23s;
  record.why = at::CallEnd::local_hangup;
  return record;
}

Lines judged(const Called& called, const CallRecord& record, unsigned stray = 0, const ProgramEnd& end = {}) {
  emulator::CallsSeen seen;
  seen.calls = {record};
  seen.stray_answers = stray;
  return judge_calls({called}, seen, end);
}

} // namespace

TEST_CASE("a call of which nothing is expected is not judged") {
  CHECK(judged({}, {}).empty());
  CHECK(judged({}, good()).empty());
  CHECK(judge_calls({}, {}).empty());
  CHECK(judge_calls({{}, {}}, {}).empty());
}

TEST_CASE("what is as expected of a call passes") {
  Called called;
  called.expect.answered = Answer::by_command;
  called.expect.from_ring = 2;
  called.expect.by_ring = 2;
  called.expect.connected = true;
  called.expect.received = {"login: ", "bye"};
  called.expect.hung_up_by = HungUpBy::program;
  called.expect.hangs_up_within = 3s;
  CHECK(judged(called, good()).empty());
  called.expect.hung_up_by = HungUpBy::command;
  CHECK(judged(called, good()).empty());
}

TEST_CASE("who hung up is told by the way in which the call ended") {
  Called called;
  const auto got = [&](at::CallEnd why, bool caller) {
    called.expect.hung_up_by = HungUpBy::reset;
    CallRecord record = good();
    record.why = why;
    if (caller) record.caller_left = 22s;
    const auto lines = judged(called, record);
    return lines.empty() ? std::string() : lines.front().substr(lines.front().rfind("got ") + 4);
  };
  CHECK(got(at::CallEnd::local_reset, false).empty());
  CHECK(got(at::CallEnd::local_hangup, false) == "ATH");
  CHECK(got(at::CallEnd::dtr_dropped, false) == "DTR");
  CHECK(got(at::CallEnd::far_hangup, true) == "caller");
  CHECK(got(at::CallEnd::inactivity, false) == std::string(at::text(at::CallEnd::inactivity)));
}

TEST_CASE("why nobody answered is told as far as it is known") {
  Called called;
  called.expect.answered = Answer::by_itself;
  const std::string head = "call 1: answered: expected S0, got no: ";
  CallRecord record;
  CHECK(judged(called, record) ==
        Lines{head +
              "the call never came, for nobody had the port open and left the modem in peace for 5.0 s"});
  record.rang = 5s;
  record.rings = 2;
  record.caller_left = 16s;
  CHECK(judged(called, record) ==
        Lines{head + "the caller gave up behind 2 rings, and none of them was told"});
  record.rings_told = 1;
  CHECK(judged(called, record) == Lines{head + "the caller gave up behind 2 rings"});
  record.crossed = true;
  CHECK(judged(called, record) == Lines{head + "the modem went off hook to dial"});
  record.busy = true;
  CHECK(judged(called, record) == Lines{head + "the modem was off hook when the call came"});
  CHECK(judged(called, record, 1) ==
        Lines{head + "the modem was off hook when the call came, after an ATA that answered nobody"});
}

TEST_CASE("a talk that did not come to its end has failed, whatever else is expected") {
  Called called;
  called.call.talk.resize(2);
  called.call.talk[1].expects = "name: ";
  called.call.talk[1].within = 8s;
  CallRecord record = good();
  record.said_all.reset();
  CHECK(judged(called, record) == Lines{"call 1: talk: expected a call that lasts until all is said, got its "
                                        "end before: hung up by this side"});
  record.unmet = 1;
  record.caller_left = 23s;
  CHECK(judged(called, record) ==
        Lines{"call 1: talk: expected \"name: \" within 8.0 s (turn 2 of 2), got \"login: bye\""});
  record.connected.reset();
  record.why = at::CallEnd::key_abort;
  CHECK(judged(called, record).size() == 1);
  CHECK(judged(called, CallRecord{}).at(0).starts_with("call 1: answered: expected an answer, got no"));
}

TEST_CASE("times are counted from the caller's last word, and from its leaving") {
  Called called;
  called.expect.hangs_up_within = 2s;
  CHECK(judged(called, good()) == Lines{"call 1: hangs_up_within: expected 2.0 s, got 3.0 s"});
  called.expect.hangs_up_within.reset();
  called.expect.lets_go_within = 4s;
  CallRecord record = good();
  CHECK(judged(called, record).empty()); // the program hung up first
  record.caller_left = 22s;
  CHECK(judged(called, record) ==
        Lines{"call 1: lets_go_within: expected 4.0 s, got no command, and DTR stayed on"});
  record.let_go = 27s;
  CHECK(judged(called, record) == Lines{"call 1: lets_go_within: expected 4.0 s, got 5.0 s"});
}

TEST_CASE("a long text that a caller got is shown by its end, and without its control bytes") {
  Called called;
  called.expect.received = {"bye"};
  CallRecord record = good();
  record.received = std::string(500, 'x') + "\x1b[2J\r\n";
  const auto lines = judged(called, record);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].size() < 200);
  CHECK(lines[0].find('\x1b') == std::string::npos);
}

TEST_CASE("a caller who rang still when the program ended has not given up") {
  Called called;
  called.expect.answered = Answer::by_command;
  const std::string head = "call 1: answered: expected ATA, got no: ";
  CallRecord record;
  const ProgramEnd left{.by_itself = true, .status = 0};
  CHECK(judged(called, record, 0, left) ==
        Lines{head +
              "the call never came, for nobody had the port open and left the modem in peace for 5.0 s; "
              "the program ended, with status 0"});
  record.rang = 5s;
  record.rings = record.rings_told = 3;
  CHECK(judged(called, record, 0, left) == Lines{head + "the program ended behind 3 rings, with status 0"});
  CHECK(judged(called, record) == Lines{head + "the program ended behind 3 rings"});
  CHECK(judged(called, record, 0, {.by_itself = false}) ==
        Lines{head + "the program was ended behind 3 rings"});
  record.caller_left = 30s;
  CHECK(judged(called, record, 0, left) == Lines{head + "the caller gave up behind 3 rings"});
}
