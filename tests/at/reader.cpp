#include "at/reader.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

using namespace dialbench;
using namespace std::string_literals;
using at::Slip;
using Kind = at::Line::Kind;

namespace {

struct Seen {
  Kind kind;
  std::string text;
  at::Slips slips;
  friend bool operator==(const Seen&, const Seen&) = default;
};
using Lines = std::vector<Seen>;

std::ostream& operator<<(std::ostream& out, const Seen& seen) {
  return out << static_cast<int>(seen.kind) << ":'" << seen.text << "'/" << seen.slips;
}

auto into(Lines& lines) {
  return [&lines](const at::Line& line) {
    lines.push_back({line.kind, std::string(line.text), line.slips});
    return at::Next::go_on;
  };
}

Lines read(std::string_view bytes, at::Reader reader = {}) {
  Lines lines;
  CHECK(reader.feed(bytes, into(lines)) == bytes.size());
  reader.flush(into(lines));
  return lines;
}

std::vector<std::string> texts(const Lines& lines) {
  std::vector<std::string> result;
  for (const Seen& seen : lines) result.push_back(seen.text);
  return result;
}
using Texts = std::vector<std::string>;

at::Reader expecting(std::string_view command) {
  at::Reader reader;
  reader.expect_echo(command);
  return reader;
}

} // namespace

TEST_CASE("results in every framing that was seen are the same lines") {
  const auto row = GENERATE(values<std::tuple<std::string, at::Slips>>({
      {"\r\nOK\r\n", 0},
      {"OK\r\n", 0},
      {"\r\n\r\nOK\r\n\r\n", 0},
      {"\r\nOK\r", 0},
      {"\nOK\r", at::bits(Slip::no_carriage_return)},
      {"\rOK\r", at::bits(Slip::no_line_feed)},
      {"\nOK\n", at::bits(Slip::no_carriage_return)},
      {"\r\r\nOK\r\n", at::bits(Slip::doubled)},
      {"\r\0OK\r\0"s, at::bits(Slip::nul)},
      {"\r\nOK\0\r\n"s, at::bits(Slip::nul)},
      {"\r\n\0OK\r\n"s, at::bits(Slip::nul)},
      {"\r\nOK\0"s, at::bits(Slip::nul) | at::bits(Slip::unterminated)},
      {"\0\0\r\nOK\0\0\r\0\n\0"s, at::bits(Slip::nul)},
      {"\r\nOK", at::bits(Slip::unterminated)},
  }));
  const auto& [bytes, slips] = row;
  CAPTURE(bytes);
  CHECK(read(bytes) == Lines{{Kind::text, "OK", slips}});
}

TEST_CASE("what ended the line before shows in the next one, and in slips_behind") {
  CHECK(read("RING\rRING\r")[1].slips == at::bits(Slip::no_line_feed));
  CHECK(read("RING\r\r\nRING\r\n")[1].slips == at::bits(Slip::doubled));
  CHECK(read("RING\r\nRING\r\n")[1].slips == 0);

  at::Reader reader;
  Lines lines;
  reader.feed("OK\r", into(lines));
  CHECK(reader.slips_behind() == at::bits(Slip::no_line_feed));
  reader.feed("\n", into(lines));
  CHECK(reader.slips_behind() == 0);
}

TEST_CASE("numeric results are framed by CR alone") {
  CHECK(read("0\r7\r") == Lines{{Kind::text, "0", 0}, {Kind::text, "7", 0}});
  CHECK(read("\r\n000\r\n\r\nOK\r\n") == Lines{{Kind::text, "000", 0}, {Kind::text, "OK", 0}});
}

TEST_CASE("a line is given at its first end byte") {
  at::Reader reader;
  Lines lines;
  reader.feed("3", into(lines));
  CHECK(lines.empty());
  CHECK(reader.unfinished() == "3");
  reader.feed("\r", into(lines));
  CHECK(texts(lines) == Texts{"3"});
  CHECK(reader.unfinished().empty());
}

