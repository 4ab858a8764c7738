// The built-in tables against the gathered facts, where those are at hand: every numbered row of results.tsv
// with its dialect, and the Hayes table against the vote of the response lists that it comes from.
#include "at/dialect.hpp"
#include "at/result.hpp"
#include "tests/catch.hpp"

#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace dialbench;
using at::Meaning;

namespace {

const std::string facts = DIALBENCH_SOURCE_DIR "/../shared/";

using Row = std::vector<std::string>;

// The rows of a table of fields between tabs, without its headline; nothing where there is no such file.
std::vector<Row> rows_of(const std::string& path) {
  std::vector<Row> rows;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    Row row(1);
    for (const char c : line) {
      if (c == '\t')
        row.emplace_back();
      else
        row.back() += c;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// The classes of results.tsv. PROGRESS and OTHER are told apart by the word.
std::optional<Meaning> meaning_of(const std::string& name, const std::string& word) {
  const auto begins = [&word](const char* text) { return word.rfind(text, 0) == 0; };
  static const std::map<std::string, Meaning> same{
      {"OK", Meaning::ok},
      {"CONNECT", Meaning::connect},
      {"RING", Meaning::ring},
      {"NOCARRIER", Meaning::no_carrier},
      {"ERROR", Meaning::command_error},
      {"NODIALTONE", Meaning::no_dialtone},
      {"NOLINE", Meaning::no_dialtone},
      {"BUSY", Meaning::busy},
      {"NOANSWER", Meaning::no_answer},
      {"RINGING", Meaning::ringing},
      {"VOICE", Meaning::voice_answer},
      {"FAX", Meaning::fax_answer},
      {"DATA", Meaning::data_answer},
      {"DELAYED", Meaning::delayed},
      {"BLACKLISTED", Meaning::blacklisted},
      {"BLKFULL", Meaning::blacklisted},
      {"LINEINUSE", Meaning::line_in_use},
      {"INFO", Meaning::info},
  };
  if (const auto found = same.find(name); found != same.end()) return found->second;
  if (name == "PROGRESS") {
    if (begins("CARRIER")) return Meaning::carrier;
    if (begins("PROTOCOL")) return Meaning::protocol;
    if (begins("COMPRESSION")) return Meaning::compression;
    return Meaning::progress;
  }
  if (word == "+FCERROR") return Meaning::fcerror;
  if (word == "+FRH:3") return Meaning::info;
  if (word == "X") return Meaning::command_error;
  if (word == "UN-OBTAINABLE NUMBER") return Meaning::blacklisted;
  return std::nullopt;
}

// What the states of INF response lists mean (unimodem.md, section 1), as far as the Hayes lists have them.
bool fits_state(Meaning meaning, const std::string& state) {
  static const std::map<std::string, std::vector<Meaning>> meanings{
      {"00", {Meaning::ok}},
      {"01", {Meaning::carrier, Meaning::protocol, Meaning::compression, Meaning::progress}},
      {"02", {Meaning::connect}},
      {"03", {Meaning::command_error}},
      {"04", {Meaning::no_carrier}},
      {"05", {Meaning::no_dialtone}},
      {"06", {Meaning::busy}},
      {"07", {Meaning::no_answer}},
      {"08", {Meaning::ring}}};
  const auto found = meanings.find(state);
  if (found == meanings.end()) return false;
  for (const Meaning each : found->second)
    if (each == meaning) return true;
  return false;
}

} // namespace

TEST_CASE("every numbered row of the facts comes out with its class, word and dialect") {
  const std::vector<Row> rows = rows_of(facts + "facts/results.tsv");
  if (rows.empty()) {
    WARN("skipped: no results.tsv beside this checkout");
    return;
  }
  std::size_t checked = 0;
  for (const Row& row : rows) {
    REQUIRE(row.size() >= 4);
    const auto& [dialect_id, number, word, name] = std::tie(row[0], row[1], row[2], row[3]);
    CAPTURE(dialect_id, number, word, name);
    const at::Dialect* dialect = at::find_dialect(dialect_id);
    REQUIRE(dialect != nullptr);
    const std::optional<Meaning> meaning = meaning_of(name, word);
    REQUIRE(meaning.has_value());
    if (number.empty() || number == "-") {
      CHECK(at::classify(word, {dialect, at::Digits::result}).meaning == *meaning);
      continue;
    }
    const at::Result result = at::classify(number, {dialect, at::Digits::result});
    CHECK(result.meaning == *meaning);
    CHECK(!result.ambiguous);
    CHECK(result.verbose == word);
    ++checked;
  }
  CHECK(checked >= 390);
}

TEST_CASE("no dialect of the facts has a number that they do not give, but the common ones") {
  std::map<std::string, std::map<int, std::string>> given;
  for (const Row& row : rows_of(facts + "facts/results.tsv")) given[row[0]][std::stoi(row[1])] = row[2];
  if (given.empty()) {
    WARN("skipped: no results.tsv beside this checkout");
    return;
  }
  for (const auto& [id, numbers] : given)
    for (const at::DialectRow& row : at::find_dialect(id)->rows) {
      CAPTURE(id, row.number, row.word);
      CHECK((row.number <= 8 || numbers.count(row.number) == 1));
    }
}

TEST_CASE("the Hayes table is the vote of the Hayes response lists") {
  struct Vote {
    std::map<std::string, int> states;
    std::map<std::pair<std::string, int>, int> rates; // by state and bit/s
  };
  std::map<int, Vote> votes;
  for (const Row& row : rows_of(facts + "corpus/responses.tsv")) {
    if (row.size() < 7 || row[0] != "hayes") continue;
    const std::size_t digits = row[1].find_first_not_of("0123456789");
    if (digits == 0 || row[1].substr(digits) != "<cr>") continue;
    Vote& vote = votes[std::stoi(row[1].substr(0, digits))];
    vote.states[row[2]] += std::stoi(row[6]);
    if (row[4] != "0") vote.rates[{row[2], std::stoi(row[4])}] += std::stoi(row[6]);
  }
  if (votes.empty()) {
    WARN("skipped: no responses.tsv beside this checkout");
    return;
  }
  const at::Dialect& hayes = *at::find_dialect("hayes");
  for (const auto& [number, vote] : votes) {
    std::string state;
    int most = 0;
    int all = 0;
    for (const auto& [each, tables] : vote.states) {
      all += tables;
      if (tables > most) {
        most = tables;
        state = each;
      }
    }
    CAPTURE(number, state, most, all);
    const at::DialectRow* row = at::find_number(hayes, number);
    const bool decided = most >= 2 && most > all - most;
    if (row == nullptr) {
      // At 78 the lists agree that the call goes on, and not on whether it is a carrier or a protocol.
      CHECK((!decided || number == 78));
      continue;
    }
    CHECK((decided || number == 70 || number == 80));
    if (decided) CHECK(fits_state(row->meaning, state));
    // A rate stands in the word where two lists have it.
    if (row->meaning != Meaning::connect && row->meaning != Meaning::carrier) continue;
    int rate = 0;
    int votes_for_rate = 1;
    for (const auto& [key, tables] : vote.rates)
      if (key.first == state && tables > votes_for_rate) {
        rate = key.second;
        votes_for_rate = tables;
      }
    const std::string shown = rate == 0 || number == 1 ? std::string() : std::to_string(rate);
    CHECK_THAT(std::string(row->word), ContainsSubstring(shown));
    if (shown.empty()) CHECK(row->word.find_first_of("0123456789") == std::string_view::npos);
  }
}
