// docs/dialects.md has the keys that the reader takes, all of them and no others, and its example is a
// dialect.
#include "harness/dialect/read_toml.hpp"

#include "at/last_call/kind.hpp"
#include "harness/dialect/toml_row.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <set>
#include <sstream>

using namespace dialbench;

namespace {

using Words = std::set<std::string>;

const std::string& page() {
  static const std::string text = tests::read_whole(DIALBENCH_SOURCE_DIR "/docs/dialects.md");
  return text;
}

// From the first place of `from` to the next of `to`.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const auto start = text.find(from);
  if (start == std::string::npos) return {};
  const auto begin = start + from.size();
  return text.substr(begin, text.find(to, begin) - begin);
}

// Everything between backticks.
Words quoted(const std::string& text) {
  Words found;
  for (auto at = text.find('`'); at != std::string::npos; at = text.find('`', at)) {
    const auto end = text.find('`', at + 1);
    if (end == std::string::npos) break;
    found.insert(text.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return found;
}

// The names in the first column of the first table behind `from`.
Words first_column(const std::string& from) {
  Words found;
  std::istringstream lines(between(page(), from, "\n\n#") + '\n');
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (inside && !line.starts_with('|')) break;
    inside = line.starts_with('|');
    if (inside) found.merge(quoted(line.substr(0, line.find('|', 1))));
  }
  return found;
}

Words words_of(std::string_view blank_separated) {
  std::istringstream words{std::string(blank_separated)};
  Words all;
  for (std::string word; words >> word;) all.insert(word);
  return all;
}

std::string example() { return between(page(), "```toml\n", "```"); }

// The keys behind `header` in the example.
Words keys_behind(const std::string& header) {
  Words keys;
  std::istringstream lines(between(example(), header + '\n', "\n[") + '\n');
  for (std::string line; std::getline(lines, line);)
    if (line.find('=') != std::string::npos) keys.insert(line.substr(0, line.find_first_of(" =")));
  return keys;
}

} // namespace

TEST_CASE("the documented keys are the reader's") {
  Words top = first_column("```\n\n| key | what it is |");
  top.insert({"row", "report"}); // which have tables and a text of their own
  CHECK(top == words_of(dialect::top_keys));
  CHECK(first_column("Each `[[row]]`") == words_of(dialect::row_keys));
  CHECK(keys_behind("[[report]]") == words_of(dialect::report_keys));
}

TEST_CASE("every meaning and every kind of report is documented, and nothing else is") {
  Words meanings;
  for (unsigned i = 0; i <= static_cast<unsigned>(at::Meaning::diagnostics); ++i)
    meanings.emplace(at::name(static_cast<at::Meaning>(i)));
  CHECK(quoted(between(page(), "The meanings: ", "`.") + '`') == meanings);
  Words kinds;
  for (unsigned i = 0; i <= static_cast<unsigned>(at::ReportKind::multitech); ++i)
    kinds.emplace(at::name(static_cast<at::ReportKind>(i)));
  CHECK(first_column("Each `[[report]]`") == kinds);
}

TEST_CASE("the documented example is a dialect") {
  const auto parts = dialect::read_toml(example(), "docs/dialects.md");
  if (!parts) FAIL(parts.error());
  CHECK(parts->id == "acme");
  CHECK(parts->reports.size() >= 1);
}
