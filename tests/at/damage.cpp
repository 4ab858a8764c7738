#include "at/damage.hpp"

#include "at/words.hpp"
#include "tests/catch.hpp"

#include <bit>
#include <string>

using namespace dialbench;
using namespace std::string_literals;
using at::Damage;
using at::Meaning;
using at::Role;

namespace {

enum class Parity { even, odd, mark };

// How 8N1 reads what was sent with seven bits and parity.
std::string with_parity(std::string_view text, Parity parity) {
  std::string sent;
  for (const char c : text) {
    const auto byte = static_cast<unsigned>(static_cast<unsigned char>(c));
    const bool odd_ones = std::popcount(byte) % 2 == 1;
    const bool top = parity == Parity::mark || (parity == Parity::even ? odd_ones : !odd_ones);
    sent += static_cast<char>(top ? byte | 0x80U : byte);
  }
  return sent;
}

// What must hold for a damaged line: it decides nothing, and its word is the one that came.
void check_damaged(const std::string& line, Damage damage, std::string_view resembles) {
  const auto result = at::classify(line, {});
  CAPTURE(line, at::name(result.meaning), at::name(result.damage), result.resembles);
  CHECK(result.damage == damage);
  CHECK(result.resembles == resembles);
  CHECK(result.role == Role::information);
}

} // namespace

TEST_CASE("parity of any kind is seen, and names the word") {
  for (const auto parity : {Parity::even, Parity::odd, Parity::mark})
    for (const std::string word : {"OK", "NO CARRIER", "NO DIALTONE", "ERROR", "RING", "VOICE"}) {
      const std::string line = with_parity(word, parity);
      if (line == word) continue; // even parity leaves some words as they are
      check_damaged(line, Damage::parity, word);
    }
  check_damaged(with_parity("CONNECT 9600", Parity::even), Damage::parity, "CONNECT");
  SECTION("the line ends had parity too, and came as text") {
    check_damaged(with_parity("\r\nBUSY\r\n", Parity::mark), Damage::parity, "BUSY");
    check_damaged(with_parity("\r\nBUSY\r\n\r\nOK\r\n", Parity::mark), Damage::parity, "BUSY");
  }
  SECTION("information text has parity and no word") {
    check_damaged(with_parity("U.S. Robotics 56K FAX", Parity::even), Damage::parity, "");
  }
}

TEST_CASE("a byte that was flipped, lost or inserted names the word and decides nothing") {
  check_damaged("B\x8eUSY", Damage::noise, "BUSY");
  check_damaged("BUS\xd9", Damage::noise, "BUSY");
  check_damaged("BUS", Damage::noise, "BUSY");
  check_damaged("NO CARIER", Damage::noise, "NO CARRIER");
  check_damaged("NOxCARRIER", Damage::noise, "NO CARRIER");
  check_damaged("NO ANSWFR", Damage::noise, "NO ANSWER");
  check_damaged("EKROR", Damage::noise, "ERROR");
  check_damaged("bUSY", Damage::noise, "BUSY");
  check_damaged("CONNFCT 9600", Damage::noise, "CONNECT");
  check_damaged("CONNECT9600", Damage::noise, "CONNECT");
  check_damaged("PROTOCL: LAPM", Damage::noise, "PROTOCOL");
  check_damaged("OJ", Damage::noise, "OK");
}

TEST_CASE("no single damaged byte makes one final result of another, or a clean one of itself") {
  for (const std::string word :
       {"OK", "ERROR", "BUSY", "NO CARRIER", "NO ANSWER", "NO DIALTONE", "VOICE", "CONNECT"}) {
    const Meaning meaning = at::classify(word, {}).meaning;
    for (std::size_t at = 0; at < word.size(); ++at)
      for (int bit = 0; bit < 8; ++bit) {
        std::string line = word;
        line[at] = static_cast<char>(static_cast<unsigned char>(line[at]) ^ (1U << bit));
        const auto result = at::classify(line, {});
        CAPTURE(word, at, bit, line);
        if (result.role == Role::final) { // an own S3 or S4, or the case: tolerated, and said so
          CHECK(result.meaning == meaning);
          CHECK(result.slips != 0);
        }
      }
  }
}

TEST_CASE("garbage glued in front of a word is noise") {
  check_damaged("\x9e\xb5NO CARRIER", Damage::noise, "NO CARRIER");
  check_damaged("x\x9ezNO CARRIER", Damage::noise, "NO CARRIER");
}

TEST_CASE("mostly unprintable bytes are another rate") {
  check_damaged("\x9e\xb5", Damage::rate, "");
  check_damaged("\xe0\x1c\xfc\x80\xf8~\xff\x03\xf0", Damage::rate, "");
}

TEST_CASE("a rate with a damaged byte leaves CONNECT a CONNECT, but not a clean one") {
  const auto result = at::classify("CONNECT 96\x8e"s + "00", {});
  CHECK(result.meaning == Meaning::connect);
  CHECK(result.damage == Damage::noise);
  CHECK(result.resembles == "CONNECT");
}

TEST_CASE("other words are not taken for damaged ones") {
  for (const char* text :
       {"NO", "ON", "OF", "PORT 1", "Buss", "Rings", "READY", "TONE", "+MR: 1", "Caf\xe9 modem"}) {
    CAPTURE(text);
    CHECK(at::classify(text, {}).damage == Damage::none);
  }
}

TEST_CASE("one byte off") {
  using at::detail::one_byte_off;
  CHECK(!one_byte_off("BUSY", "BUSY"));
  CHECK(one_byte_off("BUSX", "BUSY"));
  CHECK(one_byte_off("USY", "BUSY"));
  CHECK(one_byte_off("BUSYY", "BUSY"));
  CHECK(one_byte_off("XBUSY", "BUSY"));
  CHECK(!one_byte_off("BSUY", "BUSY"));
  CHECK(!one_byte_off("BU", "BUSY"));
  CHECK(!one_byte_off("", "OK"));
  CHECK(one_byte_off("", "K"));
}
