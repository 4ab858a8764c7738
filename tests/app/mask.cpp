#include "harness/app/mask.hpp"

#include "tests/catch.hpp"

namespace dialbench::app {
using transcript::Event;
using transcript::Kind;

namespace {
std::string streamed(NumberMask& mask, Kind kind, const std::vector<std::string>& pieces) {
  std::string out;
  for (const auto& piece : pieces) out += mask.event(Event{{}, kind, piece, 0}).text;
  return out;
}
} // namespace

TEST_CASE("all but the last two digits are hidden, wherever the number stands") {
  const NumberMask mask({"5551234"});
  REQUIRE(mask.text("ATDT5551234 and 5551234;") == "ATDT#####34 and #####34;");
  REQUIRE(mask.text("ATS7?") == "ATS7?");
  REQUIRE(NumberMask().text("ATDT5551234") == "ATDT5551234");
}

TEST_CASE("a number is hidden however its bytes come") {
  const std::string line = "ATDT5551234\r";
  for (std::size_t cut = 0; cut <= line.size(); ++cut) {
    NumberMask mask({"5551234"});
    const auto out = streamed(mask, Kind::received, {line.substr(0, cut), line.substr(cut)});
    CAPTURE(cut, out);
    REQUIRE(out.size() == line.size());
    REQUIRE(out.substr(0, 9) == "ATDT#####");
    REQUIRE(out.back() == '\r');
  }
}

TEST_CASE("byte by byte the whole number is hidden") {
  NumberMask mask({"5551234"});
  std::vector<std::string> bytes;
  for (const char c : std::string("ATDT5551234\r")) bytes.emplace_back(1, c);
  const auto out = streamed(mask, Kind::sent, bytes);
  REQUIRE(out.find("12") == std::string::npos);
  REQUIRE(out.substr(0, 9) == "ATDT#####");
}

TEST_CASE("a number that begins inside its own beginning is found") {
  NumberMask mask({"5550176"});
  REQUIRE(streamed(mask, Kind::sent, {"55", "55", "0176"}).find("0176") == std::string::npos);
  REQUIRE(streamed(mask, Kind::sent, {"ATDT55550176\r"}) == "ATDT5#####76\r");
}

TEST_CASE("the two directions do not mix") {
  NumberMask mask({"5551234"});
  REQUIRE(mask.event(Event{{}, Kind::sent, "555", 0}).text == "###");
  REQUIRE(mask.event(Event{{}, Kind::received, "1234", 0}).text == "1234");
}

TEST_CASE("an outcome keeps its figures and loses its numbers") {
  evidence::Outcome outcome;
  outcome.outcome = evidence::OutcomeClass::busy;
  outcome.word = "BUSY";
  outcome.evidence.number = "5551234";
  outcome.evidence.dial_command = "ATDT5551234";
  outcome.evidence.commands.push_back(
      {{}, "ATDT5551234", {{{}, "ATDT5551234", at::Meaning::info, 0, {}, ""}}, {}});
  outcome.evidence.notes.push_back({{}, evidence::Note::Kind::dial, "ATDT5551234"});
  const auto masked = NumberMask({"5551234"}).outcome(outcome);
  REQUIRE(masked.word == "BUSY");
  REQUIRE(masked.outcome == evidence::OutcomeClass::busy);
  REQUIRE(masked.evidence.number == "#####34");
  REQUIRE(masked.evidence.dial_command == "ATDT#####34");
  REQUIRE(masked.evidence.commands[0].text == "ATDT#####34");
  REQUIRE(masked.evidence.commands[0].reply[0].text == "ATDT#####34");
  REQUIRE(masked.evidence.notes[0].text == "ATDT#####34");
}

TEST_CASE("the numbers of a script are those that it dials, as written and as digits") {
  script::Script script;
  script::Step set_up, dial, chat;
  set_up.text.bytes = "ATS7=60";
  dial.kind = script::StepKind::dial;
  dial.text.bytes = "T9,555-1234";
  chat.kind = script::StepKind::raw;
  chat.text.bytes = "ATDT5550176\r";
  script.steps = {set_up, dial, chat};
  const NumberMask mask(numbers_in(script, ""));
  REQUIRE(mask.text("ATDT9,555-1234").find("555") == std::string::npos);
  REQUIRE(mask.text("95551234").find("555") == std::string::npos);
  REQUIRE(mask.text("5550176") == "#####76");
  REQUIRE(mask.text("ATS7=60") == "ATS7=60");
}

} // namespace dialbench::app
