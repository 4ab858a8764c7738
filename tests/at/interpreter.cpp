#include "at/interpreter.hpp"

#include "at/dialect.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace dialbench;
using namespace std::string_literals;
using at::Damage;
using at::Meaning;
using at::Slip;
using Kind = at::Event::Kind;

namespace {

struct Seen {
  Kind kind;
  Meaning meaning;
  std::string bytes;
  friend bool operator==(const Seen&, const Seen&) = default;
};

std::ostream& operator<<(std::ostream& out, const Seen& seen) {
  return out << static_cast<int>(seen.kind) << ' ' << at::name(seen.meaning) << " '" << seen.bytes << "'";
}

using Events = std::vector<Seen>;

auto into(Events& events) {
  return [&events](const at::Event& event) {
    events.push_back({event.kind, event.meaning, std::string(event.bytes)});
  };
}

Events read(at::Interpreter& modem, std::string_view bytes) {
  Events events;
  modem.feed(bytes, into(events));
  return events;
}

Events read(std::string_view bytes) {
  at::Interpreter modem;
  return read(modem, bytes);
}

} // namespace

TEST_CASE("every kind of event comes out of the bytes") {
  at::Interpreter modem;
  modem.expect_echo("ATDT5551234");
  CHECK(read(modem,
             "ATDT5551234\r\r\nRING\r\n\r\nRINGING\r\nB\x8eUSY\r\nSportster 33600\r\nCARRIER 33600\r\n\r\n"
             "CONNECT 115200\r\n~\xff}#\r\nNO CARRIER\r\n") ==
        Events{{Kind::echo, Meaning::info, "ATDT5551234"},
               {Kind::unsolicited, Meaning::ring, "RING"},
               {Kind::intermediate, Meaning::ringing, "RINGING"},
               {Kind::damage, Meaning::unknown_result, "B\x8eUSY"},
               {Kind::information, Meaning::info, "Sportster 33600"},
               {Kind::intermediate, Meaning::carrier, "CARRIER 33600"},
               {Kind::final, Meaning::connect, "CONNECT 115200"},
               {Kind::data, Meaning::info, "~\xff}#\r\nNO CARRIER\r\n"}});
  CHECK(modem.in_data());
}

TEST_CASE("what stands behind a NUL is no result of its own") {
  CHECK(read("\r\nCARRIER 336\0000\r\n\r\nCONNECT 33600\r\n"s) ==
        Events{{Kind::intermediate, Meaning::carrier, "CARRIER 336\0000"s},
               {Kind::final, Meaning::connect, "CONNECT 33600"}});
  CHECK(read("COMPRESSION: CLASS\0005\r\n"s).at(0).meaning == Meaning::compression);
  const Events refused = read("+CME ERROR: 3\0000\r\n"s);
  CHECK(refused.size() == 1);
  CHECK(refused.at(0).meaning == Meaning::command_error);
}

TEST_CASE("data begins behind the line feed of the CONNECT, wherever the bytes are cut") {
  for (const std::string& bytes :
       {"CONNECT 9600\r\n\ndata"s, "CONNECT 9600\r\ndata"s, "CONNECT 9600\rdata"s}) {
    Events whole = read(bytes);
    std::string data;
    for (const Seen& seen : whole)
      if (seen.kind == Kind::data) data += seen.bytes;
    for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
      at::Interpreter modem;
      Events events = read(modem, std::string_view(bytes).substr(0, cut));
      for (Seen& seen : read(modem, std::string_view(bytes).substr(cut))) events.push_back(seen);
      std::string pieces;
      for (const Seen& seen : events)
        if (seen.kind == Kind::data) pieces += seen.bytes;
      CAPTURE(bytes, cut);
      CHECK(events.front() == whole.front());
      CHECK(pieces == data);
    }
  }
}

