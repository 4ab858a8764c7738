#include "harness/emulator/line_editor.hpp"

#include "tests/emulator/conversation.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Conversation;
using namespace std::chrono_literals;

namespace {

constexpr const char* ok = "\r\nOK\r\n";
constexpr const char* error = "\r\nERROR\r\n";
constexpr const char* busy = "\r\nBUSY\r\n";

} // namespace

TEST_CASE("only AT and at begin a line") {
  Conversation modem;
  modem.answers("AT", ok);
  modem.answers("at", ok);
  modem.answers("atE0", ok);
  modem.hears("At\r").is_silent_for(5s);
  modem.hears("aT\r").is_silent_for(5s);
  modem.hears("HELLO\r").is_silent_for(5s);
}

TEST_CASE("what comes before the prefix is nothing") {
  Conversation modem;
  modem.hears("\r\r\r\r\r\r\r\r\r\r").is_silent_for(5s);
  modem.answers("+++AT", ok);
  modem.answers("\nAT", ok);
  modem.answers("~x~AAT", ok);
  modem.answers("AaAT", ok);
}

TEST_CASE("one byte at a time is as good as a line at once") {
  Conversation modem{Habits{}};
  for (const char c : std::string("ATS7?\r")) {
    modem.hears(std::string(1, c)).says(std::string(1, c)).after(0s);
    if (c != '\r') modem.is_silent_for(20ms);
  }
  modem.says("\r\n050\r\n\r\nOK\r\n");
}

TEST_CASE("the backspace takes back the body and never the prefix") {
  Conversation modem;
  modem.answers("ATX9\b\bE0", ok);
  modem.answers("ATX9\b\b\b\b\b\b\bE0", ok);
  modem.answers("ATS5=127", ok);
  modem.answers("ATX9\x7f\x7f", ok);
  modem.answers("ATX9\b\b", error);
}

TEST_CASE("the eighth bit of what is typed is ignored, and echoed as it came") {
  Conversation modem;
  modem.answers("\xc1\xd4", ok);        // the last CR without
  modem.hears("\xc1\xd4\x8d").says(ok); // and with
  modem.hears("AT\x8d\x41T\r").says("\r\nOK\r\n\r\nOK\r\n");
  modem.hears("\xe1\xf4S\xb7?\x8d").says("\r\n050\r\n\r\nOK\r\n");
  modem.answers("ATX9\x88S7?", "\r\n050\r\n\r\nOK\r\n"); // X0
  modem.answers("ATX9\x88\x88\xd3\x37?", "\r\n050\r\n\r\nOK\r\n");
  modem.answers("AT\x81S\x8a\x37?", "\r\n050\r\n\r\nOK\r\n");
  modem.answers("ATS5=200", ok);
  modem.answers("ATX9\xc8\xc8S7?", error); // no backspace then, but H
  modem.hears("A\xaf").says(error);        // A/
  modem.answers("ATZ", ok);
  Conversation loud{Habits{}};
  loud.hears("\xc1\xd4\x8d").says("\xc1\xd4\x8d\r\nOK\r\n");
}

TEST_CASE("the eighth bit of a whole line may come a byte at a time") {
  Conversation modem;
  for (const char c : std::string("ATS7?\r")) {
    modem.hears(std::string(1, static_cast<char>(c | '\x80')));
    if (c != '\r') modem.is_silent_for(20ms);
  }
  modem.says("\r\n050\r\n\r\nOK\r\n");
}

TEST_CASE("control characters in a line are nothing") {
  Conversation modem;
  modem.answers("A\x01T", ""); // the prefix is no longer whole
  modem.answers("AT\x01S\x02"
                "7\n?",
                "\r\n050\r\n\r\nOK\r\n");
}

TEST_CASE("a line that is too long is ERROR, and the next one is well") {
  Conversation modem;
  modem.answers("AT" + std::string(command_characters_max, ' '), ok);
  modem.answers("AT" + std::string(command_characters_max + 1, ' '), error);
  modem.answers("AT" + std::string(1'000'000, 'X'), error);
  modem.answers("AT", ok);
}

TEST_CASE("A/ repeats the last line without a terminator") {
  Conversation modem;
  modem.answers("ATS7?", "\r\n050\r\n\r\nOK\r\n");
  modem.hears("A/").says("\r\n050\r\n\r\nOK\r\n").after(0s);
  modem.hears("a/").says("\r\n050\r\n\r\nOK\r\n").after(0s);
}

TEST_CASE("A/ redials") {
  Conversation modem;
  modem.hears("ATDT5550176\r").says(busy);
  modem.hears("A/").says(busy).after(7330ms);
  CHECK(modem.modem().dials() == 2);
}

TEST_CASE("A/ before any line is the empty line") {
  Conversation modem;
  modem.hears("A/").says(ok);
}

TEST_CASE("S3 and S4 change the terminator and the results") {
  Conversation modem;
  modem.hears("ATS3=33S4=35\r").says("!#OK!#");
  modem.hears("AT\r").is_silent_for(1s); // the carriage return is no terminator any more
  modem.hears("!").says("!#OK!#");
  modem.hears("ATS3=13S4=10!").says(ok);
  modem.answers("ATS4=0", std::string_view("\r\0OK\r\0", 6));
}
