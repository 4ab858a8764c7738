#include "harness/app/modem_word.hpp"

#include "at/meaning.hpp"
#include "at/words.hpp"
#include "harness/app/classify_line.hpp"
#include "tests/app/program.hpp"
#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace dialbench::app {

namespace {
// As classify tells it: with what the word's form asks for behind it.
std::optional<int> code_classified(const at::detail::Word& word) {
  std::string line(word.text);
  switch (word.form) {
  case at::detail::Form::counted: line += " 2"; break;
  case at::detail::Form::link: line += " 33600"; break;
  case at::detail::Form::key: line += ": 3"; break;
  case at::detail::Form::field: line += " = 3"; break;
  default: break;
  }
  const auto classified = LineClassifier(nullptr).text(line);
  CHECK(classified.result.meaning == word.meaning);
  return classified.code;
}
} // namespace

TEST_CASE("every word of the result table has the code that classify gives it, or a sentence of its own") {
  int failures = 0;
  for (const auto& word : at::detail::words()) {
    CAPTURE(word.text);
    const auto found = modem_word(word.text);
    REQUIRE(found);
    CHECK(found->word == word.text);
    CHECK(found->in_capitals);
    CHECK(found->meaning == at::name(word.meaning));
    CHECK(found->code == code_classified(word));
    CHECK(found->sentence.empty() == found->code.has_value());
    if (found->code) {
      ++failures;
      continue;
    }
    const auto text = modem_word_text(*found, report::Style{});
    CHECK_THAT(text, StartsWith(std::string(word.text) + "\n"));
    CHECK_THAT(text, ContainsSubstring("no failure"));
    CHECK(tests::fits_the_page(text));
  }
  CHECK(failures > 40);
}

TEST_CASE("explain of a word that is a failure shows the code that classify gives it", "[binary]") {
  for (const auto& word : at::detail::words()) {
    const auto code = code_classified(word);
    if (!code) continue;
    CAPTURE(word.text);
    const auto ran = tests::run_program("explain '" + std::string(word.text) + "'");
    CHECK(ran.status == 0);
    CHECK_THAT(ran.out, StartsWith(std::to_string(*code) + ' '));
    CHECK(tests::fits_the_page(ran.out));
  }
}

TEST_CASE("what stands behind a word makes it no other, and what is no word is none") {
  CHECK(modem_word("CARRIER 33600")->word == "CARRIER");
  CHECK(modem_word("CONNECT 33600/ARQ")->word == "CONNECT");
  CHECK(modem_word("PROTOCOL: LAPM")->word == "PROTOCOL");
  CHECK_FALSE(modem_word("ok")->in_capitals);
  CHECK(modem_word("BUSY 91")->code == 676);
  CHECK(modem_word("NO CARRIER/E0010")->code == 679);
  CHECK(modem_word("CALL LOCKED: 3")->code == 775);
  CHECK(modem_word("DATA")->code == 677);
  CHECK(modem_word("handset in use")->code == 680);
  CHECK(modem_word("call locked")->code == 775);
  for (const auto* none : {"", "name", "678", "CONNECTED TO NOTHING", "xyzzy", "BUSY LINE", "NO CARRIERS"})
    CHECK_FALSE(modem_word(none));
}

TEST_CASE("explain tells what a word of a modem means", "[binary]") {
  using tests::run_program;
  for (const std::string word :
       {"CONNECT", "OK", "RING", "RINGING", "CARRIER", "PROTOCOL", "'CARRIER 33600'"}) {
    CAPTURE(word);
    const auto ran = run_program("explain " + word);
    CHECK(ran.status == 0);
    CHECK_THAT(ran.out, ContainsSubstring("A word of a modem, and no failure: it has no code.\n"));
    CHECK(tests::fits_the_page(ran.out));
  }
  CHECK_THAT(run_program("explain ok").out, StartsWith("OK\n"));
  CHECK_THAT(run_program("explain CARRIER").out, ContainsSubstring("dialbench explain carrier\n"));
  CHECK_THAT(run_program("explain carrier").out, StartsWith("679 "));
  const auto data = nlohmann::json::parse(run_program("explain --json CONNECT 33600").out);
  CHECK(data["schema"] == "dialbench.word/1");
  CHECK(data["word"] == "CONNECT");
  CHECK(data["code"].is_null());
}

TEST_CASE("in small letters a word is searched for first, and its code used where nothing is found",
          "[binary]") {
  using tests::run_program;
  CHECK_THAT(run_program("explain disconnect").out, StartsWith("617 "));
  CHECK_THAT(run_program("explain DISCONNECT").out, StartsWith("679 "));
  CHECK_THAT(run_program("explain DISCONNECT").out, ContainsSubstring("617 ERROR_ALREADY_DISCONNECTING"));
  CHECK_THAT(run_program("explain handset in use").out, StartsWith("680 "));
  CHECK_THAT(run_program("explain BUSY 91").out, StartsWith("676 "));
  const auto data = nlohmann::json::parse(run_program("explain --json DATA").out);
  CHECK(data["code"] == 677);
  CHECK(data["also"].is_array());
}

} // namespace dialbench::app
