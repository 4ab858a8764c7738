#include "at/pattern.hpp"

#include "at/connect.hpp"
#include "at/interpreter.hpp"
#include "at/owned_dialect.hpp"
#include "at/result.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace dialbench;
using at::Meaning;

namespace {

bool fits(std::string_view pattern, std::string_view text) {
  return at::match_pattern(pattern, text).has_value();
}

at::OwnedRow row(std::string word, Meaning meaning, bool error_control = false) {
  at::OwnedRow made;
  made.word = std::move(word);
  made.meaning = meaning;
  made.link.error_control = error_control;
  made.pattern = true;
  return made;
}

at::OwnedDialect patterns(std::vector<at::OwnedRow> rows) {
  at::DialectParts parts;
  parts.id = "mine";
  parts.rows = std::move(rows);
  return at::OwnedDialect(std::move(parts));
}

} // namespace

TEST_CASE("gaps take digits, one character or anything") {
  CHECK(fits("NO CARRIER", "no carrier"));
  CHECK(!fits("NO CARRIER", "NO CARRIE"));
  CHECK(!fits("NO CARRIER", "NO CARRIERS"));
  CHECK(fits("K<?>INE ANTWORT", "KEINE ANTWORT"));
  CHECK(!fits("K<?>INE ANTWORT", "KINE ANTWORT"));
  CHECK(fits("AUFGELEGT<ignore>", "AUFGELEGT"));
  CHECK(fits("AUFGELEGT<ignore>", "AUFGELEGT 12"));
  CHECK(fits("<ignore>BESETZT<ignore>", "DIE LEITUNG IST BESETZT JETZT"));
  CHECK(fits("CONNECT <ignore>/ARQ<ignore>", "CONNECT 9600/ARx/ARQ/V32"));
  CHECK(!fits("CONNECT <ignore>/ARQ<ignore>", "CONNECT 9600/V32"));
  CHECK(fits("<ignore>AB", "AABAB"));
  CHECK(fits("A<<B", "A<B"));
  CHECK(fits("A<B", "A<B"));
  CHECK(!fits("<connectbps>", ""));
  CHECK(!fits("<connectbps>", "99999999999999"));
  CHECK(fits("", ""));
  CHECK(!fits("", "A"));
}

TEST_CASE("each rate is taken from its own gap") {
  const auto both = at::match_pattern("CONNECT <carrierbps>/EC <connectbps>", "CONNECT 9600/EC 38400");
  REQUIRE(both);
  CHECK(both->dce == 9600);
  CHECK(both->dte == 38400);
  const auto behind = at::match_pattern("<ignore> <connectbps>", "A 1 B 9600");
  REQUIRE(behind);
  CHECK(behind->dte == 9600);
  CHECK(behind->dce == 0);
}

TEST_CASE("what a pattern asks for are its own characters") {
  CHECK(at::literal_characters("CONNECT <connectbps>/EC") == 10);
  CHECK(at::literal_characters("<ignore>") == 0);
  CHECK(at::literal_characters("<<") == 1);
  CHECK(at::literal_characters("") == 0);
}

TEST_CASE("many gaps against a long line come to an end") {
  std::string pattern;
  for (int i = 0; i < 100; ++i) pattern += "<ignore>A";
  CHECK(!fits(pattern + "B", std::string(1000, 'A')));
  CHECK(fits(pattern, std::string(1000, 'A')));
}

TEST_CASE("a dialect's patterns are tried behind its words, what asks for most first") {
  const auto dialect =
      patterns({row("\r\nCONNECT <connectbps>\r\n", Meaning::connect),
                row("CONNECT <connectbps>/ARQ<ignore>", Meaning::connect, true),
                row("BESETZT <ignore>", Meaning::busy), row("<ignore>", Meaning::no_carrier)});
  CHECK(dialect.view().patterns.size() == 3); // a line of anything is no word
  const auto link = [&](std::string_view line) {
    at::Link told;
    at::add_result(told, at::classify(line, {&dialect.view(), {}}));
    return told;
  };
  const auto plain = link("CONNECT 38400");
  CHECK(plain.dte == 38400U);
  CHECK(!plain.dce_receive);
  CHECK(!plain.rate_kind_assumed);
  CHECK(plain.error_control.empty());
  CHECK(link("CONNECT 38400/ARQ/LAPM").error_control == "LAPM");
  CHECK(link("CONNECT 38400/ARQ/V32").error_control == "ARQ");
  CHECK(link("CONNECT 38400/ARQ/V32").dte == 38400U);
  CHECK(at::classify("besetzt  bitte warten", {&dialect.view(), {}}).meaning == Meaning::busy);
  CHECK(at::classify("CONNECT 96\x8e", {&dialect.view(), {}}).damage != at::Damage::none);
}

TEST_CASE("the interpreter asks the patterns too") {
  const auto dialect = patterns({row("<ignore>BESETZT<ignore>", Meaning::busy)});
  at::Interpreter interpreter;
  interpreter.set_dialect(&dialect.view());
  Meaning meaning = Meaning::ok;
  interpreter.feed("\r\nDie Leitung ist besetzt.\r\n",
                   [&](const at::Event& event) { meaning = event.meaning; });
  CHECK(meaning == Meaning::busy);
}
