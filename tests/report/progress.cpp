#include "harness/report/progress.hpp"

#include "tests/catch.hpp"

namespace dialbench::report {
using namespace std::chrono_literals;
using evidence::Note;

TEST_CASE("a note is a line with its second and its kind") {
  REQUIRE(note_text({0s, Note::Kind::setup, "ATE0Q0V1X4: OK. S7 reads 50 s."}) ==
          "   0.0 s  set up    ATE0Q0V1X4: OK. S7 reads 50 s.\n");
  REQUIRE(note_text({15'149ms, Note::Kind::result, "NO CARRIER"}) == "  15.1 s  result    NO CARRIER\n");
  REQUIRE(note_text({15'150ms, Note::Kind::hangup, "AT answers OK."}) ==
          "  15.2 s  hung up   AT answers OK.\n");
}

TEST_CASE("a long note is wrapped under itself and its bytes are harmless") {
  REQUIRE(note_text({1s, Note::Kind::script, std::string(50, 'a') + ' ' + std::string(20, 'b') + "\033c"}) ==
          "   1.0 s  script    " + std::string(50, 'a') + "\n" + std::string(20, ' ') + std::string(20, 'b') +
              "\\x1Bc\n");
}

TEST_CASE("the live line says what is awaited and how long") {
  const Awaited awaited{"result of ATDT5550179", Time(52'400ms), "S7"};
  REQUIRE(waiting_text(awaited, 9'400ms) ==
          "   9.4 s  waiting   result of ATDT5550179; 43 s left until S7. Ctrl-C hangs up.");
  REQUIRE(waiting_text({"the reply to AT", std::nullopt, ""}, 0s) ==
          "   0.0 s  waiting   the reply to AT. Ctrl-C hangs up.");
}

TEST_CASE("a live line never goes below zero and never reaches the edge") {
  REQUIRE_THAT(waiting_text({"result", Time(1s), ""}, 5s), ContainsSubstring("result; 0 s left."));
  const auto cut = waiting_text({std::string(300, 'x'), Time(1s), ""}, 5s);
  REQUIRE(cut.size() == 79);
  REQUIRE_THAT(cut, ContainsSubstring("x...; 0 s left. Ctrl-C hangs up."));
  REQUIRE(waiting_text({"result of ATDT5550177", Time(64s), "S7 and a margin are over"}, 0s) ==
          "   0.0 s  waiting   result of ATDT5550177; 64 s left. Ctrl-C hangs up.");
}

TEST_CASE("the live line is rewritten in place and gone before anything else is printed") {
  std::string screen;
  Progress progress([&screen](std::string_view text) { screen += text; }, true);
  progress.waiting({"OK", std::nullopt, ""}, 0s);
  progress.waiting({"OK", std::nullopt, ""}, 10ms);
  progress.note({100ms, Note::Kind::setup, "ATZ: OK."});
  progress.clear();
  REQUIRE(screen == "\r   0.0 s  waiting   OK. Ctrl-C hangs up.\033[K"
                    "\r\033[K"
                    "   0.1 s  set up    ATZ: OK.\n");
}

TEST_CASE("in a pipe there is no live line") {
  std::string screen;
  Progress progress([&screen](std::string_view text) { screen += text; }, false);
  progress.waiting({"OK", std::nullopt, ""}, 0s);
  progress.note({0s, Note::Kind::dial, "ATDT1"});
  progress.clear();
  REQUIRE(screen == "   0.0 s  dial      ATDT1\n");
}

} // namespace dialbench::report
