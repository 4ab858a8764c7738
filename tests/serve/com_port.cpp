#include "harness/emulator/serve/com_port.hpp"

#include "harness/emulator/line_errors.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using serve::ComPort;

namespace {

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int value : values) text += static_cast<char>(value);
  return text;
}
// A sub-negotiation of the server's.
std::string told(std::initializer_list<int> values) {
  return bytes({255, 250, 44}) + bytes(values) + bytes({255, 240});
}
evidence::ModemLines lines(bool dcd, bool ri) {
  evidence::ModemLines all;
  all.dsr = all.cts = true;
  all.dcd = dcd;
  all.ri = ri;
  return all;
}

} // namespace

TEST_CASE("rate and format are taken, asked for, and refused by what is in force") {
  ComPort port;
  CHECK(port.take(bytes({1, 0, 0, 0x25, 0x80})).answer == told({101, 0, 0, 0x25, 0x80}));
  CHECK(port.take(bytes({1, 0, 0, 0, 0})).answer == told({101, 0, 0, 0x25, 0x80}));
  CHECK(port.take(bytes({1, 255, 255, 255, 255})).answer == told({101, 0, 0, 0x25, 0x80}));
  CHECK(port.baud() == 9600);
  CHECK(port.take(bytes({2, 7})).answer == told({102, 7}));
  CHECK(port.take(bytes({2, 0})).answer == told({102, 7}));
  CHECK(port.take(bytes({2, 99})).answer == told({102, 7}));
  CHECK(port.take(bytes({3, 3})).answer == told({103, 3}));
  CHECK(port.take(bytes({4, 2})).answer == told({104, 2}));
}

TEST_CASE("DTR, RTS and break") {
  ComPort port;
  auto asked = port.take(bytes({5, 9}));
  CHECK(asked.answer == told({105, 9}));
  CHECK(asked.dtr == false);
  CHECK(port.take(bytes({5, 7})).answer == told({105, 9}));
  CHECK(port.take(bytes({5, 8})).dtr == true);
  CHECK(port.may_send());
  CHECK(port.take(bytes({5, 12})).answer == told({105, 12}));
  CHECK_FALSE(port.may_send());
  CHECK(port.take(bytes({5, 10})).answer == told({105, 12}));
  CHECK(port.take(bytes({5, 11})).answer == told({105, 11}));
  CHECK(port.may_send());
  CHECK(port.take(bytes({5, 5})).send_break);
  CHECK_FALSE(port.take(bytes({5, 5})).send_break);
  CHECK(port.take(bytes({5, 4})).answer == told({105, 5}));
  CHECK(port.take(bytes({5, 6})).answer == told({105, 6}));
  CHECK(port.take(bytes({5, 3})).answer == told({105, 3}));
  CHECK(port.take(bytes({5, 19})).answer == told({105, 3}));
}

TEST_CASE("the client holds and lets go, and purges") {
  ComPort port;
  CHECK(port.take(bytes({8})).answer.empty());
  CHECK_FALSE(port.may_send());
  port.take(bytes({9}));
  CHECK(port.may_send());
  CHECK(port.take(bytes({12, 1})).purge_output);
  CHECK_FALSE(port.take(bytes({12, 2})).purge_output);
  CHECK(port.take(bytes({12, 3})).purge_output);
  CHECK(port.take(bytes({12, 9})).answer.empty());
  CHECK(port.take(bytes({0})).answer == bytes({255, 250, 44, 100}) + "dialbench" + bytes({255, 240}));
  CHECK(port.take(bytes({0}) + "client").answer.empty());
}

TEST_CASE("changes of the lines are told, with their deltas and behind the mask") {
  ComPort port;
  CHECK(port.lines_are(lines(true, false)).empty()); // nobody has asked for the option
  CHECK(port.begin(lines(false, false)) == told({107, 0x30}));
  CHECK(port.begin(lines(true, false)).empty());
  CHECK(port.lines_are(lines(false, false)).empty());
  CHECK(port.lines_are(lines(true, false)) == told({107, 0xb8}));
  CHECK(port.lines_are(lines(true, true)) == told({107, 0xf0}));
  CHECK(port.lines_are(lines(true, false)) == told({107, 0xb4})); // the end of a ring
  CHECK(port.take(bytes({11, 0x80})).answer == told({111, 0x80}));
  CHECK(port.lines_are(lines(true, true)).empty());
  CHECK(port.lines_are(lines(false, true)) == told({107, 0x00}));
}

TEST_CASE("line errors are told where the client wants to know them") {
  ComPort port;
  port.begin({});
  CHECK(port.line_error(emulator::LineErrors::framing).empty());
  port.take(bytes({10, 0x1e}));
  CHECK(port.line_error(emulator::LineErrors::framing) == told({106, 0x08}));
  CHECK(port.line_error(0x01).empty());
}

TEST_CASE("what is cut short or unknown asks nothing") {
  for (int command = 0; command < 256; ++command) {
    ComPort port;
    CAPTURE(command);
    const auto asked = port.take(bytes({command}));
    CHECK((asked.answer.empty() || command == 0));
    CHECK_FALSE(asked.dtr);
    CHECK_FALSE(asked.send_break);
  }
  ComPort port;
  CHECK(port.take("").answer.empty());
  CHECK(port.take(bytes({1, 0, 0, 9})).answer.empty());
  CHECK(port.take(bytes({107, 0})).answer.empty());
}