TEST_CASE("the owner decides when data ends, and whether it begins") {
  at::Interpreter modem;
  SECTION("command mode again") {
    CHECK(read(modem, "CONNECT\r\nabc").size() == 2);
    modem.command_mode();
    CHECK(read(modem, "\r\nOK\r\n") == Events{{Kind::final, Meaning::ok, "OK"}});
    CHECK(!modem.in_data());
  }
  SECTION("from inside the sink") {
    Events events;
    modem.feed("CONNECT\r\nOK\r\n", [&](const at::Event& event) {
      modem.command_mode();
      into(events)(event);
    });
    CHECK(events == Events{{Kind::final, Meaning::connect, "CONNECT"}, {Kind::final, Meaning::ok, "OK"}});
  }
  SECTION("never data") {
    modem.stay_in_command_mode(true);
    CHECK(read(modem, "CONNECT\r\nOK\r\n").back() == Seen{Kind::final, Meaning::ok, "OK"});
  }
  SECTION("data that no CONNECT announced") {
    modem.data_mode();
    CHECK(read(modem, "\nOK\r\n") == Events{{Kind::data, Meaning::info, "\nOK\r\n"}});
  }
  SECTION("clear() is back to command mode") {
    CHECK(read(modem, "CONNECT\r\nOK").size() == 2);
    modem.clear();
    CHECK(read(modem, "OK\r\n") == Events{{Kind::final, Meaning::ok, "OK"}});
  }
}

TEST_CASE("numbers are results when the owner says so, and as the dialect has them") {
  at::Interpreter modem;
  CHECK(read(modem, "7\r") == Events{{Kind::information, Meaning::info, "7"}});
  modem.set_digits(at::Digits::result);
  CHECK(read(modem, "7\r12\r") ==
        Events{{Kind::final, Meaning::busy, "7"}, {Kind::information, Meaning::unknown_result, "12"}});
  modem.set_dialect(at::find_dialect("usr"));
  CHECK(read(modem, "12\r") == Events{{Kind::final, Meaning::voice_answer, "12"}});
  CHECK(read(modem, "1\rx") ==
        Events{{Kind::final, Meaning::connect, "1"}, {Kind::data, Meaning::info, "x"}});
}

TEST_CASE("a dialect's word is a word, and its row is named") {
  static constexpr at::DialectRow rows[] = {{1, "Hello there", Meaning::progress}};
  const at::Dialect mine{"mine", "Mine", "a test", rows};
  at::Interpreter modem;
  CHECK(read(modem, "HELLO THERE\r\n") ==
        Events{{Kind::information, Meaning::unknown_result, "HELLO THERE"}});
  modem.set_dialect(&mine);
  const at::DialectRow* row = nullptr;
  modem.feed(" hello there\r\n", [&](const at::Event& event) {
    CHECK(event.kind == Kind::intermediate);
    row = event.result().row;
  });
  CHECK(row == rows);
}

TEST_CASE("an event's result says all that is known, with the slips of framing and form") {
  at::Interpreter modem;
  std::vector<at::Slips> slips;
  modem.feed("\nbusy \nOK\r\n\r\nNO CARIER\r\n  text\r\n", [&](const at::Event& event) {
    const at::Result result = event.result();
    CHECK(result.slips == event.slips);
    CHECK(result.meaning == event.meaning);
    CHECK(result.damage == event.damage);
    if (event.damage != Damage::none) {
      CHECK(result.resembles == "NO CARRIER");
      CHECK(result.confidence == at::Confidence::likely);
    }
    if (event.kind == Kind::information) CHECK(result.word == "text");
    slips.push_back(event.slips);
  });
  REQUIRE(slips.size() == 4);
  CHECK(slips[0] == (bits(Slip::no_carriage_return) | bits(Slip::lower_case) | bits(Slip::blanks)));
  CHECK(slips[1] == bits(Slip::no_carriage_return));
  CHECK(slips[2] == 0);
}

TEST_CASE("other line ends, overflow and silence") {
  at::Interpreter modem;
  modem.set_line_ends('!', '#');
  CHECK(read(modem, "OK!#") == Events{{Kind::final, Meaning::ok, "OK"}});
  const Events flood = read(modem, std::string(3000, 'U') + "!BUSY!");
  REQUIRE(flood.size() == 2);
  CHECK(flood[0].kind == Kind::overflow);
  CHECK(flood[0].bytes.size() == at::line_bytes_max);
  CHECK(flood[1] == Seen{Kind::final, Meaning::busy, "BUSY"});
  CHECK(read(modem, "RIN").empty());
  CHECK(modem.unfinished() == "RIN");
  CHECK(read(modem, "G").empty());
  Events last;
  modem.flush(into(last));
  CHECK(last == Events{{Kind::unsolicited, Meaning::ring, "RING"}});
}

TEST_CASE("a CONNECT with a damaged rate is a CONNECT that says so") {
  at::Interpreter modem;
  modem.feed("CONNECT 96\x8e"
             "00\r\n",
             [](const at::Event& event) {
               CHECK(event.kind == Kind::final);
               CHECK(event.meaning == Meaning::connect);
               CHECK(event.damage == Damage::noise);
             });
}
