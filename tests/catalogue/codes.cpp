// Goal: no code of the lists and headers is lost, every row is fit to be shown, and lookup finds what people
// type.
#include "catalogue/catalogue.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

using namespace dialbench;

namespace {

using Range = std::pair<int, int>; // first and last, both included

// The numbers as each list prints them.
constexpr std::array hp{Range{14, 14},     Range{600, 745},   Range{752, 758},
                        Range{760, 761},   Range{763, 800},   Range{995, 995},
                        Range{1382, 1382}, Range{1793, 1793}, Range{2250, 2250}};
constexpr std::array techdrive{Range{600, 745}, Range{751, 758}, Range{760, 761},
                               Range{763, 827}, Range{900, 946}, Range{948, 955}};
constexpr std::array ports{Range{600, 744}, Range{752, 752}};
constexpr std::array only_headers{Range{746, 750}, Range{759, 759}, Range{762, 762}, Range{828, 875},
                                  Range{956, 956}};

constexpr std::size_t codes_in_lists = 281;
constexpr std::size_t codes_from_headers = 56;
constexpr std::size_t field_characters_max = 200;

template <class Ranges>
std::set<int> numbers(const Ranges& ranges) {
  std::set<int> all;
  for (const auto& [first, last] : ranges) {
    for (int number = first; number <= last; ++number) all.insert(number);
  }
  return all;
}

std::set<int> named_by(catalogue::List list) {
  std::set<int> all;
  for (const auto& code : catalogue::codes()) {
    if ((code.lists & list) != 0) all.insert(code.number);
  }
  return all;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char letter) { return letter >= ' ' && letter <= '~'; });
}

} // namespace

TEST_CASE("every list has exactly its codes in the catalogue") {
  CHECK(named_by(catalogue::hp) == numbers(hp));
  CHECK(named_by(catalogue::techdrive) == numbers(techdrive));
  CHECK(named_by(catalogue::ports) == numbers(ports));
}

TEST_CASE("the lists and the headers together give the whole catalogue") {
  std::set<int> listed = numbers(hp);
  listed.merge(numbers(techdrive));
  listed.merge(numbers(ports));
  CHECK(listed.size() == codes_in_lists);
  const auto added = numbers(only_headers);
  CHECK(added.size() == codes_from_headers);
  std::set<int> all = listed;
  all.insert(added.begin(), added.end());
  std::set<int> ours;
  for (const auto& code : catalogue::codes()) ours.insert(code.number);
  CHECK(ours == all);
  CHECK(catalogue::codes().size() == codes_in_lists + codes_from_headers);
}

TEST_CASE("every code is fit to be shown") {
  std::set<std::string_view> symbols;
  for (const auto& code : catalogue::codes()) {
    CAPTURE(code.number);
    CHECK(code.lists != 0);
    CHECK_FALSE(code.layer.empty());
    CHECK_FALSE(code.stage.empty());
    CHECK_FALSE(code.windows.empty());
    CHECK(symbols.insert(code.symbol).second);
    CHECK(code.meaning.size() >= 15);
    CHECK(code.meaning.back() == '.');
    for (const auto field : {code.symbol, code.layer, code.stage, code.windows, code.meaning, code.note}) {
      CHECK(field.size() <= field_characters_max);
      CHECK(is_ascii(field));
    }
  }
}

TEST_CASE("where a code stands in no list, its note says so") {
  for (const auto& code : catalogue::codes()) {
    if ((code.lists & (catalogue::hp | catalogue::techdrive | catalogue::ports)) != 0) continue;
    CAPTURE(code.number);
    REQUIRE_THAT(std::string(code.note), StartsWith("In no list"));
  }
}

TEST_CASE("where the lists disagree, the note says so") {
  for (const int number : {14, 633, 739, 745, 799, 815, 921}) {
    CAPTURE(number);
    CHECK_FALSE(catalogue::find(number)->note.empty());
  }
}

TEST_CASE("a code is found by its number") {
  REQUIRE(catalogue::find(680) != nullptr);
  CHECK(catalogue::find(680)->symbol == "ERROR_NO_DIALTONE");
  CHECK(catalogue::find(680)->layer == "line");
  CHECK(catalogue::find(14)->symbol == "ERROR_OUTOFMEMORY");
  CHECK(catalogue::find(2250) != nullptr);
  for (const int missing : {-1, 0, 599, 947, 957, 2251}) CHECK(catalogue::find(missing) == nullptr);
}

TEST_CASE("a code is found by its symbol, with or without ERROR_, in any case") {
  for (const auto* spelling : {"ERROR_NO_ANSWER", "NO_ANSWER", "error_no_answer", "No_Answer"}) {
    CAPTURE(spelling);
    REQUIRE(catalogue::find_symbol(spelling) != nullptr);
    CHECK(catalogue::find_symbol(spelling)->number == 678);
  }
  CHECK(catalogue::find_symbol("PENDING")->number == 600);
  CHECK(catalogue::find_symbol("warning_msg_alias_not_added")->number == 644);
  for (const auto* none : {"", "ERROR_", "ERROR", "NO_ANSWE", "NO ANSWER", "MSG_ALIAS_NOT_ADDED"}) {
    CAPTURE(none);
    CHECK(catalogue::find_symbol(none) == nullptr);
  }
}

TEST_CASE("layers are named once, sorted") {
  const auto layers = catalogue::layers();
  CHECK(std::ranges::is_sorted(layers));
  CHECK(std::ranges::adjacent_find(layers) == layers.end());
  for (const auto* name : {"port", "device", "line", "modem", "script", "auth", "ppp"}) {
    CAPTURE(name);
    CHECK(std::ranges::find(layers, name) != layers.end());
  }
}

TEST_CASE("words that lead to a code: those of modems stand first") {
  const auto words = catalogue::words(680);
  REQUIRE(words.size() > 6);
  CHECK(words.front().text == "NO DIALTONE");
  CHECK(words.front().speaker == catalogue::Word::Speaker::modem);
  CHECK(words.back().speaker == catalogue::Word::Speaker::person);
  CHECK(catalogue::words(601).empty());
}

TEST_CASE("every word leads to a code that exists") {
  std::size_t count = 0;
  for (const auto& code : catalogue::codes()) count += catalogue::words(code.number).size();
  std::size_t in_range = 0;
  for (int number = 0; number <= 3000; ++number) in_range += catalogue::words(number).size();
  CHECK(count == in_range);
  CHECK(count > 50);
}
