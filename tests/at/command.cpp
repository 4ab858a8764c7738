// Command lines cut into their commands. Each row is written as kind:name=value, form marks behind it.
#include "at/command.hpp"

#include "at/dial_string.hpp"
#include "tests/catch.hpp"

#include <random>
#include <string>
#include <vector>

using namespace dialbench;
using at::CommandKind;

namespace {

// E0 is `basic E 0`; with ? a read, with =? a test, with = a set. Commands are parted by |.
std::string written(std::string_view line) {
  static constexpr const char* kinds[] = {"basic", "mark", "S", "ext", "dial", "repeat", "stray"};
  static constexpr const char* forms[] = {"", "=", "?", "=?"};
  std::string text;
  for (const at::Command& command : at::split_commands(line)) {
    if (!text.empty()) text += " | ";
    text += kinds[static_cast<std::size_t>(command.kind)];
    const bool stray = command.kind == CommandKind::stray;
    text += " " + std::string(stray ? command.text : command.name) +
            forms[static_cast<std::size_t>(command.form)];
    if (!command.value.empty()) text += " " + std::string(command.value);
  }
  return text;
}

} // namespace

TEST_CASE("a line is cut as V.250 has it") {
  struct Row {
    const char* line;
    const char* commands;
  };
  const Row row = GENERATE(values<Row>({
      {"AT", ""},
      {"", ""},
      {"A", ""},
      {"hello", ""},
      {"+++", ""},
      {"ATE0Q0V1X4", "basic E 0 | basic Q 0 | basic V 1 | basic X 4"},
      {"at e0 q0\tv1", "basic e 0 | basic q 0 | basic v 1"},
      {"ATZ", "basic Z"},
      {"ATZ\r", "basic Z"},
      {"ATI", "basic I"},
      {"ATI11", "basic I 11"},
      {"AT E 0 H", "basic E 0 | basic H"},
      {"AT&F1&C1&D2", "mark &F 1 | mark &C 1 | mark &D 2"},
      {"AT&FZ", "mark &F | basic Z"},
      {"AT& F", "mark & F"},
      {"AT\\N3%C0-K1*Q2", "mark \\N 3 | mark %C 0 | mark -K 1 | mark *Q 2"},
      {"AT\"H3\"N0", "mark \"H 3 | mark \"N 0"},
      {"AT&", "mark &"},
      {"AT$", "mark $"},
      {"AT&$", "mark & | mark $"},
      {"AT#CID=1", "mark #CID= 1"},
      {"AT#CID?", "mark #CID?"},
      {"AT#CID=?", "mark #CID=?"},
      {"AT#UD", "mark #UD"},
      {"AT%TCB", "mark %TCB"},
      {"AT#UD;E0", "mark #UD | basic E 0"},
      {"AT$EB1$MB9600E0", "mark $EB 1 | mark $MB 9600 | basic E 0"},
      {"AT-SEC=1,17E0", "mark -SEC= 1,17 | basic E 0"},
      {"AT#X=\"a;b\",1E0", "mark #X= \"a;b\",1 | basic E 0"},
      {"AT#X=\"open;E0", "mark #X= \"open;E0"},
      {"ATS7=60S8=2", "S S7= 60 | S S8= 2"},
      {"ATS0?", "S S0?"},
      {"ATS7=?", "S S7=?"},
      {"ATS7", "S S7"},
      {"ATS7=", "S S7="},
      {"ATS 7 = 60 E0", "S S 7= 60 | basic E 0"},
      {"ATS42.6=1E0", "S S42.6= 1 | basic E 0"},
      {"ATS7S8?", "S S7 | S S8?"},
      {"ATS=30", "S S= 30"},
      {"AT=30", "S = 30"},
      {"AT?", "S ?"},
      {"ATS", "S S"},
      {"AT+GMI", "ext +GMI"},
      {"AT+MS?", "ext +MS?"},
      {"AT+MS=?", "ext +MS=?"},
      {"AT+MS=V34,1,300,33600", "ext +MS= V34,1,300,33600"},
      {"AT+MS = V34 ; E0", "ext +MS= V34 | basic E 0"},
      {"AT+GMI;+GMM;+GMR", "ext +GMI | ext +GMM | ext +GMR"},
      {"ATE0+FCLASS=0;S7=60", "basic E 0 | ext +FCLASS= 0 | S S7= 60"},
      {"AT+X=\"a;b\";E0", "ext +X= \"a;b\" | basic E 0"},
      {"AT+X=\"a;b", "ext +X= \"a;b"},
      {"AT+FCLASS0", "ext +FCLASS0"},
      {"AT+GCAP 1", "ext +GCAP 1"},
      {"AT+", "ext +"},
      {"AT+=1", "ext += 1"},
      {"AT+;;;E0", "ext + | basic E 0"},
      {"AT:U42,0022;:R43;S6=4", "ext :U 42,0022 | ext :R 43 | S S6= 4"},
      {"AT:U2D,00D0", "ext :U 2D,00D0"},
      {"ATD", "dial D"},
      {"ATDT5551234", "dial D T5551234"},
      {"ATX4DT9,555;", "basic X 4 | dial D T9,555;"},
      {"ATD 555 ; H0", "dial D 555 ; H0"},
      {"ATDS=1", "dial D S=1"},
      {"A/", "repeat A/"},
      {" a/\r\n", "repeat a/"},
      {"A/E0", ""},
      {"ATA/", "basic A | stray /"},
      {"AT1,2)", "stray 1 | stray , | stray 2 | stray )"},
      {"ATX4,DT5", "basic X 4 | stray , | dial D T5"},
      {"AT;;;", ""},
  }));
  CAPTURE(row.line);
  CHECK(written(row.line) == row.commands);
}

