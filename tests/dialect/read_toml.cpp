#include "harness/dialect/read_toml.hpp"

#include "at/dialect.hpp"
#include "at/result.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using dialect::read_toml;

namespace {

at::DialectParts read(const std::string& text) {
  auto parts = read_toml(text, "f");
  if (!parts) FAIL(parts.error());
  return *parts;
}

std::string fault(const std::string& text) {
  const auto parts = read_toml(text, "f");
  return parts ? "no fault" : parts.error();
}

constexpr auto head = "id = \"acme\"\n";
constexpr auto busy = "[[row]]\nword = \"ENGAGED\"\nmeaning = \"busy\"\n";

} // namespace

TEST_CASE("a dialect has what its file says") {
  const auto parts = read(R"(id = "acme"
title = "Acme 56K"
source = "its manual, page 12"
number_characters_max = 36
blacklist_reset = "AT%TCB"
blacklist_list = "at%tc?"
[[row]]
number = 10
word = "CONNECT 2400"
meaning = "connect"
dce = 2400
dte = 9600
error_control = true
compression = false
[[row]]
word = "Engaged"
meaning = "busy"
[[report]]
kind = "usr_link"
command = "ATI6"
)");
  CHECK(parts.id == "acme");
  CHECK(parts.title == "Acme 56K");
  CHECK(parts.source == "its manual, page 12");
  CHECK(parts.number_characters_max == 36);
  CHECK(parts.blacklist_reset == "AT%TCB");
  CHECK(parts.blacklist_list == "at%tc?");
  REQUIRE(parts.rows.size() == 2);
  CHECK(parts.rows[0].number == 10);
  CHECK(parts.rows[0].meaning == at::Meaning::connect);
  CHECK(parts.rows[0].link.stated);
  CHECK(parts.rows[0].link.dce == 2400);
  CHECK(parts.rows[0].link.dte == 9600);
  CHECK(parts.rows[0].link.error_control);
  CHECK_FALSE(parts.rows[0].link.compression);
  CHECK(parts.rows[1].number == -1);
  CHECK(parts.rows[1].word == "Engaged");
  CHECK_FALSE(parts.rows[1].link.stated);
  REQUIRE(parts.reports.size() == 1);
  CHECK(parts.reports[0].kind == at::ReportKind::usr_link);
  CHECK(parts.reports[0].command == "ATI6");
}

TEST_CASE("title and source need not be said") {
  const auto parts = read(std::string(head) + busy);
  CHECK(parts.title == "acme");
  CHECK(parts.source == "f");
}

TEST_CASE("what the file has no row for is the base's, and its own rows stand before them") {
  const auto* usr = at::find_dialect("usr");
  const auto parts = read("id = \"mine\"\nbase = \"usr\"\n[[row]]\nnumber = 12\nword = \"TALK\"\n"
                          "meaning = \"voice_answer\"\n");
  REQUIRE(parts.rows.size() == usr->rows.size() + usr->spellings.size());
  CHECK(parts.rows.front().word == "TALK");
  CHECK(parts.reports.size() == usr->reports.size());
  CHECK(parts.number_characters_max == usr->number_characters_max);
  CHECK(read("id = \"mine\"\nbase = \"usr\"\nnumber_characters_max = 7\n").number_characters_max == 7);
  CHECK(parts.blacklist_reset == usr->blacklist_reset);
}

TEST_CASE("a word of the file wins over the base's, and the base's number keeps what it means") {
  const auto parts = read("id = \"mine\"\nbase = \"usr\"\n[[row]]\nnumber = 99\nword = \"Voice\"\n"
                          "meaning = \"busy\"\n");
  const at::OwnedDialect owned(parts);
  const auto& view = owned.view();
  CHECK(at::classify("VOICE", {.dialect = &view}).meaning == at::Meaning::busy);
  CHECK(at::find_number(view, 99)->meaning == at::Meaning::busy);
  CHECK(at::find_number(view, 12)->meaning == at::Meaning::voice_answer);
  CHECK(at::classify("RINGING", {.dialect = &view}).meaning == at::Meaning::ringing);
}

TEST_CASE("commands with a D that does not dial are taken") {
  for (const std::string command :
       {"AT#UD", "AT&D", "at#ud", "AT&D2", "AT+VCID?", "ATS40=2", "AT*B", "AT\\\\D"})
    CHECK_FALSE(
        read("id = \"mine\"\nbase = \"usr\"\nblacklist_list = \"" + command + '"').blacklist_list.empty());
}

TEST_CASE("a number needs no word") {
  const auto parts = read(std::string(head) + "[[row]]\nnumber = 17\nmeaning = \"busy\"\n");
  CHECK(parts.rows.front().number == 17);
  CHECK(parts.rows.front().word.empty());
}

