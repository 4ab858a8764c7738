#include "at/damage.hpp"

#include "at/dialect.hpp"
#include "at/words.hpp"
#include "tests/catch.hpp"

#include <algorithm>
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
  check_damaged("B\0SY"s, Damage::noise, "BUSY");
  check_damaged("NO\0CARRIER"s, Damage::noise, "NO CARRIER");
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

namespace {

// A line with the word in it, in the form that the table promises to know; only the word itself is damaged.
std::string tail_for(at::detail::Form form) {
  using at::detail::Form;
  switch (form) {
  case Form::counted: return " 2";
  case Form::link: return " 33600";
  case Form::key: return ": X";
  case Form::field: return " = X";
  case Form::open: return " <0>";
  case Form::whole: break;
  }
  return "";
}

// What must hold of a line that was `word` before one byte was damaged: it names a word, or it has become
// another known line, which is what it says; never a clean result of the word itself, or one of another kind.
void check_one_byte_damaged(const at::detail::Word& word, const std::string& line) {
  const auto result = at::classify(line, {});
  CAPTURE(std::string(word.text), line, at::name(result.meaning), at::name(result.damage), result.resembles);
  if (result.damage != Damage::none) {
    CHECK(!result.resembles.empty());
    CHECK(result.confidence != at::Confidence::none);
    if (result.meaning != word.meaning) CHECK(result.role == Role::information);
    return;
  }
  const std::string_view text = result.word;
  if (result.slips != 0) { // a bell, a blank more, its case: tolerated, and said so
    if (at::has(result.slips, at::Slip::odd_terminator))
      CHECK(line.find_first_of("\a\b\v\f\x11\x13\x1A\x7F") != std::string::npos);
    CHECK(at::detail::find_word(at::detail::Canonical(text)) != nullptr);
    return;
  }
  // Names of other commands' replies, and an echoed command.
  const bool other_name = text.substr(0, 2) == "AT" || text.substr(0, 1) == "+";
  if (!other_name) CHECK(at::detail::find_word(at::detail::Canonical(text)) != nullptr);
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), at::detail::is_digit); }

} // namespace

TEST_CASE("every word survives no flipped, lost or inserted byte as a clean one") {
  for (const auto& word : at::detail::words()) {
    if (has_digit(word.text)) continue;
    const std::string text(word.text);
    const std::string tail = tail_for(word.form);
    for (std::size_t at = 0; at < text.size(); ++at) {
      for (int bit = 0; bit < 8; ++bit) {
        std::string damaged = text;
        damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ (1U << bit));
        const bool at_edge = at == 0 || at + 1 == text.size();
        const bool ends_line = damaged[at] == '\r' || damaged[at] == '\n' || (damaged[at] == '\0' && at_edge);
        if (!ends_line) check_one_byte_damaged(word, damaged + tail);
      }
      check_one_byte_damaged(word, std::string(text).erase(at, 1) + tail);
    }
    for (std::size_t at = 1; at < text.size(); ++at)
      check_one_byte_damaged(word, std::string(text).insert(at, 1, '\0') + tail);
    for (std::size_t at = 0; at <= text.size(); ++at)
      for (const char inserted : {'\x8e', '\xff', '\x01', '\x1b', '~', '5', ' ', '.', '}'})
        check_one_byte_damaged(word, std::string(text).insert(at, 1, inserted) + tail);
  }
}

TEST_CASE("every word with parity is damaged by parity, for certain") {
  for (const auto parity : {Parity::even, Parity::odd, Parity::mark})
    for (const auto& word : at::detail::words()) {
      const std::string clean = std::string(word.text) + tail_for(word.form);
      const std::string line = with_parity(clean, parity);
      if (line == clean) continue;
      const auto result = at::classify(line, {});
      CAPTURE(clean, at::name(result.damage), result.resembles);
      CHECK(result.damage == Damage::parity);
      CHECK(result.resembles == at::classify(clean, {}).word.substr(0, result.resembles.size()));
      CHECK(!result.resembles.empty());
      CHECK(result.confidence == at::Confidence::certain);
      CHECK(result.role == Role::information);
    }
}

TEST_CASE("some top bits that are no parity are noise") {
  check_damaged("\xc2U\xd3Y", Damage::noise, "BUSY");
  CHECK(at::classify("\xc2U\xd3Y", {}).confidence == at::Confidence::certain);
}

TEST_CASE("how sure it is that a word was meant") {
  using at::Confidence;
  const auto confidence = [](std::string_view line) { return at::classify(line, {}).confidence; };
  CHECK(confidence("BUSY") == Confidence::none);
  CHECK(confidence("B\x8eUSY") == Confidence::likely);
  CHECK(confidence("NO CARIER") == Confidence::likely);
  CHECK(confidence("bUSY") == Confidence::likely);
  CHECK(confidence("OJ") == Confidence::possible);
  CHECK(confidence("K") == Confidence::possible);
  CHECK(confidence("oK") == Confidence::possible);
  CHECK(confidence("NO DIALxTONE") == Confidence::possible); // NO DIALTONE or NO DIAL TONE
  CHECK(confidence("\x9e\xb5NO CARRIER") == Confidence::certain);
  CHECK(confidence(with_parity("BUSY", Parity::mark)) == Confidence::certain);
  CHECK(confidence(with_parity("U.S. Robotics 56K FAX", Parity::even)) == Confidence::none);
  CHECK(confidence("\x9e\xb5") == Confidence::none);
  CHECK(confidence("CONNECT 96\x8e"
                   "00") == Confidence::certain);
}

