#include "harness/dialect/toml_row.hpp"

#include "harness/script/toml_document.hpp"
#include "tests/catch.hpp"

using namespace dialbench;

namespace {
const script::NumberRules rules;

// The row of `text`, or its fault.
std::string row(const std::string& text) {
  script::Reading reading("f", rules);
  const auto document = script::parse_toml(text, reading);
  const auto read = document ? dialect::read_row(*document, reading) : std::nullopt;
  if (!read) return script::shown(reading.fault().error);
  return std::to_string(read->number) + ' ' + read->word + ' ' + std::string(at::name(read->meaning)) +
         (read->link.stated ? " stated" : "");
}
} // namespace

TEST_CASE("a row has a number, a word or both, and a meaning") {
  CHECK(row("number = 7\nword = 'BUSY'\nmeaning = 'busy'") == "7 BUSY busy");
  CHECK(row("number = 7\nmeaning = 'busy'") == "7  busy");
  CHECK(row("word = 'BUSY'\nmeaning = 'busy'") == "-1 BUSY busy");
  CHECK_THAT(row("meaning = 'busy'"), ContainsSubstring("without a word and without a number"));
  CHECK_THAT(row("number = 7"), ContainsSubstring("without a meaning"));
}

TEST_CASE("any of rates and switches states the link, false ones too") {
  for (const std::string key : {"dce = 2400", "dte = 9600", "error_control = false", "compression = true"})
    CHECK(row("word = 'CONNECT'\nmeaning = 'connect'\n" + key) == "-1 CONNECT connect stated");
}

TEST_CASE("a report has a kind and a command") {
  script::Reading reading("f", rules);
  const auto document = script::parse_toml("kind = 's86'\ncommand = 'ATS86?'", reading);
  REQUIRE(document);
  const auto report = dialect::read_report(*document, reading);
  REQUIRE(report);
  CHECK(report->kind == at::ReportKind::s86);
  CHECK(report->command == "ATS86?");
}