TEST_CASE("every meaning and every kind of report can be written") {
  for (unsigned i = 0; i <= static_cast<unsigned>(at::Meaning::diagnostics); ++i) {
    const auto meaning = static_cast<at::Meaning>(i);
    const auto parts = read(std::string(head) + "[[row]]\nword = \"W\"\nmeaning = \"" +
                            std::string(at::name(meaning)) + '"');
    CHECK(parts.rows.front().meaning == meaning);
  }
  for (unsigned i = 0; i <= static_cast<unsigned>(at::ReportKind::multitech); ++i) {
    const auto kind = static_cast<at::ReportKind>(i);
    const auto parts = read(std::string(head) + busy + "[[report]]\nkind = \"" + std::string(at::name(kind)) +
                            "\"\ncommand = \"ATI6\"");
    CHECK(parts.reports.front().kind == kind);
  }
}

TEST_CASE("two numbers may say one word") {
  CHECK(read(std::string(head) + "[[row]]\nnumber = 1\nword = \"CONNECT\"\nmeaning = \"connect\"\n"
                                 "[[row]]\nnumber = 99\nword = \"connect\"\nmeaning = \"connect\"\n")
            .rows.size() == 2);
}

TEST_CASE("a fault has its place, what was found and what is allowed") {
  const auto [text, message] = GENERATE(table<std::string, std::string>({
      {"", "f:1:1: the dialect is empty; expected id = \"acme\" and at least one [[row]]"},
      {" \r\n\t", "f:1:1: the dialect is empty"},
      {"title = \"x\"", "f:1:1: the dialect has no id; expected id = \"acme\""},
      {"id = \"acme\"", "f:1:1: the dialect has no row and no base; expected [[row]], or base = \"usr\""},
      {"id = \"acme\"\nrow = []", "f:1:1: the dialect has no row and no base"},
      {"id = ", "f:1:6: no TOML: "},
      {"id = \"acme\"\nid = \"b\"", "f:2:6: no TOML: "},
      {"id = 7", "f:1:6: id is a whole number; expected a string"},
      {"id = \"\"", "f:1:6: id is \"\"; expected 1 to 32 letters"},
      {"id = \"a b\"", "f:1:6: id is \"a b\"; expected 1 to 32 letters"},
      {"id = \"../x\"", "f:1:6: id is \"../x\"; expected 1 to 32 letters"},
      {"id = \"usr\"", "f:1:6: id is \"usr\", which is a built-in dialect; expected a name of its own"},
      {"titel = \"x\"", "f:1:1: unknown key \"titel\" (title?) in a dialect; expected id, title, source"},
      {"zzzzz = 1", "f:1:1: unknown key \"zzzzz\" in a dialect; expected id"},
      {"base = \"urs\"", "f:1:8: base is \"urs\"; expected a built-in dialect: v250, hayes"},
      {"base = \"lucnt\"", "f:1:8: base is \"lucnt\" (lucent?); expected a built-in dialect"},
      {"base = \"other.toml\"", "f:1:8: base is \"other.toml\"; expected a built-in dialect"},
      {"number_characters_max = 0", "f:1:25: number_characters_max = 0; expected a whole number from 1"},
      {"number_characters_max = \"x\"", "f:1:25: number_characters_max is a string; expected a whole number"},
      {"title = \"\"", "f:1:9: title is empty"},
      {"title = \"a\\u001b[2J\"", "f:1:9: title is \"a\\x1b[2J\"; expected text without control characters"},
      {"blacklist_reset = \"%TCB\"",
       "f:1:19: blacklist_reset is \"%TCB\"; expected a command line that begins"},
      {"blacklist_reset = \"AT\"", "f:1:19: blacklist_reset is \"AT\"; expected a command line that begins"},
      {"blacklist_list = \"ATI\\rATD112\"", "f:1:18: blacklist_list is \"ATI\\x0dATD112\"; expected text"},
      {"blacklist_list = \"AT&FDT112\"", "f:1:18: blacklist_list is \"AT&FDT112\", which dials"},
      {"blacklist_list = \"atd\"", "f:1:18: blacklist_list is \"atd\", which dials"},
      {"blacklist_list = \"AT&FD\"", "f:1:18: blacklist_list is \"AT&FD\", which dials"},
      {"row = 1", "f:1:7: row is a whole number; expected [[row]], once for each"},
      {"row = [1]", "f:1:8: row holds what is no table; expected [[row]]"},
      {"[row]\nword = \"X\"", "f:1:1: row is a table; expected [[row]], once for each"},
      {"[[row]]\nnumbr = 1", "f:2:1: unknown key \"numbr\" (number?) in [[row]]; expected number, word"},
      {"[[row]]\nnumber = 1000", "f:2:10: number = 1000; expected a whole number from 0 to 999"},
      {"[[row]]\nnumber = -1", "f:2:10: number = -1; expected a whole number from 0 to 999"},
      {"[[row]]\nnumber = 99999999999999999999", "f:2:"},
      {"[[row]]\nnumber = 1.5", "f:2:10: number is a number with a point; expected a whole number"},
      {"[[row]]\nword = \"\"", "f:2:8: word is empty"},
      {"[[row]]\nword = \" BUSY\"", "f:2:8: word is \" BUSY\"; expected a word without blanks around it"},
      {"[[row]]\nword = \"17\"", "f:2:8: word is \"17\"; expected what the modem says in ATV1"},
      {"[[row]]\nword = \"A\\nB\"", "f:2:8: word is \"A\\x0aB\"; expected text without control"},
      {"[[row]]\nmeaning = \"bussy\"",
       "f:2:11: meaning is \"bussy\" (busy?); expected ok, progress, ringing"},
      {"[[row]]\nmeaning = 6", "f:2:11: meaning is a whole number; expected a string"},
      {"[[row]]\ndce = 0", "f:2:7: dce = 0; expected a whole number from 1"},
      {"[[row]]\ncompression = 1", "f:2:15: compression is a whole number; expected true or false"},
      {"\n[[row]]\nmeaning = \"busy\"",
       "f:2:1: a row without a word and without a number; expected word = \"BUSY\""},
      {"[[row]]\nword = \"BUSY\"", "f:1:1: a row without a meaning; expected meaning = \"busy\""},
      {"[[report]]\nkind = \"usr\"", "f:2:8: kind is \"usr\"; expected unimodem, s86"},
      {"[[report]]\nkind = \"lucnt\"", "f:2:8: kind is \"lucnt\" (lucent?); expected unimodem"},
      {"[[report]]\ncommand = \"ATI6\"", "f:1:1: a report without a kind"},
      {"[[report]]\nkind = \"s86\"", "f:1:1: a report without a command"},
      {"[[report]]\nkind = \"s86\"\ncommand = \"ATDT5\"", "f:3:11: command is \"ATDT5\", which dials"},
      {"[[report]]\nknd = \"s86\"",
       "f:2:1: unknown key \"knd\" (kind?) in [[report]]; expected kind or command"},
  }));
  CAPTURE(text);
  CHECK_THAT(fault(text), StartsWith(message));
}

