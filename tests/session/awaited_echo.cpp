// The echo of a command, and what an unsolicited line without line ends makes of it.
#include "harness/session/awaited_echo.hpp"

#include "tests/catch.hpp"

using dialbench::session::AwaitedEcho;

namespace {

AwaitedEcho awaiting(std::string_view command) {
  AwaitedEcho echo;
  echo.expect(command);
  return echo;
}
bool is_ring(std::string_view text) { return text == "RING"; }

} // namespace

TEST_CASE("an unsolicited line is found wherever it cuts the echo") {
  const std::string command = "ATDRT5550120"; // an R of its own stands in it
  for (std::size_t cut = 0; cut <= command.size(); ++cut) {
    const std::string front = command.substr(0, cut);
    const std::string behind = command.substr(cut);
    CAPTURE(front);
    auto in_one_line = awaiting(command);
    CHECK(in_one_line.inside(front + "RING" + behind, is_ring) == "RING");
    CHECK(in_one_line.inside(command, is_ring) == std::nullopt); // it has come

    auto line_end_behind = awaiting(command);
    CHECK(line_end_behind.inside(front + "RING", is_ring) == "RING");
    if (behind.empty()) continue;
    CHECK(line_end_behind.inside(behind, is_ring) == "");

    auto line_end_before = awaiting(command);
    line_end_before.heard(front);
    CHECK(line_end_before.inside("RING" + behind, is_ring) == "RING");
  }
}

TEST_CASE("what is no piece of the echo is left alone") {
  auto echo = awaiting("ATDT5550120");
  CHECK(echo.inside("RINGATDT555012", is_ring) == std::nullopt);
  CHECK(echo.inside("RINGATDT55501200", is_ring) == std::nullopt);
  CHECK(echo.inside("ATDTRING550120", is_ring) == std::nullopt);
  CHECK(echo.inside("ATDT555BUSY0120", is_ring) == std::nullopt);
  CHECK(echo.inside("", is_ring) == std::nullopt);
  CHECK(echo.inside("ATDT555RING0120", is_ring) == "RING");
}

TEST_CASE("nothing is awaited before a command, nor behind an echo that came with its corrections") {
  AwaitedEcho none;
  CHECK(none.inside("RING", is_ring) == std::nullopt);
  CHECK(none.inside("", is_ring) == std::nullopt);
  auto corrected = awaiting("ATZ");
  corrected.heard("ATX\b \bZ");
  CHECK(corrected.inside("RINGATZ", is_ring) == std::nullopt);
}
