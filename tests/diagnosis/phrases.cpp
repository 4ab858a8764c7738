#include "harness/diagnosis/phrases.hpp"
#include "tests/catch.hpp"
#include "tests/diagnosis/a_call.hpp"

using namespace dialbench;
using namespace dialbench::diagnosis;
using namespace dialbench::tests;

namespace {

std::string filled_for(std::string_view sentence, const Call& call) {
  const auto outcome = call.outcome();
  return filled(sentence, Facts(outcome));
}

} // namespace

TEST_CASE("placeholders are filled with the facts") {
  const auto call = a_call().ringing(3).then("NO CARRIER", at::Meaning::no_carrier, 20s);
  CHECK(filled_for("{after} / {wait} / {silence}", call) == "20.0 s / 23.0 s / 6.0 s");
  CHECK(filled_for("{s7}, X{x}, {rings}, {word}", call) == "50 s, X4, 3 rings, NO CARRIER");
  CHECK(filled_for("{number}: {digits} digits, {length} characters", call) ==
        "5550179: 7 digits, 11 characters");
  CHECK(filled_for("{rings}", a_call().ringing(1)) == "1 ring");
}

TEST_CASE("what is not known is said as such") {
  const auto call = a_call().s7_unknown().x_unknown().no_reply();
  CHECK(filled_for("{after}, {s7}, {x}, {word}", call) == "an unknown time, 50 s assumed, ?, nothing");
}

TEST_CASE("braces that are no placeholder stay as they are") {
  CHECK(filled_for("{nobody} } { {", a_call()) == "{nobody} } { {");
  CHECK(filled_for("", a_call()).empty());
  CHECK_FALSE(is_placeholder("nobody"));
  CHECK(is_placeholder("after"));
}

TEST_CASE("damage is described, and the word that it comes near to") {
  const auto call = a_call().unknown("B\x8eSY", at::Damage::noise, "BUSY");
  CHECK(filled_for("{resembles}: {damage}", call) == "BUSY: single bytes are flipped, lost or added");
  CHECK(filled_for("{resembles}", a_call()) == "no known word");
}

TEST_CASE("a modem's text cannot smuggle controls into a sentence, nor fill the page") {
  CHECK(quoted_text("OK\x1b[2J\r\n") == "OK\\x1B[2J\\x0D\\x0A");
  CHECK(quoted_text("\xff") == "\\xFF");
  CHECK(quoted_text(std::string(60, 'a')) == std::string(60, 'a'));
  CHECK(quoted_text(std::string(61, 'a')) == std::string(60, 'a') + "...");
}