TEST_CASE("other S3 and S4 end lines as well") {
  at::Reader reader;
  reader.set_line_ends('!', '#');
  CHECK(read("!#OK!#!#NO CARRIER!#", reader) == Lines{{Kind::text, "OK", 0}, {Kind::text, "NO CARRIER", 0}});
  CHECK(read("\r\nOK\r\n", reader) == Lines{{Kind::text, "OK", at::bits(Slip::odd_terminator)}});
  reader.set_line_ends('\r', '\0');
  CHECK(read("\r\0OK\r\0"s, reader) == Lines{{Kind::text, "OK", 0}});
  reader.set_line_ends('\x01', '\xff');
  CHECK(texts(read("\x01\xffOK and more text\x01\xff", reader)) == Texts{"OK and more text"});
}

TEST_CASE("the echo of the command is not a reply") {
  SECTION("before the result") {
    CHECK(read("ATZ\r\r\nOK\r\n", expecting("ATZ")) == Lines{{Kind::echo, "ATZ", 0}, {Kind::text, "OK", 0}});
  }
  SECTION("of a numeric modem") {
    CHECK(read("ATV0\r0\r", expecting("ATV0")) == Lines{{Kind::echo, "ATV0", 0}, {Kind::text, "0", 0}});
  }
  SECTION("none came") { CHECK(read("\r\nOK\r\n", expecting("ATZ")) == Lines{{Kind::text, "OK", 0}}); }
  SECTION("late, behind a line that nobody asked for") {
    CHECK(read("\r\nRING\r\nATZ\r\r\nOK\r\n", expecting("ATZ")) ==
          Lines{{Kind::text, "RING", 0}, {Kind::echo, "ATZ", 0}, {Kind::text, "OK", 0}});
  }
  SECTION("cut in two by an unsolicited line") {
    CHECK(read("ATDT555\r\nRING\r\n1234\r\r\nBUSY\r\n", expecting("ATDT5551234")) ==
          Lines{{Kind::echo, "ATDT555", 0},
                {Kind::text, "RING", 0},
                {Kind::echo, "1234", 0},
                {Kind::text, "BUSY", 0}});
  }
  SECTION("only once") {
    CHECK(read("AT\r\nAT\r\n", expecting("AT")) == Lines{{Kind::echo, "AT", 0}, {Kind::text, "AT", 0}});
  }
  SECTION("case as sent") {
    CHECK(read("atz\r\nOK\r\n", expecting("ATZ"))[0].kind == Kind::text);
    CHECK(read("atz\r\nOK\r\n", expecting("atz"))[0].kind == Kind::echo);
  }
  SECTION("a text that begins with the command is a text") {
    CHECK(read("ATI4 settings\r\n", expecting("ATI4"))[0].kind == Kind::text);
  }
  SECTION("it may be a whole number") { CHECK(read("7\r", expecting("7")) == Lines{{Kind::echo, "7", 0}}); }
}

TEST_CASE("an echo that was corrected on the way is the echo of what came of it") {
  at::Reader reader = expecting("ATZ");
  SECTION("the character and nothing else") { CHECK(read("ATX\bZ\r", reader)[0].kind == Kind::echo); }
  SECTION("with a blank that wipes the character out") {
    CHECK(read("ATDT5\b \b\b \b\b \bZ\r", reader)[0].kind == Kind::echo);
  }
  SECTION("from the first character on") { CHECK(read("X\b \bATZ\r", reader)[0].kind == Kind::echo); }
  SECTION("more backspaces than characters") { CHECK(read("\b\bATZ\r", reader)[0].kind == Kind::echo); }
  SECTION("S5 in force") {
    reader.set_backspace('\x7f');
    CHECK(read("ATX\x7fZ\r", reader)[0].kind == Kind::echo);
    CHECK(read("ATX\bZ\r", reader)[0].kind == Kind::text);
    reader.set_backspace('#');
    CHECK(read("ATX#Z\r\n", reader)[0].kind == Kind::echo);
    reader.set_backspace('\xc8'); // above 127: no character corrects (V.250 6.2.3)
    CHECK(read("ATX\xc8Z\r", reader)[0].kind == Kind::text);
  }
  SECTION("another command") {
    CHECK(read("ATZ\bX\r", reader)[0].kind == Kind::text);
    CHECK(read("ATZ\b\r", reader)[0].kind == Kind::text);
  }
}

