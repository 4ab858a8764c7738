// The schema junit-10 of Jenkins' xunit plugin (src/main/resources/.../xsd/junit-10.xsd), restated: which
// elements may stand in which, which attributes they may have and which they must, and the form of a time.
#include "harness/report/test_run.hpp"
#include "tests/catch.hpp"
#include "tests/report/some_test_run.hpp"

#include <pugixml.hpp>

#include <map>
#include <regex>
#include <set>
#include <string>

namespace dialbench::report {
namespace {

struct Rule {
  std::set<std::string> children;
  std::set<std::string> required;
  std::set<std::string> optional;
  bool text = false;
};

const std::map<std::string, Rule> schema = {
    {"testsuites", {{"testsuite"}, {}, {"name", "time", "tests", "failures", "errors"}}},
    {"testsuite",
     {{"testsuite", "properties", "testcase", "system-out", "system-err"},
      {"name", "tests", "failures", "errors"},
      {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"}}},
    {"testcase",
     {{"skipped", "error", "failure", "rerunFailure", "rerunError", "flakyFailure", "flakyError",
       "system-out", "system-err"},
      {"name"},
      {"time", "classname", "group"}}},
    {"failure", {{}, {}, {"type", "message"}, true}},
    {"error", {{}, {}, {"type", "message"}, true}},
    {"skipped", {{}, {}, {"type", "message"}, true}},
    {"system-out", {{}, {}, {}, true}},
    {"system-err", {{}, {}, {}, true}},
};

void check(const pugi::xml_node& node) {
  INFO("element " << node.name());
  const auto found = schema.find(node.name());
  REQUIRE(found != schema.end());
  const Rule& rule = found->second;
  for (const auto& name : rule.required) {
    INFO("attribute " << name);
    CHECK(node.attribute(name.c_str()));
  }
  for (const auto& attribute : node.attributes()) {
    INFO("attribute " << attribute.name());
    CHECK(rule.required.count(attribute.name()) + rule.optional.count(attribute.name()) == 1);
    if (std::string(attribute.name()) == "time")
      CHECK(std::regex_match(attribute.value(),
                             std::regex(R"((([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?)")));
  }
  for (const auto& child : node.children()) {
    if (child.type() == pugi::node_pcdata) {
      CHECK(rule.text);
      continue;
    }
    CHECK(rule.children.count(child.name()) == 1);
    check(child);
  }
}

pugi::xml_document parsed(const TestRun& run) {
  pugi::xml_document document;
  const std::string text = junit(run);
  const auto result = document.load_string(text.c_str(), pugi::parse_full);
  INFO(text);
  REQUIRE(result);
  return document;
}

} // namespace

TEST_CASE("the XML keeps to the schema junit-10") {
  check(parsed(tests::some_test_run()).document_element());
  check(parsed(TestRun{}).document_element());
}

TEST_CASE("the counts, the failure and the conversation stand where CI servers look for them") {
  const auto document = parsed(tests::some_test_run());
  const auto suite = document.document_element().child("testsuite");
  CHECK(std::string(suite.attribute("tests").value()) == "3");
  CHECK(std::string(suite.attribute("failures").value()) == "1");
  CHECK(std::string(suite.attribute("errors").value()) == "1");
  CHECK(std::string(suite.attribute("time").value()) == "1.234");
  auto each = suite.child("testcase");
  CHECK(std::string(each.attribute("classname").value()) == "regression.busy");
  CHECK_FALSE(each.first_child());
  each = each.next_sibling("testcase");
  CHECK(std::string(each.attribute("name").value()) == "5 < 6 & \"quoted\" # \\x1B[31m]]>\\xFF");
  CHECK(std::string(each.attribute("classname").value()) == "mine.late");
  const auto failure = each.child("failure");
  CHECK(std::string(failure.attribute("message").value()) == "class: expected busy, got no_answer");
  CHECK_THAT(std::string(failure.child_value()), ContainsSubstring("code: expected 676, got 678"));
  CHECK_THAT(std::string(each.child("system-out").child_value()), ContainsSubstring("NO ANSWER\\x01\n"));
  each = each.next_sibling("testcase");
  CHECK(each.child("error"));
}

TEST_CASE("no byte that XML cannot hold is in the XML") {
  for (const char c : junit(tests::some_test_run())) {
    const auto byte = static_cast<unsigned char>(c);
    CHECK((byte == '\n' || (byte >= 0x20 && byte < 0x7f)));
  }
}

} // namespace dialbench::report