TEST_CASE("names of other replies and echoed commands are no damaged words") {
  for (const char* text : {"+MS: V34", "+MR: 1", "+ES: 3,0,2", "+CR: ASYNC", "+CLIR: 0,1", "ATA",
                           "RATE = 9600", "ERRORS 0", "Carrier detect", "PORT", "S00=000"}) {
    CAPTURE(text);
    CHECK(at::classify(text, {}).damage == Damage::none);
  }
}

TEST_CASE("replies of other commands are themselves") {
  for (const char* text : {"+CDIP: \"1\"", "+MSC: 1", "+ESR: 1", "PROTOCOLS: LAPM", "COMPRESSIONS: 3"}) {
    CAPTURE(text);
    CHECK(at::classify(text, {}).meaning == Meaning::info);
    CHECK(at::classify(text, {}).damage == Damage::none);
  }
  CHECK(at::classify("+FCO", {}).meaning == Meaning::fax_answer); // T.32
}

TEST_CASE("a letter that has come into a long name is noise") {
  check_damaged("+FCERROxR", Damage::noise, "+FCERROR");
  check_damaged("PROTOxCOL: LAPM", Damage::noise, "PROTOCOL");
  check_damaged("COMPRXESSION: V42BIS", Damage::noise, "COMPRESSION");
  check_damaged("MODULATxION: V34", Damage::noise, "MODULATION");
  check_damaged("+CME ERRxOR: 3", Damage::noise, "+CME ERROR");
  check_damaged("DATxE = 0101", Damage::noise, "DATE");
}

TEST_CASE("two results without a line end between them are noise, and so is a long one behind other bytes") {
  check_damaged("NO CARRIERRING", Damage::noise, "NO CARRIER");
  check_damaged("RINGNO CARRIER", Damage::noise, "NO CARRIER");
  check_damaged("CONNECTNO CARRIER", Damage::noise, "NO CARRIER");
  check_damaged("UUUUUNO CARRIER", Damage::noise, "NO CARRIER");
  check_damaged("{}|~NO CARRIER", Damage::noise, "NO CARRIER");
  for (const char* text : {"HELLO NO CARRIER", "SWITCHBUSY", "DATAFAX"}) {
    CAPTURE(text);
    CHECK(at::classify(text, {}).damage == Damage::none);
  }
}

TEST_CASE("words that only a dialect has are damaged as others are") {
  static constexpr at::DialectRow rows[] = {{1, "BESETZT", Meaning::busy},
                                            {2, "KEINE ANTWORT", Meaning::no_answer},
                                            {3, "JA", Meaning::ok},
                                            {4, "VERBUNDEN 1200", Meaning::connect}};
  const at::Dialect german{"german", "German", "a test", rows};
  const auto read = [&](std::string_view line) { return at::classify(line, {&german, {}}); };
  for (const std::string line : {"BE\x8eSETZT", "BEETZT", "BERETZT", "BESETZTX",
                                 "\x8e"
                                 "BESETZT"}) {
    CAPTURE(line);
    CHECK(read(line).role == Role::information);
    CHECK(read(line).damage == Damage::noise);
    CHECK(read(line).resembles == "BESETZT");
    CHECK(read(line).confidence == at::Confidence::likely);
  }
  for (const auto parity : {Parity::even, Parity::odd, Parity::mark}) {
    const std::string line = with_parity("KEINE ANTWORT", parity);
    CHECK(read(line).damage == Damage::parity);
    CHECK(read(line).resembles == "KEINE ANTWORT");
    CHECK(read(line).confidence == at::Confidence::certain);
  }
  CHECK(read("BESETZT").damage == Damage::none);
  CHECK(read("BE\x8eSETZT").resembles.data() == rows[0].word.data());
  CHECK(read("Die Leitung ist besetzt").damage == Damage::none);
  CHECK(read("JU").damage == Damage::none);             // chance makes short words
  CHECK(read("VERBUNDEN 1300").damage == Damage::none); // another digit makes another word
  CHECK(read("B\x8eUSY").resembles == "BUSY");
}

TEST_CASE("noise without end is looked at within bounds") {
  std::string flood;
  for (unsigned i = 0; i < 100'000; ++i) flood += static_cast<char>(i * 167 + i / 255);
  CHECK(at::classify(flood, {}).role == Role::information);
  CHECK(at::classify(with_parity(std::string(100'000, 'a'), Parity::even), {}).damage == Damage::parity);
}
