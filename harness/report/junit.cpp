// JUnit's XML, as Jenkins, GitLab and others read it.
#include "harness/evidence/duration.hpp"
#include "harness/report/plain.hpp"
#include "harness/report/test_run.hpp"

#include <pugixml.hpp>

#include <cstdio>
#include <filesystem>
#include <sstream>

namespace dialbench::report {
namespace {

// Line breaks and tabs stay, everything else that is not printable ASCII is escaped: XML 1.0 has no way at
// all to write most control characters.
std::string for_xml(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\n\t"), text.size());
    out += printable(text.substr(0, end));
    if (end < text.size()) out += text[end];
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string decimal_seconds(std::chrono::milliseconds time) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", static_cast<double>(time.count()) / 1000);
  return text;
}

// The folder and the file as a Java package would be written: what groups cases in the reports of CI servers.
// Where on this machine the folder is, is nobody's business there.
std::string class_name(const std::string& file) {
  const std::filesystem::path path(file);
  const std::string folder = path.parent_path().filename().string();
  const std::string stem = path.stem().string();
  return for_xml(folder.empty() || folder == "." ? stem : folder + '.' + stem);
}

void add_case(pugi::xml_node suite, const TestCase& each) {
  auto node = suite.append_child("testcase");
  node.append_attribute("name") = for_xml(each.name).c_str();
  node.append_attribute("classname") = class_name(each.file).c_str();
  node.append_attribute("time") = decimal_seconds(each.took).c_str();
  if (!each.passed()) {
    auto failure = node.append_child(each.unreadable ? "error" : "failure");
    failure.append_attribute("type") = each.unreadable ? "scenario" : "expectation";
    failure.append_attribute("message") = for_xml(each.failures.front()).c_str();
    std::string all;
    for (const auto& line : each.failures) all += for_xml(line) + '\n';
    failure.append_child(pugi::node_pcdata).set_value(all.c_str());
  }
  const std::string said = faults_text(each) + each.conversation();
  if (!said.empty())
    node.append_child("system-out").append_child(pugi::node_pcdata).set_value(for_xml(said).c_str());
}

} // namespace

std::string junit(const TestRun& run) {
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  auto all = document.append_child("testsuites");
  auto suite = all.append_child("testsuite");
  suite.append_attribute("name") = for_xml(run.name).c_str();
  suite.append_attribute("tests") = run.cases.size();
  suite.append_attribute("failures") = run.failed();
  suite.append_attribute("errors") = run.unreadable();
  suite.append_attribute("skipped") = 0;
  suite.append_attribute("time") = decimal_seconds(run.took).c_str();
  if (!run.timestamp.empty()) suite.append_attribute("timestamp") = run.timestamp.c_str();
  for (const auto& each : run.cases) add_case(suite, each);
  std::ostringstream out;
  document.save(out, "  ");
  return out.str();
}

} // namespace dialbench::report
