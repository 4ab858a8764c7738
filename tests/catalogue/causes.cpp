// Goal: every cause can be named, read and acted upon.
#include "catalogue/catalogue.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace dialbench;

namespace {

// The codes that an attempt can end with.
constexpr std::array mapped{602, 605, 608, 615, 629, 630, 631, 633, 636, 638, 651, 652, 668, 676,
                            677, 678, 679, 680, 681, 692, 697, 699, 710, 723, 749, 752, 774, 775};
constexpr std::array main_codes{676, 677, 678, 679, 680, 681, 692};

std::vector<catalogue::Cause> all_causes() {
  std::vector<catalogue::Cause> all;
  for (int code = 0; code <= 3000; ++code) {
    const auto some = catalogue::causes(code);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

// The command that a check ends with; empty: it is done with hands.
std::string command_in(std::string_view check) {
  const auto at = check.rfind(": dialbench ");
  return at == std::string_view::npos ? std::string{} : std::string(check.substr(at + 2));
}

bool plain(std::string_view text) {
  return std::ranges::all_of(text, [](char letter) { return letter >= ' ' && letter <= '~'; });
}

// What the program is built to understand: option, and whether a value follows.
const std::set<std::string> options_with_value{"-p",       "--script", "--chat", "--init",
                                               "--prefix", "--speed",  "--s7",   "--dial-timeout",
                                               "--hold",   "--repeat", "--line", "--dialect"};

// A person can paste it: a known command, known options with their values, and one number at the end.
bool can_be_typed(const std::string& command) {
  std::istringstream words(command);
  std::string program;
  std::string verb;
  words >> program >> verb;
  if (verb == "ports") return (words >> std::ws).eof();
  if (verb != "dial") return false;
  std::string word;
  unsigned numbers = 0;
  while (words >> word) {
    if (word == "--pulse") continue;
    if (options_with_value.contains(word)) {
      if (!(words >> word) || word.starts_with("-")) return false;
      continue;
    }
    if (word != "NUMBER" || ++numbers > 1) return false;
  }
  return numbers == 1;
}

} // namespace

TEST_CASE("every code that an attempt can end with has causes, the main ones at least five") {
  for (const int code : mapped) {
    CAPTURE(code);
    CHECK(catalogue::causes(code).size() >= 2);
    CHECK(catalogue::causes(code).size() <= 13);
  }
  for (const int code : main_codes) {
    CAPTURE(code);
    CHECK(catalogue::causes(code).size() >= 5);
  }
  CHECK(catalogue::causes(600).empty());
  CHECK(catalogue::causes(-1).empty());
}

TEST_CASE("every cause belongs to a code that exists, and its id is its own") {
  std::set<std::string_view> ids;
  for (const auto& cause : all_causes()) {
    CAPTURE(cause.id);
    CHECK(catalogue::find(cause.code) != nullptr);
    CHECK(cause.id.starts_with(std::to_string(cause.code) + "."));
    CHECK(ids.insert(cause.id).second);
    REQUIRE(catalogue::find_cause(cause.id) != nullptr);
    CHECK(catalogue::find_cause(cause.id)->text == cause.text);
  }
  CHECK(ids.size() > 100);
  CHECK(catalogue::find_cause("680.no_such_cause") == nullptr);
  CHECK(catalogue::find_cause("") == nullptr);
}

TEST_CASE("every cause can be read and acted upon") {
  for (const auto& cause : all_causes()) {
    CAPTURE(cause.id);
    for (const auto field : {cause.text, cause.supports, cause.against, cause.check, cause.source}) {
      CHECK_FALSE(field.empty());
      CHECK(field.size() <= 200);
      CHECK(plain(field));
    }
    for (const auto sentence : {cause.text, cause.supports, cause.against}) CHECK(sentence.back() == '.');
  }
}

TEST_CASE("a command in a check is one that exists, whole, and stands at the end") {
  unsigned commands = 0;
  for (const auto& cause : all_causes()) {
    CAPTURE(cause.id, cause.check);
    const std::string command = command_in(cause.check);
    if (command.empty()) {
      CHECK(cause.check.find("dialbench dial") == std::string_view::npos);
      continue;
    }
    ++commands;
    CHECK(can_be_typed(command));
  }
  CHECK(commands > 60);
}

TEST_CASE("the judge of commands is no rubber stamp") {
  CHECK(can_be_typed("dialbench dial -p PORT --init ATX3 NUMBER"));
  CHECK_FALSE(can_be_typed("dialbench dial -p PORT --wait 60s NUMBER"));
  CHECK_FALSE(can_be_typed("dialbench dial -p PORT"));
  CHECK_FALSE(can_be_typed("dialbench dial --init NUMBER"));
  CHECK_FALSE(can_be_typed("dialbench diagnose PORT NUMBER"));
  CHECK_FALSE(can_be_typed("dialbench ports --all"));
}
