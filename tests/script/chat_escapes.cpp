// What each escape becomes was compared with what chat of ppp 2.4.9 writes to a pseudo-terminal.
#include "harness/script/chat_escapes.hpp"

#include "tests/catch.hpp"

using namespace dialbench::script;
using namespace std::string_literals;
using Kind = Step::Piece::Kind;

namespace {
ChatText sent(std::string_view word) { return chat_send_text(word, {"5550100", "5550199"}); }
} // namespace

TEST_CASE("escapes in a send string") {
  struct Case {
    std::string word;
    std::string bytes;
  };
  const auto each = GENERATE(values<Case>({
      {"ATZ", "ATZ"},
      {R"(a\bb)", "a\bb"},
      {R"(a\nb)", "a\nb"},
      {R"(a\rb)", "a\rb"},
      {R"(a\sb)", "a b"},
      {R"(a\tb)", "a\tb"},
      {R"(a\\b)", R"(a\b)"},
      {R"(a\Nb)", "a\0b"s},
      {R"(a\0b)", "a\0b"s},
      {R"(\101\12\7x)", "A\n\ax"},
      {R"(\1234)", "S4"},
      {R"(\400)", "\0"s},
      {R"(\8)", "8"},
      {"^A^m^@x", "\x01\rx"},
      {"x^", "x^"},
      {R"(x\)", R"(x\)"},
      {R"(\-\x\"\@\^M)", "-x\"@^M"},
      {R"(a\cb)", "acb"},
      {R"(\qsecret)", "secret"},
      {R"(ATDT\T)", "ATDT5550100"},
      {R"(ATDT\U)", "ATDT5550199"},
      {"", ""},
  }));
  CAPTURE(each.word);
  const auto text = sent(each.word);
  CHECK(text.bytes == each.bytes);
  CHECK(text.origins.size() == text.bytes.size());
  CHECK(text.carriage_return);
  CHECK(text.pieces.empty());
}

TEST_CASE("\\c at the end leaves the CR out") {
  CHECK_FALSE(sent(R"(abc\c)").carriage_return);
  CHECK(sent(R"(abc\c)").bytes == "abc");
  CHECK(sent(R"(\c)").bytes.empty());
}

TEST_CASE("\\q makes what is sent a secret") {
  CHECK(sent(R"(\qx)").secret);
  CHECK_FALSE(sent("x").secret);
}

TEST_CASE("pauses and breaks cut the text into pieces, the CR in the last") {
  const auto text = sent(R"(+\d\pb\K)");
  REQUIRE(text.pieces.size() == 6);
  CHECK(text.bytes == "+b");
  CHECK(text.pieces[0].bytes == "+");
  CHECK(text.pieces[1].kind == Kind::pause);
  CHECK(text.pieces[1].duration == std::chrono::seconds(1));
  CHECK(text.pieces[2].duration == std::chrono::milliseconds(100));
  CHECK(text.pieces[3].bytes == "b");
  CHECK(text.pieces[4].kind == Kind::send_break);
  CHECK(text.pieces[5].bytes == "\r");
}

TEST_CASE("without a CR, a pause at the end is the last piece") {
  const auto text = sent(R"(\d+++\d\c)");
  REQUIRE(text.pieces.size() == 3);
  CHECK(text.pieces[1].bytes == "+++");
  CHECK(text.pieces[2].kind == Kind::pause);
}

TEST_CASE("EOT and BREAK are sent as what they name, without a CR") {
  CHECK(sent("EOT").bytes == "\x04");
  CHECK_FALSE(sent("EOT").carriage_return);
  REQUIRE(sent("BREAK").pieces.size() == 1);
  CHECK(sent("BREAK").pieces[0].kind == Kind::send_break);
  CHECK(sent("EOTX").bytes == "EOTX");
}

TEST_CASE("bytes remember where they come from") {
  const auto text = sent(R"(a\sb\101\T)");
  CHECK(text.origins == std::vector<std::size_t>{0, 1, 3, 4, 8, 8, 8, 8, 8, 8, 8});
}

TEST_CASE("a number that nobody gave is noticed where it is missing") {
  const auto text = chat_send_text(R"(ATDT\T)", {});
  CHECK(text.missing_number == 4);
  CHECK(text.takes_number);
  CHECK_FALSE(sent("ATZ").takes_number);
}

TEST_CASE("escapes in an expect string") {
  struct Case {
    std::string word;
    std::string bytes;
  };
  const auto each = GENERATE(values<Case>({
      {R"(a\bb\nc\rd\se\tf\\g)", "a\bb\nc\rd e\tf\\g"},
      {R"(\101\0\12)", "A\n"},
      {"f^Oo^", "f\x0fo^"},
      {R"(fo\-o)", "fo-o"},
      {R"(\K\d\p\N\c\T\U\x)", "KdpNcTUx"},
      {R"(\q)", ""},
      {R"(x\)", "x"},
      {"EOT", "EOT"},
  }));
  CAPTURE(each.word);
  CHECK(chat_expect_text(each.word) == each.bytes);
}
