#include "at/link_tokens.hpp"

#include "tests/catch.hpp"

#include <optional>
#include <string>
#include <vector>

using namespace dialbench;
using namespace dialbench::at::detail;

namespace {

std::vector<std::string> tokens(std::string_view text) {
  std::vector<std::string> result;
  while (const auto token = next_token(text)) result.emplace_back(token->text());
  return result;
}

} // namespace

TEST_CASE("separators and full stops are no part of a token") {
  CHECK(tokens(" 28800/ARQ/V.34/LAP-M") == std::vector<std::string>{"28800", "ARQ", "V34", "LAP", "M"});
  CHECK(tokens(": MNP 3, 4") == std::vector<std::string>{"MNP", "3", "4"});
  CHECK(tokens("").empty());
  CHECK(tokens(" /:;,()- ").empty());
  CHECK(tokens(std::string(100, 'X')) == std::vector<std::string>{""});
}

TEST_CASE("a token knows what stood before it") {
  std::string_view text = "1200/75 , 300";
  CHECK(next_token(text)->separator() == ' ');
  const auto second = next_token(text);
  CHECK(second->separator() == '/');
  CHECK(!second->blank_before());
  const auto third = next_token(text);
  CHECK(third->separator() == ',');
  CHECK(third->blank_before());
}

TEST_CASE("numbers are bounded") {
  CHECK(number_at_front("33600")->value == 33600);
  CHECK(number_at_front("75TX")->unit == "TX");
  CHECK(number_at_front("0300")->value == 300);
  CHECK(number_at_front("4000000")->value == 4'000'000);
  CHECK(!number_at_front("4000001"));
  CHECK(!number_at_front("5551234"));
  CHECK(number_at_front("7200000")->value == 7'200'000);
  CHECK(number_at_front("1000000000")->value == rate_max);
  CHECK(!number_at_front("1000001000"));
  CHECK(!number_at_front("4294967296"));
  CHECK(!number_at_front("99999999999999999999999"));
  CHECK(!number_at_front("V34"));
  CHECK(!number_at_front(""));
}

TEST_CASE("rates have points and kilobits") {
  std::optional<Token> token; // the units view it
  const auto number = [&token](std::string_view text) {
    token = next_token(text);
    return number_of(*token);
  };
  CHECK(number("33.6K")->value == 33600);
  CHECK(!number("7200000K"));
  CHECK(number("33.6KBPS")->unit == "BPS");
  CHECK(number("28.8")->value == 28800);
  CHECK(number("115.200")->value == 115200);
  CHECK(number("64KPIAFS")->value == 64000);
  CHECK(number("64KPIAFS")->unit == "PIAFS");
  CHECK(number("56K.")->value == 56000);
  CHECK(number("9600.")->value == 9600);
  CHECK(!number("1.2345"));
  CHECK(!number("115.200K"));
  for (const char* unit : {"", "BPS", "BAUD", "BIT"}) CHECK(is_rate_unit(unit));
  CHECK(!is_rate_unit("TX"));
}

TEST_CASE("names in two halves") {
  CHECK(find_link_word("V", "42BIS")->value == "V42BIS");
  CHECK(find_link_word("B", "103")->value == "B103");
  CHECK(find_link_word("V32", "TERBO")->value == "V32T");
  CHECK(find_link_word("V", "") == nullptr);
  CHECK(find_link_word("V", "9600") == nullptr);
  CHECK(find_link_word("V", std::string(100, '4')) == nullptr);
}

TEST_CASE("MNP classes stand in the word") {
  CHECK(level_of("MNP5")->number == 5);
  CHECK(level_of("REL10")->number == 10);
  CHECK(level_of("CLASS5")->word->value == "MNP");
  CHECK(level_of("MNP10EC")->number == 10);
  for (const char* none : {"MNP", "MNP11", "V42", "5", "MNP5X", ""}) {
    CAPTURE(none);
    CHECK(!level_of(none));
  }
}

TEST_CASE("the words of link_words.def are in capitals and found") {
  CHECK(find_link_word("V32BIS")->value == "V32B");
  CHECK(find_link_word("LAPM")->kind == LinkKind::protocol);
  CHECK(find_link_word("") == nullptr);
  CHECK(find_link_word("ZZZ") == nullptr);
}
