#include "harness/report/explain.hpp"

#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::report {

TEST_CASE("a code that nothing is known of beside its meaning") {
  const catalogue::Code code{
      9001,        "ERROR_SAMPLE",          "port", "open", catalogue::hp | catalogue::header, "Vista+",
      "A sample.", "The HP list says more."};
  REQUIRE(code_text(code, {}) == "9001 ERROR_SAMPLE\n"
                                 "A sample.\n"
                                 "Layer: port. Stage: open. In the HP list. Windows: Vista+.\n"
                                 "\n"
                                 "The lists differ\n"
                                 "  The HP list says more.\n");
}

TEST_CASE("which lists name a code") {
  REQUIRE(lists_text(catalogue::hp | catalogue::techdrive | catalogue::ports) == "all three code lists");
  REQUIRE(lists_text(catalogue::hp | catalogue::ports) == "the HP list and the list of port errors");
  REQUIRE(lists_text(catalogue::header) == "none of the three code lists, only the Windows headers");
}

TEST_CASE("every class of a code is named, and the status that a dial leaves") {
  const auto* code = catalogue::find(680);
  REQUIRE(code != nullptr);
  const auto text = code_text(*code, {});
  REQUIRE_THAT(text, StartsWith("680 ERROR_NO_DIALTONE\n"));
  REQUIRE_THAT(text, ContainsSubstring("  no_dialtone        The modem listened"));
  REQUIRE_THAT(text, ContainsSubstring("  line_in_use "));
  REQUIRE_THAT(text, ContainsSubstring("leaves exit status 80."));
  REQUIRE_THAT(text, ContainsSubstring("Probable causes, most frequent first"));
}

TEST_CASE("every code of the catalogue fits the page and is valid JSON") {
  for (const auto& code : catalogue::codes()) {
    INFO(code.number);
    const auto text = code_text(code, {});
    for (std::size_t start = 0, end; (end = text.find('\n', start)) != std::string::npos; start = end + 1) {
      INFO(text.substr(start, end - start));
      REQUIRE(end - start <= 80);
    }
    const auto json = code_json(code);
    REQUIRE(json["code"] == code.number);
    REQUIRE(json["causes"].size() == catalogue::causes(code.number).size());
    REQUIRE_NOTHROW(json.dump());
  }
}

TEST_CASE("a success is a page without a code, and stands in the list of classes") {
  const auto& row = evidence::row(evidence::OutcomeClass::connected);
  REQUIRE_THAT(success_text(row, {}), StartsWith("connected\n"));
  REQUIRE_THAT(success_text(row, {}), ContainsSubstring("No code: a success."));
  REQUIRE(class_json(row)["code"].is_null());
  REQUIRE(class_json(row)["exit_status"] == 0);
  const auto text = classes_text();
  for (const auto& each : evidence::outcome_rows())
    REQUIRE_THAT(text, ContainsSubstring(std::string(each.name) + ' '));
  REQUIRE_THAT(text, ContainsSubstring("busy                  676  "));
  REQUIRE(classes_json().size() == evidence::outcome_rows().size());
}

TEST_CASE("a list of codes is a list") {
  std::vector<const catalogue::Code*> found{catalogue::find(676), catalogue::find(678)};
  REQUIRE(found[0] != nullptr);
  REQUIRE(found[1] != nullptr);
  REQUIRE_THAT(codes_text(found, {}), StartsWith(" 676 ERROR_LINE_BUSY\n"));
  const auto json = codes_json(found);
  REQUIRE(json.is_array());
  REQUIRE(json[1]["symbol"] == "ERROR_NO_ANSWER");
}

} // namespace dialbench::report
