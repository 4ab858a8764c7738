#include "at/caller_message.hpp"

#include "tests/catch.hpp"

#include <random>
#include <string>

using namespace dialbench;
using namespace dialbench::at::caller;
using at::CallerId;

namespace {

// A message in hexadecimal: type, length, body, checksum.
std::string message(char type, const std::string& body) {
  std::string bytes = {type, static_cast<char>(body.size())};
  bytes += body;
  unsigned sum = 0;
  for (const char c : bytes) sum += static_cast<unsigned char>(c);
  bytes += static_cast<char>(256 - sum % 256);
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += "0123456789ABCDEF"[byte >> 4];
    text += "0123456789ABCDEF"[byte & 15];
  }
  return text;
}

std::string parameter(char type, const std::string& data) {
  return std::string{type, static_cast<char>(data.size())} + data;
}

} // namespace

TEST_CASE("a single data message: number, withheld, and the moment alone") {
  CallerId caller;
  CHECK(decode_message(caller, message('\x04', "081714055045551234")));
  CHECK(caller.date == CallerId::Moment{8, 17});
  CHECK(caller.number == "5045551234");
  CallerId withheld;
  CHECK(decode_message(withheld, message('\x04', "08171405P")));
  CHECK(withheld.number_withheld == CallerId::Withheld::by_caller);
  CallerId moment;
  CHECK(decode_message(moment, message('\x04', "08171405")));
  CHECK(moment.time == CallerId::Clock{14, 5});
}

TEST_CASE("a multiple data message with all its parameters, known and not") {
  CallerId caller;
  CHECK(decode_message(caller,
                       message('\x80', parameter(1, "08171405") + parameter(4, "O") + parameter(8, "P") +
                                           parameter(3, "5559876") + parameter(6, "L"))));
  CHECK(caller.time == CallerId::Clock{14, 5});
  CHECK(caller.number_withheld == CallerId::Withheld::out_of_area);
  CHECK(caller.name_withheld == CallerId::Withheld::by_caller);
  CHECK(caller.called == "5559876");
  REQUIRE(caller.unknown.size() == 1);
  CHECK(caller.unknown[0] == std::pair<std::string, std::string>("06", "4C"));
}

TEST_CASE("blanks between the bytes and small letters are allowed") {
  CallerId caller;
  CHECK(decode_message(caller, "04 12 30 38 31 37 31 34 30 35 35 30 34 35 35 35 30 31 32 33 52"));
  CHECK(caller.number == "5045550123");
  CHECK(!decode_message(caller, "0 412 30 38 31 37 31 34 30 35 35 30 34 35 35 35 30 31 32 33 52"));
}

TEST_CASE("a message whose lengths do not hold changes nothing") {
  for (const std::string& text : {message('\x80', parameter(1, "08171405") + "\x02\x20"
                                                                             "55"),
                                  message('\x80', parameter(1, "08171405") + "\x02"),
                                  message('\x04', "99999999555"), std::string("0412"), std::string(""),
                                  std::string("041"), std::string("04123"), message('\x05', "08171405")}) {
    CAPTURE(text);
    CallerId caller;
    if (decode_message(caller, text)) CHECK(text.substr(0, 2) == "05"); // its type is looked at before
    CHECK(caller.number.empty());
  }
}

TEST_CASE("the form of a message") {
  CHECK(message_form(message('\x04', "08171405P")) == MessageForm::whole);
  CHECK(message_form("040930383137313430355") == MessageForm::none);
  CHECK(message_form("04093038313731343035 50") == MessageForm::without_checksum);
  CHECK(message_form("0400") == MessageForm::none);
  CHECK(message_form("05093038313731343035 50") == MessageForm::none);
  CHECK(message_form("hello") == MessageForm::none);
  CHECK(message_form(std::string(100'000, '0')) == MessageForm::none);
}

TEST_CASE("any message in hexadecimal is decoded or refused") {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string body;
    for (auto size = random() % 60; size > 0; --size)
      body += static_cast<char>(random() % 3 ? random() % 12 : random());
    CallerId caller;
    decode_message(caller, message(random() % 2 ? '\x04' : '\x80', body));
    REQUIRE(caller.unknown.size() <= 16);
    REQUIRE(caller.name.size() <= 64);
  }
}