TEST_CASE("a D that may dial is heard") {
  struct Row {
    const char* line;
    const char* dials;
  };
  const Row row = GENERATE(values<Row>({
      {"AT%ED911", "911"},
      {"AT%EDT911", "T911"},
      {"AT#XD911", "911"},
      {"AT#XDT911", "T911"},
      {"AT$DT911", "T911"},
      {"AT$EB1DP911", "P911"},
      {"AT%CDT,911", "T,911"},
      {"AT#CD 911", "911"},
      {"AT#UD;D911", "911"},
      {"AT#CIDDT911", "DT911"},
      {"AT:U42,1;D911", "911"},
      {"AT&ZDT911", "T911"},
      {"AT\x01"
       "DT911",
       "T911"},
      {"\x02"
       "ATDT911",
       "T911"},
      {"AT\xc4\xc5"
       "D911",
       "911"},
      {"ATE0\b\bDT911", "T911"},
      {"AT+GMI;;DT911", "T911"},
      {"AT\"HDT911", "T911"},
      {"ATX4,DT911", "T911"},
      {"AT!DT911", "T911"},
      {"AT*DP911", "P911"},
      {"AT%dt911", "t911"},
      {"aTd911", "911"},
  }));
  CAPTURE(row.line);
  CHECK(at::dial_part(row.line) == row.dials);
}

TEST_CASE("control bytes of a number are left in it for who checks it") {
  CHECK(at::dial_part("ATDT5\x01") == "T5\x01");
  CHECK(at::dial_part("ATD\x1b"
                      "5") == "\x1b"
                              "5");
  CHECK(!at::check_number(at::dial_part("ATDT5\x01")).has_value());
}

TEST_CASE("offsets are those of the line as it was given") {
  const std::string line = "  ATE0 &C1 ;+MS=V34 ; DT5 \r";
  for (const at::Command& command : at::split_commands(line)) {
    CAPTURE(command.text);
    CHECK(line.substr(command.offset, command.text.size()) == command.text);
  }
  const auto commands = at::split_commands(line);
  REQUIRE(commands.size() == 4);
  CHECK(commands[0].offset == 4);
  CHECK(commands[2].text == "+MS=V34");
  CHECK(commands[3].text == "DT5");
}

namespace {

// Whether the commands lie in the line one behind the other, with nothing between them but what is passed
// over.
bool cover(const std::string& line, const std::vector<at::Command>& commands) {
  std::size_t behind = 0;
  for (const at::Command& command : commands) {
    if (command.text.empty() || command.offset < behind) return false;
    if (line.compare(command.offset, command.text.size(), command.text) != 0) return false;
    for (std::size_t i = behind; behind != 0 && i < command.offset; ++i) {
      const auto byte = static_cast<unsigned char>(line[i]);
      if (byte > 0x20 && byte != 0x7F && byte != ';') return false;
    }
    behind = command.offset + command.text.size();
  }
  return true;
}

} // namespace

// Goal: whatever stands in a line, each byte is in one command or is a blank, a control byte or a semicolon.
// Method: lines of the characters that the grammar knows, and of any bytes.
TEST_CASE("every byte is in one command or passed over, for any line") {
  const unsigned seed = 20240807;
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string alphabet = "ATDSEXZ&+#$%\\:;=?,.\"0129 \r\x01\xe9/";
  for (int round = 0; round < 20000; ++round) {
    std::string line = round % 4 == 0 ? "" : "AT";
    const std::size_t size = random() % 24;
    for (std::size_t i = 0; i < size; ++i)
      line += round % 3 == 0 ? static_cast<char>(random() % 256) : alphabet[random() % alphabet.size()];
    if (!cover(line, at::split_commands(line))) {
      CAPTURE(line);
      FAIL("a byte is lost or in two commands");
    }
  }
}
