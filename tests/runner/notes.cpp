#include "harness/runner/notes.hpp"

#include "tests/catch.hpp"

using namespace dialbench;
using runner::text_of;

TEST_CASE("what was done to the port, in words") {
  session::PortRequest request;
  request.kind = session::PortRequest::Kind::set_lines;
  request.dtr = false;
  REQUIRE(text_of(request) == "DTR off");
  request.rts = true;
  REQUIRE(text_of(request) == "DTR off, RTS on");
  request.kind = session::PortRequest::Kind::read_lines;
  REQUIRE(text_of(request).empty());
  request.kind = session::PortRequest::Kind::send_break;
  request.duration = std::chrono::milliseconds(500);
  REQUIRE_THAT(text_of(request), ContainsSubstring("0.5 s"));
}

TEST_CASE("lines and problems in words") {
  evidence::ModemLines lines;
  lines.dcd = true;
  REQUIRE(text_of(lines) == "DCD on, DSR off, CTS off, RI off");
  evidence::PortProblem problem;
  problem.fault = evidence::PortFault::lost;
  problem.detail = "Input/output error";
  REQUIRE_THAT(text_of(problem), ContainsSubstring("Input/output error"));
}
