#include "harness/script/chat_words.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace dialbench::script;

namespace {
std::vector<std::string> words(std::string_view script) {
  const NumberRules rules;
  Reading reading("f", rules);
  const auto read = chat_words(script, reading);
  if (!read) return {shown(reading.fault().error)};
  std::vector<std::string> texts;
  for (const auto& word : *read) texts.emplace_back(word.text);
  return texts;
}
using Texts = std::vector<std::string>;
} // namespace

TEST_CASE("blanks, tabs and line ends part words") {
  CHECK(words("a b\tc\nd \r\n  e") == Texts{"a", "b", "c", "d", "e"});
  CHECK(words("").empty());
  CHECK(words(" \n\t\n").empty());
}

TEST_CASE("quotes hold blanks together, where a word begins") {
  CHECK(words(R"("NO CARRIER" 'it is' "")") == Texts{"NO CARRIER", "it is", ""});
  CHECK(words(R"("a b"c)") == Texts{"a b", "c"});
  CHECK(words(R"(a"b c")") == Texts{"a\"b", "c\""});
  CHECK(words(R"("a\"b" 'c"d')") == Texts{"a\\\"b", "c\"d"});
}

TEST_CASE("a # in column 1 makes a comment, nowhere else") {
  CHECK(words("# a b\nc # d\n #e\n'#' f") == Texts{"c", "#", "d", "#e", "#", "f"});
}

TEST_CASE("a quote that is not closed on its line is named with its place") {
  CHECK(words("ABORT BUSY\n  'NO\nCARRIER'") ==
        Texts{"f:2:3: a quote that is not closed; expected ' on the same line"});
  CHECK(words("\"a\\\"") == Texts{"f:1:1: a quote that is not closed; expected \" on the same line"});
}

TEST_CASE("words know where they stand") {
  const NumberRules rules;
  Reading reading("f", rules);
  const auto read = chat_words("a\n  \"b c\" d", reading);
  REQUIRE(read);
  REQUIRE(read->size() == 3);
  CHECK((*read)[1].place.line == 2);
  CHECK((*read)[1].place.column == 3);
  CHECK((*read)[1].text_column == 4);
  CHECK((*read)[2].place.column == 9);
  CHECK((*read)[2].text_column == 9);
}

TEST_CASE("dashes part an expect string from its sub-strings") {
  using Parts = std::vector<std::string_view>;
  CHECK(dash_parts("ogin:") == Parts{"ogin:"});
  CHECK(dash_parts("ogin:-BREAK-ogin:") == Parts{"ogin:", "BREAK", "ogin:"});
  CHECK(dash_parts("ogin:--ogin:") == Parts{"ogin:", "", "ogin:"});
  CHECK(dash_parts("a-") == Parts{"a"});
  CHECK(dash_parts("a--") == Parts{"a", ""});
  CHECK(dash_parts("-a-b") == Parts{"", "a", "b"});
  CHECK(dash_parts(R"(a\-b-c)") == Parts{R"(a\-b)", "c"});
  CHECK(dash_parts(R"(a\\-c)") == Parts{R"(a\\)", "c"});
  CHECK(dash_parts(R"(a\)") == Parts{R"(a\)"});
  CHECK(dash_parts("").empty());
}
