#include "harness/report/json.hpp"

#include "tests/catch.hpp"
#include "tests/report/sample.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::report {
using nlohmann::ordered_json;

TEST_CASE("the verdict as data has the fields of the text") {
  Setting setting;
  setting.exit_status = 76;
  const auto json = verdict_json(tests::busy_verdict(), tests::busy_outcome(), setting);
  REQUIRE(json["schema"] == "dialbench.outcome/1");
  REQUIRE(json["line"] == "emulated");
  REQUIRE(json["port"].is_null());
  REQUIRE(json["code"] == 676);
  REQUIRE(json["symbol"] == "ERROR_LINE_BUSY");
  REQUIRE(json["class"] == "busy");
  REQUIRE(json["word"] == "BUSY");
  REQUIRE(json["certain"] == true);
  REQUIRE(json["evidence"][0]["source"] == "result at 6.4 s");
  REQUIRE(json["evidence"][1]["source"].is_null());
  REQUIRE(json["causes"].size() == 2);
  REQUIRE(json["causes"][0]["likelihood"] == "likely");
  REQUIRE(json["causes"][0]["for"][0] == "BUSY came at once");
  REQUIRE(json["exit_status"] == 76);
}

TEST_CASE("times are seconds, and what is not known is null") {
  const auto json = verdict_json(tests::busy_verdict(), tests::busy_outcome(), {});
  REQUIRE(json["times"]["dial_sent"] == 0.3);
  REQUIRE(json["times"]["dial_estimated"] == 3.33);
  REQUIRE(json["times"]["ended"] == 6.4);
  REQUIRE(json["times"]["connected"].is_null());
  REQUIRE(json["link"].is_null());
  REQUIRE(json["lines"].is_null());
  REQUIRE(json["dialogue"][0]["reply"][0]["text"] == "BUSY");
}

TEST_CASE("a connection says what its lines said") {
  auto outcome = tests::busy_outcome();
  outcome.evidence.connected = true;
  outcome.evidence.link.dce_receive = 33600;
  outcome.evidence.link.error_control = "LAPM";
  outcome.evidence.lines_at_end = evidence::ModemLines{true, true, true, false};
  Setting setting;
  setting.line = LineKind::simulator;
  setting.port = "/dev/ttyS0";
  const auto json = verdict_json({}, outcome, setting);
  REQUIRE(json["line"] == "simulator");
  REQUIRE(json["port"] == "/dev/ttyS0");
  REQUIRE(json["link"]["dce_receive"] == 33600);
  REQUIRE(json["link"]["dce_transmit"].is_null());
  REQUIRE(json["link"]["error_control"] == "LAPM");
  REQUIRE(json["lines"]["dcd"] == true);
}

TEST_CASE("whatever a modem says, the text is valid JSON and gives the same back") {
  auto verdict = tests::busy_verdict();
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  verdict.word = every_byte;
  verdict.causes[0].text = "\xc3";
  auto outcome = tests::busy_outcome();
  outcome.evidence.commands[0].reply[0].text = "\xff\xfe\"\\";
  const auto text = json_text(verdict_json(verdict, outcome, {}));
  REQUIRE(ordered_json::accept(text));
  const auto json = ordered_json::parse(text);
  REQUIRE(json["dialogue"][0]["reply"][0]["text"] == "\\xFF\\xFE\"\\");
  REQUIRE(json["causes"][0]["text"] == "\\xC3");
}

TEST_CASE("keys keep their order and a negative indent makes one line") {
  const auto text = json_text(verdict_json(tests::busy_verdict(), tests::busy_outcome(), {}), -1);
  REQUIRE_THAT(text, StartsWith(R"({"schema":"dialbench.outcome/1","line":"emulated",)"));
  REQUIRE(text.find('\n') == text.size() - 1);
}

} // namespace dialbench::report