TEST_CASE("two rows that contradict each other are a fault with both their lines") {
  const std::string first = std::string(head) + "[[row]]\nnumber = 5\nword = \"BUSY\"\nmeaning = \"busy\"\n";
  CHECK(fault(first + "[[row]]\nnumber = 5\nword = \"RING\"\nmeaning = \"ring\"\n") ==
        "f:6:1: a second row with the number 5; expected one; the first is in line 2");
  CHECK(fault(first + "[[row]]\nnumber = 6\nword = \"Busy\"\nmeaning = \"ring\"\n") ==
        "f:6:1: a second meaning of \"Busy\"; expected busy, as in line 2");
  CHECK(fault(first + "[[row]]\nword = \"busy\"\nmeaning = \"busy\"\n") ==
        "f:6:1: a second row with the word \"busy\"; expected one; the first is in line 2");
  CHECK_THAT(fault(first + "[[report]]\nkind = \"s86\"\ncommand = \"ATS86?\"\n[[report]]\nkind = \"s86\"\n"
                           "command = \"ATS86?\"\n"),
             StartsWith("f:9:1: a second report of the kind s86"));
}

TEST_CASE("what is no text, nested without end or without bound is refused") {
  CHECK_THAT(fault(std::string("id = \"a\"\n\0", 10)), StartsWith("f:2:1: a NUL byte: this is no text file"));
  CHECK_THAT(fault("\xff\xfei"), StartsWith("f:1:"));
  CHECK_THAT(fault(std::string(100'000, '[')), StartsWith("f:1:33: nested too deeply"));
  std::string dots = "a";
  for (int i = 0; i < 100'000; ++i) dots += ".a";
  CHECK_THAT(fault(dots + " = 1"),
             ContainsSubstring("nested too deeply; expected keys and lists as in docs/dialects.md"));
  CHECK(fault(std::string(dialect::toml_bytes_max + 1, '#')) ==
        "f: the file is too large; expected at most 1048576 bytes");
  std::string many = head;
  for (std::size_t i = 0; i <= dialect::rows_max; ++i)
    many += "[[row]]\nword = \"W" + std::to_string(i) + "\"\nmeaning = \"busy\"\n";
  CHECK_THAT(fault(many), ContainsSubstring("5001 times [[row]]; expected at most 5000"));
  CHECK_THAT(fault(std::string(head) + "[[row]]\nword = \"" + std::string(129, 'W') + "\"\n"),
             StartsWith("f:3:8: word has 129 bytes; expected at most 128"));
}

TEST_CASE("a byte order mark of UTF-8 is no fault") {
  CHECK(read(std::string("\xef\xbb\xbf") + head + busy).id == "acme");
}
