#include "at/inf/lines.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

namespace {

std::vector<Line> read(const std::string& body, bool utf8 = true) {
  const Sections sections({"[s]\n" + body, utf8});
  std::vector<Line> result;
  Line line;
  for (Lines lines(sections, 0); lines.next(line);) result.push_back(line);
  return result;
}

std::string shape(const Line& line) {
  std::string text = line.has_key ? "<" + line.key + ">" : "";
  for (const std::string& field : line.fields) text += "{" + field + "}";
  return text;
}

std::string shapes(const std::string& body, bool utf8 = true) {
  std::string text;
  for (const Line& line : read(body, utf8)) text += std::to_string(line.number) + shape(line) + "\n";
  return text;
}

} // namespace

TEST_CASE("fields stand between commas, without outer blanks") {
  CHECK(shapes("HKR, Init ,1,, a b ") == "2{HKR}{Init}{1}{}{a b}\n");
  CHECK(shapes("a=b,c") == "2<a>{b}{c}\n");
  CHECK(shapes("a =") == "2<a>{}\n");
  CHECK(shapes("=a") == "2<>{a}\n");
  CHECK(shapes("HKR,Settings,S,,S7=<#>") == "2{HKR}{Settings}{S}{}{S7=<#>}\n");
  CHECK(shapes("a=b=c") == "2<a>{b=c}\n");
}

TEST_CASE("quotes keep blanks, commas, semicolons and equals signs, and doubled ones are one") {
  CHECK(shapes("a,\" b,;=\\ \" ") == "2{a}{ b,;=\\ }\n");
  CHECK(shapes("\"say \"\"hi\"\"\"") == "2{say \"hi\"}\n");
  CHECK(shapes("\"\"") == "2{}\n");
  CHECK(shapes("\"a=\"=\"b\"") == "2<a=>{b}\n");
  CHECK(shapes("x \" y \" z") == "2{x  y  z}\n");
  CHECK(shapes("\"a\"\"\"\"b\"") == "2{a\"\"b}\n");
}

TEST_CASE("a comment begins with a semicolon outside of quotes") {
  CHECK(shapes("; all of it\na ; b\nc;d\n;\n") == "3{a}\n4{c}\n");
}

TEST_CASE("a backslash at the end goes on in the next line") {
  CHECK(shapes("a,\\\n  b, \\ ; remark\n c\nd") == "2{a}{b}{c}\n5{d}\n");
  CHECK(shapes("a,\\\n; a comment between\nb") == "2{a}{b}\n");
  CHECK(shapes("C:\\x\\y,b") == "2{C:\\x\\y}{b}\n");
  CHECK(shapes("\"\\\"\nb") == "2{\\}\n3{b}\n");
}

TEST_CASE("a blank line, a header and the end of the file end a continued line") {
  CHECK(shapes("a,\\\n\nb") == "2{a}{}\n4{b}\n");
  CHECK(shapes("a,\\\n[t]\nb") == "2{a}{}\n");
  CHECK(shapes("a,\\") == "2{a}{}\n");
}

TEST_CASE("the second byte of a Shift-JIS character is no backslash") {
  CHECK(shapes("a=\x95\x5C\nb", false) == "2<a>{\x95\x5C}\n3{b}\n");
  CHECK(shapes("a=\xC3\xA9\\\nb", true) == "2<a>{\xC3\xA9"
                                           "b}\n");
}

TEST_CASE("an open quote ends with its line and is told of") {
  const auto lines = read("a,\"b,c\nd");
  REQUIRE(lines.size() == 2);
  CHECK(shape(lines[0]) == "{a}{b,c}");
  CHECK(lines[0].open_quote);
  CHECK(!lines[1].open_quote);
}

TEST_CASE("a line has an end, however it is made long") {
  for (const std::string& body :
       {std::string(1'000'000, 'x'), std::string(1'000'000, ','), std::string(1'000'000, '"')}) {
    const auto lines = read(body);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].fields.size() <= line_bytes_max + 1);
    CHECK(lines[0].fields.front().size() <= line_bytes_max);
    CHECK(lines[0].too_long);
  }
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "ab,\\\n";
  CHECK(read(deep).size() == 1);
  CHECK(!read(std::string(line_bytes_max, 'x'))[0].too_long);
}
