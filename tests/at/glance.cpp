#include "at/glance.hpp"

#include "at/dialect.hpp"
#include "at/words.hpp"
#include "tests/catch.hpp"

#include <random>
#include <string>
#include <vector>

using namespace dialbench;
using at::Damage;
using at::Digits;
using at::Meaning;

namespace {

// Results agree, in all that they say.
bool same(const at::Result& a, const at::Result& b) {
  return a.meaning == b.meaning && a.role == b.role && a.word == b.word && a.number == b.number &&
         a.ambiguous == b.ambiguous && a.slips == b.slips && a.damage == b.damage &&
         a.resembles == b.resembles && a.confidence == b.confidence && a.row == b.row &&
         a.verbose == b.verbose;
}

// Fails where a glance is sure of what a closer look sees otherwise.
void check_glance(const std::string& line) {
  for (const Digits digits : {Digits::text, Digits::result}) {
    const at::Result closely = at::detail::look_closely(line, {nullptr, digits});
    const at::Result result = at::classify(line, {nullptr, digits});
    if (same(closely, result)) continue;
    CAPTURE(line, at::name(closely.meaning), at::name(result.meaning), at::name(closely.damage),
            at::name(result.damage), closely.resembles, closely.word, result.word);
    FAIL("a glance sees another result than a closer look");
  }
}

std::vector<std::string> lines() {
  std::vector<std::string> all = {"",
                                  " ",
                                  "7",
                                  "11",
                                  "33600",
                                  "CONNECT 115200/V34 33600/V42bis",
                                  "CONNECT 57600/Async. To Sync. MLPPP",
                                  "CARRIER  Transmit: 33600 Receive: 46667",
                                  "Connect the modem to the line",
                                  "U.S. Robotics 56K FAX EXT V4.8.11",
                                  "S00=000  S01=000  S02=043  S03=013",
                                  "B0  E1  F1  M1  Q0  V1  X4  Y0",
                                  "NO DIALUP ACCOUNT FOR THIS USER",
                                  "hello NO CARRIER",
                                  "+GCAP: +FCLASS,+MS,+ES,+DS",
                                  "ATDT5551234",
                                  "----------",
                                  "Fax!",
                                  "OK!!",
                                  "~RING~",
                                  "Protocol: LAPM",
                                  "PROTOCOL:\tLAPM",
                                  "NO\tCARRIER",
                                  "~\xff}#\xc0!}!}!} }4}\"}&} } } } }%}&",
                                  std::string(63, 'A'),
                                  std::string(64, 'a'),
                                  std::string(65, 'b') + "\xff",
                                  std::string(500, '\x9e')};
  for (const auto& word : at::detail::words())
    for (const char* tail :
         {"", " 2", " 33600", ": X", " = X", " <0>", "...", " (a)", "/ARQ", "  9", "!", "5"})
      all.push_back(std::string(word.text) + tail);
  return all;
}

} // namespace

TEST_CASE("a glance and a closer look agree on every word, its tails and its cases") {
  for (const std::string& line : lines()) {
    check_glance(line);
    std::string small = line;
    for (char& c : small)
      if (at::detail::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    check_glance(small);
    if (!small.empty()) small[0] = at::detail::to_upper(small[0]);
    check_glance(small);
    for (const char* around : {" ", "\t", "\x11", "!", "+", "~", "\r\n", "\x8d"}) {
      check_glance(around + line);
      check_glance(line + around);
      check_glance(around + line + around);
    }
  }
}

TEST_CASE("a glance and a closer look agree on every single changed, lost and inserted byte") {
  for (const auto& word : at::detail::words()) {
    const std::string text = std::string(word.text) + (word.form == at::detail::Form::key     ? ": X"
                                                       : word.form == at::detail::Form::field ? " = X"
                                                       : word.form == at::detail::Form::link  ? " 9600"
                                                                                              : "");
    for (std::size_t at = 0; at <= text.size(); ++at) {
      if (at < text.size()) {
        for (int bit = 0; bit < 8; ++bit) {
          std::string line = text;
          line[at] = static_cast<char>(static_cast<unsigned char>(line[at]) ^ (1U << bit));
          check_glance(line);
        }
        check_glance(std::string(text).erase(at, 1));
        check_glance(std::string(text).replace(at, 1, "Q"));
      }
      for (const char inserted : {'\x8e', '\x01', ' ', '.', '5', 'Q', 'q', '~', '\t'})
        check_glance(std::string(text).insert(at, 1, inserted));
    }
  }
}

TEST_CASE("a glance and a closer look agree on chance mixtures of words and bytes") {
  const unsigned seed = GENERATE(1U, 2U, 3U);
  std::mt19937 random(seed);
  const std::vector<std::string> all = lines();
  CAPTURE(seed);
  for (int round = 0; round < 10'000; ++round) {
    std::string line = all[random() % all.size()];
    for (unsigned changes = random() % 4; changes > 0; --changes) {
      const std::size_t at = random() % (line.size() + 1);
      const auto byte = static_cast<char>(random() % 8 == 0   ? '\t'
                                          : random() % 3 == 0 ? random()
                                                              : ' ' + random() % 95);
      if (random() % 3 == 0 && at < line.size())
        line.erase(at, 1);
      else if (random() % 2 == 0 && at < line.size())
        line[at] = byte;
      else
        line.insert(at, 1, byte);
    }
    check_glance(line);
    std::string noise(random() % 40, ' ');
    for (char& c : noise) c = static_cast<char>(random());
    check_glance(noise);
    check_glance(noise + line);
    check_glance(noise + "\t" + line);
    check_glance(line + "\t" + noise);
  }
}

TEST_CASE("most lines need no closer look") {
  const auto sure = [](std::string_view line) { return at::detail::glance(line, Digits::text).sure(); };
  for (const char* line :
       {"OK", "NO CARRIER", "CONNECT 33600/ARQ", "PROTOCOL: LAPM", "Protocol: LAPM", "DATE = 0823",
        "Link Diagnostics...", "S00=000  S01=000", "33600", "~\xff}#\xc0!}!}!} }4"}) {
    CAPTURE(line);
    CHECK(sure(line));
  }
  for (const char* line : {"busy", " BUSY", "BUSX", "B\x8eUSY", "NO  CARRIER"}) {
    CAPTURE(line);
    CHECK(!sure(line));
  }
}

TEST_CASE("a line that begins as no word of a dialect is none of them") {
  static constexpr at::DialectRow rows[] = {{1, "Hello 2", Meaning::connect}};
  static constexpr at::DialectRow spellings[] = {{-1, "BYE", Meaning::no_carrier}};
  at::Dialect mine{"mine", "Mine", "a test", rows};
  mine.spellings = spellings;
  at::detail::DialectStarts starts;
  CHECK(!starts.may_have("HELLO THERE"));
  starts.set(&mine);
  CHECK(starts.may_have("hello 2"));
  CHECK(starts.may_have("Bye"));
  CHECK(!starts.may_have("BUSY"));
  starts.set(nullptr);
  CHECK(!starts.may_have("Bye"));
  // Damage may have changed how a longer one begins.
  static constexpr at::DialectRow longer[] = {{-1, "QUIT", Meaning::no_carrier}};
  mine.spellings = longer;
  starts.set(&mine);
  CHECK(starts.may_have("BUIT"));
}
