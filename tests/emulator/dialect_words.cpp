#include "harness/emulator/dialect_words.hpp"

#include "at/result.hpp"
#include "harness/emulator/result_writer.hpp"
#include "harness/emulator/words.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::emulator;

namespace {

// What a program hears that knows the dialect: the line without its ends, understood.
at::Result heard(std::string said, const at::Dialect& dialect, bool verbose) {
  static std::string line; // the result views it
  line = std::move(said);
  std::erase_if(line, [](char c) { return c == '\r' || c == '\n'; });
  return at::classify(line, {&dialect, verbose ? at::Digits::text : at::Digits::result});
}

struct Spoken {
  std::string_view word;
  at::Meaning meaning;
  at::Meaning otherwise; // where the dialect has no word for it
};
constexpr Spoken all[] = {
    {words::ok, at::Meaning::ok, at::Meaning::ok},
    {words::connect, at::Meaning::connect, at::Meaning::connect},
    {words::ring, at::Meaning::ring, at::Meaning::ring},
    {words::no_carrier, at::Meaning::no_carrier, at::Meaning::no_carrier},
    {words::error, at::Meaning::command_error, at::Meaning::command_error},
    {words::no_dialtone, at::Meaning::no_dialtone, at::Meaning::no_dialtone},
    {words::busy, at::Meaning::busy, at::Meaning::busy},
    {words::no_answer, at::Meaning::no_answer, at::Meaning::no_carrier},
    {words::voice, at::Meaning::voice_answer, at::Meaning::no_carrier},
    {words::fax, at::Meaning::fax_answer, at::Meaning::no_carrier},
    {words::delayed, at::Meaning::delayed, at::Meaning::command_error},
    {words::blacklisted, at::Meaning::blacklisted, at::Meaning::command_error},
    {words::line_in_use, at::Meaning::line_in_use, at::Meaning::no_dialtone},
};

} // namespace

TEST_CASE("what a modem says in a dialect reads as what was meant, in words and in numbers") {
  for (const at::Dialect* dialect : at::dialects()) {
    Habits habits;
    habits.dialect = dialect;
    for (const bool verbose : {true, false}) {
      Settings settings;
      settings.verbose = verbose;
      const ResultWriter writer(settings, habits);
      for (const auto& each : all) {
        CAPTURE(dialect->id, verbose, each.word);
        const bool known = std::ranges::any_of(
            dialect->rows, [&](const at::DialectRow& row) { return row.meaning == each.meaning; });
        CHECK(heard(writer.final(each.word), *dialect, verbose).meaning ==
              (known ? each.meaning : each.otherwise));
      }
    }
  }
}

TEST_CASE("every row of every dialect comes back with its meaning") {
  for (const at::Dialect* dialect : at::dialects()) {
    Habits habits;
    habits.dialect = dialect;
    for (const bool verbose : {true, false}) {
      Settings settings;
      settings.verbose = verbose;
      const ResultWriter writer(settings, habits);
      for (const auto& row : dialect->rows) {
        CAPTURE(dialect->id, row.number, row.word, verbose);
        const bool on_the_way = at::role(row.meaning) == at::Role::intermediate;
        const auto said = on_the_way ? writer.progress(row.word) : writer.final(row.word);
        CHECK(heard(said, *dialect, verbose).meaning == row.meaning);
      }
    }
  }
}

TEST_CASE("words are those of the dialect") {
  const auto in = [](const char* id) { return at::find_dialect(id); };
  CHECK(spoken("NO DIALTONE", in("usr")) == "NO DIAL TONE");
  CHECK(spoken("NO DIALTONE", in("conexant")) == "NO DIALTONE");
  CHECK(spoken("NO DIALTONE", in("telebit")) == "NO DIALTONE");
  CHECK(spoken("RINGING", in("telebit")) == "RRING");
  CHECK(spoken("VOICE", in("usr")) == "VOICE");
  CHECK(spoken("VOICE", in("conexant")) == "NO CARRIER");
  CHECK(spoken("BLACKLISTED", in("si24xx")) == "BLACKLISTED");
  CHECK(spoken("NO ANSWER", in("motorola_v3229")) == "NO CARRIER");
  CHECK(spoken("VOICE", nullptr) == "VOICE");
  CHECK(spoken("CONNECT 9600", in("usr")) == "CONNECT 9600");
  CHECK(spoken("any text", in("usr")) == "any text");
}

TEST_CASE("numbers are those of the dialect") {
  const auto* usr = at::find_dialect("usr");
  CHECK(number_of("NO DIAL TONE", usr) == 6U);
  CHECK(number_of("VOICE", usr) == 12U);
  CHECK(number_of("CONNECT 28800/ARQ/V34", usr) == 118U);
  CHECK(number_of("CONNECT 28800/ARQ/V34/LAPM/V42BIS", usr) == 118U);
  CHECK(number_of("CONNECT 28800/ARQ/V90", usr) == 108U);
  CHECK(number_of("CONNECT 33600/ARQ/V34", usr) == 1U);
  CHECK(number_of("CONNECT 33600 EC", at::find_dialect("lucent")) == 60U);
  CHECK(number_of("CONNECT 2400", at::find_dialect("multitech")) == 9U);
  CHECK_FALSE(number_of("MEDIUM", usr));
}

TEST_CASE("without a dialect the numbers are Conexant's") {
  CHECK(number_of("OK") == 0U);
  CHECK(number_of("NO ANSWER") == 8U);
  CHECK(number_of("CONNECT 33600") == 84U);
  CHECK(number_of("CONNECT 33600/ARQ") == 84U);
  CHECK_FALSE(number_of("VOICE"));
  CHECK_FALSE(number_of(""));
}

TEST_CASE("X7 of USR has no VOICE, X5 and X6 have") {
  Habits habits;
  habits.dialect = at::find_dialect("usr");
  Settings settings;
  const ResultWriter writer(settings, habits);
  for (const unsigned x : {5U, 6U}) {
    settings.x = x;
    CHECK(writer.final("VOICE") == "\r\nVOICE\r\n");
  }
  settings.x = 7;
  CHECK(writer.final("VOICE") == "\r\nNO CARRIER\r\n");
  CHECK(writer.final("BUSY") == "\r\nBUSY\r\n");
  CHECK(writer.progress("RINGING") == "\r\nRINGING\r\n");
  settings.verbose = false;
  CHECK(writer.final("VOICE") == "3\r");
  habits.dialect = nullptr;
  settings.verbose = true;
  CHECK(writer.final("VOICE") == "\r\nVOICE\r\n");
}