TEST_CASE("an awaited echo never swallows a numeric result") {
  // RING (2) cut the echo of ATDT5552; what comes then is the result NO CARRIER or the rest of the echo:
  // nobody knows.
  CHECK(read("ATDT555\r2\r2\r", expecting("ATDT5552")) ==
        Lines{{Kind::echo, "ATDT555", 0}, {Kind::text, "2", 0}, {Kind::text, "2", 0}});
  CHECK(read("3\r", expecting("3125551234")) == Lines{{Kind::text, "3", 0}});
}

TEST_CASE("a new command forgets the echo of the one before") {
  auto reader = expecting("ATZ");
  Lines lines;
  reader.feed("A", into(lines));
  reader.expect_echo("ATE0");
  reader.feed("TE0\r\n", into(lines));
  CHECK(lines == Lines{{Kind::echo, "ATE0", 0}});
  reader.expect_echo("");
  lines.clear();
  reader.feed("AT\r\n", into(lines));
  CHECK(lines == Lines{{Kind::text, "AT", 0}});
}

TEST_CASE("silence ends an unfinished line, once") {
  at::Reader reader;
  Lines lines;
  reader.flush(into(lines));
  CHECK(lines.empty());
  reader.feed("\r\nlogin: ", into(lines));
  reader.flush(into(lines));
  CHECK(lines == Lines{{Kind::text, "login: ", at::bits(Slip::unterminated)}});
  reader.flush(into(lines));
  CHECK(lines.size() == 1);
}

TEST_CASE("a line without end is one event, and nothing behind it is lost") {
  const std::string flood(5 * at::line_bytes_max, 'U');
  const auto lines = read(flood + "\r\nBUSY\r\n");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].kind == Kind::overflow);
  CHECK(lines[0].text == flood.substr(0, at::line_bytes_max));
  CHECK(lines[1] == Seen{Kind::text, "BUSY", 0});

  SECTION("a line of just the longest length is none") {
    const auto longest = read(flood.substr(0, at::line_bytes_max) + "\r\n");
    CHECK(longest == Lines{{Kind::text, flood.substr(0, at::line_bytes_max), 0}});
  }
  SECTION("silence ends it too") {
    at::Reader reader;
    Lines seen;
    reader.feed(flood, into(seen));
    reader.flush(into(seen));
    reader.feed("7\r", into(seen));
    REQUIRE(seen.size() == 2);
    CHECK(seen[1].text == "7");
  }
}

TEST_CASE("a sink that stops leaves the rest of the chunk as data") {
  const auto used_of = [](std::string_view bytes) {
    at::Reader reader;
    return reader.feed(bytes, [](const at::Line&) { return at::Next::stop; });
  };
  CHECK(used_of("CONNECT 9600\r\n~data\r\n") == 14);
  CHECK(used_of("CONNECT 9600\r~data") == 13);
  CHECK(used_of("CONNECT 9600\n\ndata") == 13);
  CHECK(used_of("\r\nCONNECT\r") == 10);
  CHECK(used_of("\r\nCONNECT\r\n\n") == 11);
  CHECK(used_of(std::string(at::line_bytes_max + 10, 'x')) == at::line_bytes_max + 1);
}

TEST_CASE("a sink may prepare the reader for the next command") {
  at::Reader reader;
  reader.expect_echo("ATE1");
  Lines lines;
  const std::string bytes = "\r\nOK\r\nATZ\r\r\nOK\r\n";
  for (const char byte : bytes)
    reader.feed({&byte, 1}, [&](const at::Line& line) {
      reader.clear();
      reader.expect_echo("ATZ");
      return into(lines)(line);
    });
  CHECK(lines == Lines{{Kind::text, "OK", 0}, {Kind::echo, "ATZ", 0}, {Kind::text, "OK", 0}});
}

