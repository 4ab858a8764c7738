#include "harness/app/modem_word.hpp"

#include "at/meaning.hpp"
#include "at/words.hpp"
#include "harness/evidence/outcome_class.hpp"
#include "tests/app/program.hpp"
#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace dialbench::app {

TEST_CASE("every word of the result table is a failure or has a sentence of its own") {
  using at::Meaning;
  const std::set<Meaning> failures = {Meaning::command_error, Meaning::voice_answer, Meaning::fax_answer,
                                      Meaning::fcerror,       Meaning::no_carrier,   Meaning::no_dialtone,
                                      Meaning::line_in_use,   Meaning::busy,         Meaning::no_answer,
                                      Meaning::blacklisted,   Meaning::delayed};
  for (const auto& word : at::detail::words()) {
    CAPTURE(word.text);
    const auto found = modem_word(word.text);
    if (failures.contains(word.meaning)) {
      CHECK_FALSE(found);
      continue;
    }
    REQUIRE(found);
    CHECK(found->word == word.text);
    CHECK(found->in_capitals);
    CHECK(found->meaning == at::name(word.meaning));
    const auto text = modem_word_text(*found, report::Style{});
    CHECK_THAT(text, StartsWith(std::string(word.text) + "\n"));
    CHECK_THAT(text, ContainsSubstring("no failure"));
    CHECK(tests::fits_the_page(text));
  }
}

TEST_CASE("what stands behind a word makes it no other, and what is no word is none") {
  CHECK(modem_word("CARRIER 33600")->word == "CARRIER");
  CHECK(modem_word("CONNECT 33600/ARQ")->word == "CONNECT");
  CHECK(modem_word("PROTOCOL: LAPM")->word == "PROTOCOL");
  CHECK_FALSE(modem_word("ok")->in_capitals);
  for (const auto* none : {"", "name", "BUSY", "NO CARRIER", "678", "CONNECTED TO NOTHING", "xyzzy"})
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

} // namespace dialbench::app
