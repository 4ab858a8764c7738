#include "at/words.hpp"

#include "at/result.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <set>
#include <string>

using namespace dialbench;
using at::detail::Form;

namespace {

// A line in the form that the table promises to know.
std::string line_for(const at::detail::Word& word) {
  const std::string text(word.text);
  switch (word.form) {
  case Form::whole: return text;
  case Form::counted: return text + " 2";
  case Form::link: return text + " 33600";
  case Form::key: return text + ": X";
  case Form::field: return text + " = X";
  case Form::open: return text + " <0>";
  }
  return text;
}

} // namespace

TEST_CASE("every row of words.def is recognised, in capitals, in small letters, and with blanks around it") {
  for (const auto& word : at::detail::words()) {
    const std::string line = line_for(word);
    CAPTURE(line);
    const auto clean = at::classify(line, {});
    CHECK(clean.meaning == word.meaning);
    CHECK(clean.word == line);
    CHECK(clean.slips == 0);
    CHECK(clean.damage == at::Damage::none);

    std::string small = line;
    for (char& c : small)
      if (at::detail::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    CHECK(at::classify(small, {}).meaning == word.meaning);
    CHECK(at::has(at::classify(small, {}).slips, at::Slip::lower_case) == (word.form != Form::key));

    const std::string padded_line = "  " + line + " ";
    const auto padded = at::classify(padded_line, {});
    CHECK(padded.meaning == word.meaning);
    CHECK(padded.word == line);
    CHECK(at::has(padded.slips, at::Slip::blanks));
  }
}

TEST_CASE("no row of words.def stands there twice") {
  std::set<std::pair<Form, std::string_view>> seen;
  for (const auto& word : at::detail::words()) {
    CAPTURE(word.text);
    CHECK(seen.emplace(word.form, word.text).second);
  }
}

TEST_CASE("a canonical line has single blanks and both cases, and is bounded") {
  const at::detail::Canonical line(" no \t carrier ");
  CHECK(line.upper() == "NO CARRIER");
  CHECK(line.text() == "no carrier");
  CHECK(line.blanks());
  CHECK(!at::detail::Canonical("NO CARRIER").blanks());
  CHECK(at::detail::Canonical("").upper().empty());
  CHECK(at::detail::Canonical("   ").upper().empty());
  CHECK(at::detail::Canonical(std::string(5000, 'x')).upper().size() == at::detail::Canonical::size_max);
}

TEST_CASE("one letter of the other case is a flipped bit, more of them are a habit") {
  using at::detail::Case;
  for (const char* upper : {"NO CARRIER", "OK", "+F4", "123"})
    CHECK(at::detail::letter_case(upper) == Case::upper);
  for (const char* lower : {"no carrier", "No Carrier", "No carrier", "Ok", "ok", "BuSy"})
    CHECK(at::detail::letter_case(lower) == Case::lower);
  for (const char* off : {"bUSY", "BUsY", "oK", "NO cARRIER", "nO CARRIER"})
    CHECK(at::detail::letter_case(off) == Case::one_letter_off);
}

TEST_CASE("a bare word is found by its bytes, and nothing else is") {
  const auto exact = [](std::string_view text) {
    return at::detail::find_exact(text, at::detail::front_of(text.data(), text.size()),
                                  at::detail::back_of(text.data(), text.size()));
  };
  for (const auto& word : at::detail::words()) {
    CAPTURE(std::string(word.text));
    const auto* const found = exact(word.text);
    if (found != nullptr) {
      const auto* const closely = at::detail::find_word(at::detail::Canonical(word.text));
      REQUIRE(closely != nullptr);
      CHECK(*found == closely->meaning);
    } else {
      CHECK(word.form != Form::whole);
    }
    std::string other(word.text);
    other[other.size() / 2] = '~'; // also between the first and the last eight bytes
    CHECK(exact(other) == nullptr);
    CHECK(exact(std::string(word.text) + "~") == nullptr);
  }
  for (const char* none : {"", "O", "ok", "BUSX", "NO CARRIEX", "NO DIAL  TONE"})
    CHECK(exact(none) == nullptr);
}

TEST_CASE("every word is among those that begin as it does") {
  for (std::size_t row = 0; row < at::detail::words().size(); ++row) {
    const auto& word = at::detail::words()[row];
    const auto rows = at::detail::word_index.starting(at::detail::start_of(word.text[0], word.text[1]));
    CAPTURE(std::string(word.text));
    CHECK(std::find(rows.begin(), rows.end(), row) != rows.end());
    CHECK(at::detail::may_be_word(word.text));
  }
  CHECK(!at::detail::may_be_word("x"));
  CHECK(!at::detail::may_be_word("zz"));
}