TEST_CASE("any chunking gives the same lines") {
  const std::string conversation =
      "ATDT5551234\r\r\nRINGING\r\n\r\nRING\r\nATS7\rNO CARRIER\r\nOK\n\r\0BUSY\r\0\r\r\nERROR\r\n0\r7\r12\r"s +
      "\x9e\xb5\r\nNO CARRIER\r\n" + std::string(at::line_bytes_max, 'x') + "\r\n" +
      std::string(2 * at::line_bytes_max + 3, 'y') + "\nCONNECT 33600/ARQ/V34\r\n~\xff}#\xc0!}!}!" +
      std::string(300, '\r') + "\nATDT555\r\nRING\r\n1234\r\r\nlast words";
  auto start = expecting("ATDT5551234");
  const Lines whole = read(conversation, start);
  REQUIRE(whole.size() > 15);

  const auto read_in_pieces = [&](auto next_size) {
    at::Reader reader = start;
    Lines lines;
    for (std::size_t at = 0; at < conversation.size();) {
      const std::size_t size = std::min<std::size_t>(next_size(), conversation.size() - at);
      // A copy that ends where the piece does, so that reading beyond it is found.
      const std::vector<char> piece(conversation.begin() + static_cast<std::ptrdiff_t>(at),
                                    conversation.begin() + static_cast<std::ptrdiff_t>(at + size));
      CHECK(reader.feed({piece.data(), piece.size()}, into(lines)) == size);
      at += size;
    }
    reader.flush(into(lines));
    return lines;
  };
  for (std::size_t size = 1; size <= 40; ++size) {
    CAPTURE(size);
    CHECK(read_in_pieces([size] { return size; }) == whole);
  }
  for (unsigned seed = 1; seed <= 200; ++seed) {
    std::mt19937 random(seed);
    CAPTURE(seed);
    CHECK(read_in_pieces(
              [&random] { return std::size_t{1} + random() % (random() % 4 == 0 ? 1500U : 17U); }) == whole);
  }
}

TEST_CASE("stopping at each line and feeding the rest again gives the same lines") {
  const std::string bytes = "ATZ\r\r\nOK\r\n\r\nRING\r\n0\r7\rNO CARRIER\n\r\nBUSY\r\n";
  const Lines whole = read(bytes, expecting("ATZ"));
  auto reader = expecting("ATZ");
  Lines lines;
  std::string_view rest = bytes;
  while (!rest.empty())
    rest.remove_prefix(reader.feed(rest, [&](const at::Line& line) {
      into(lines)(line);
      return at::Next::stop;
    }));
  CHECK(lines == whole);
}

TEST_CASE("the reader is small beside its line buffer") {
  CHECK(sizeof(at::Reader) <= at::line_bytes_max + 1024);
}

TEST_CASE("a NUL amid a line is a byte of its text, and ends no line") {
  CHECK(read("\r\nB\0SY\r\n"s) == Lines{{Kind::text, "B\0SY"s, 0}});
  CHECK(texts(read("\r\nCARRIER 336\0000\r\n"s)) == Texts{"CARRIER 336\0000"s});
  at::Reader reader;
  Lines lines;
  reader.feed("NO CARR\0"s, into(lines));
  CHECK(reader.unfinished() == "NO CARR");
  reader.feed("IER\r"s, into(lines));
  CHECK(texts(lines) == Texts{"NO CARR\0IER"s});
  reader.set_line_ends('\r', '\0');
  CHECK(texts(read("OK\0BUSY\0"s, reader)) == Texts{"OK", "BUSY"});
}

TEST_CASE("NULs alone are no line, and hide no slip of the line ends around them") {
  CHECK(read("\0\r\0\n\0"s).empty());
  const Lines lines = read("RING\rRING\0\r\n"s);
  CHECK(lines.at(1).slips == (at::bits(Slip::nul) | at::bits(Slip::no_line_feed)));
  at::Reader reader;
  Lines none;
  reader.feed("\0\0"s, into(none));
  CHECK(reader.unfinished().empty());
  reader.flush(into(none));
  CHECK(none.empty());
}

TEST_CASE("a NUL behind CR LF is a slip, however the bytes are cut") {
  const std::string bytes = "[NG]\r\n\0A,\r\nand more behind it"s;
  const Lines whole = read(bytes);
  at::Reader reader;
  Lines cut;
  for (const char byte : bytes) reader.feed({&byte, 1}, into(cut));
  reader.flush(into(cut));
  CHECK(whole == cut);
  CHECK(has(whole.at(1).slips, Slip::nul));
}
