#include "harness/report/text.hpp"

#include "harness/report/plain.hpp"
#include "tests/catch.hpp"
#include "tests/report/sample.hpp"

#include <algorithm>
#include <sstream>

namespace dialbench::report {
using tests::busy_outcome;
using tests::busy_verdict;

namespace {
std::string text_of(const diagnosis::Verdict& verdict, const evidence::Outcome& outcome,
                    Setting setting = {}) {
  return verdict_text(verdict, outcome, setting, Style{});
}
} // namespace

TEST_CASE("a verdict: the answer, the evidence, the causes, the exit status") {
  Setting setting;
  setting.exit_status = 76;
  setting.remarks = {"Built-in exchange: 5550176 is set to be busy."};
  REQUIRE(text_of(busy_verdict(), busy_outcome(), setting) ==
          R"(676 ERROR_LINE_BUSY    class busy    the modem said: BUSY
The number is busy.

Evidence
  BUSY 4.1 s after the last digit (about). [result at 6.4 s]
  Ringing: none.
  The code is certain.

Probable causes
  1 likely    Somebody is talking on that number.
      for     BUSY came at once
      against it was busy ten minutes ago, too
      check   Call again in a few minutes:
               dialbench dial 5550176
  2 unlikely  All trunks on the way are taken.

Built-in exchange: 5550176 is set to be busy.
exit status 76 (the code minus 600)
)");
}

TEST_CASE("a code that is not certain names the others, with the reason") {
  auto verdict = busy_verdict();
  verdict.certain = false;
  verdict.alternatives = {{678, "ERROR_NO_ANSWER", "it rang until S7 ran out"}, {680, "", ""}};
  const auto text = text_of(verdict, busy_outcome());
  REQUIRE_THAT(text,
               ContainsSubstring("  It may also have been 678 ERROR_NO_ANSWER: it rang until S7 ran out\n"
                                 "  It may also have been 680.\n"));
  REQUIRE(text.find("certain") == std::string::npos);
}

TEST_CASE("success has no code") {
  diagnosis::Verdict verdict;
  verdict.outcome = evidence::OutcomeClass::connected;
  verdict.word = "CONNECT 33600";
  verdict.headline = "The modems are connected.";
  REQUIRE(text_of(verdict, {}) == "CONNECTED    class connected    the modem said: CONNECT 33600\n"
                                  "The modems are connected.\n"
                                  "exit status 0\n");
}

TEST_CASE("what the system said about a port stands there once, and its commands can be pasted") {
  diagnosis::Verdict verdict;
  verdict.outcome = evidence::OutcomeClass::port_denied;
  verdict.code = 633;
  verdict.symbol = "ERROR_PORT_NOT_AVAILABLE";
  verdict.headline = "This user may not open the port.";
  evidence::Outcome outcome;
  outcome.evidence.port =
      evidence::PortProblem{evidence::PortFault::denied, 13, "It belongs to root:dialout.",
                            "sudo usermod -aG dialout $USER\nnewgrp dialout"};
  Setting setting;
  setting.exit_status = 33;
  const std::string expected = "633 ERROR_PORT_NOT_AVAILABLE    class port_denied\n"
                               "This user may not open the port.\n"
                               "It belongs to root:dialout.\n"
                               "sudo usermod -aG dialout $USER\n"
                               "newgrp dialout\n"
                               "exit status 33 (the code minus 600)\n";
  REQUIRE(text_of(verdict, outcome, setting) == expected);

  verdict.headline = "This user may not open the port. It belongs to root:dialout.";
  const auto once = text_of(verdict, outcome, setting);
  REQUIRE(once.find("root:dialout") == once.rfind("root:dialout"));
}

TEST_CASE("a command that a check has already does not stand alone above it as well") {
  diagnosis::Verdict verdict;
  verdict.code = 636;
  verdict.headline = "/dev/null is no serial port.";
  verdict.causes.push_back({"636.no_serial_port",
                            diagnosis::Likelihood::likely,
                            "It is none.",
                            {},
                            {},
                            "Choose one of the ports that are there: dialbench ports"});
  evidence::Outcome outcome;
  outcome.evidence.port = evidence::PortProblem{evidence::PortFault::not_a_serial_port, 0,
                                                "/dev/null is no serial port.", "dialbench ports"};
  const auto page = text_of(verdict, outcome, Setting());
  REQUIRE(page.find("dialbench ports") != std::string::npos);
  REQUIRE(page.find("dialbench ports") == page.rfind("dialbench ports"));
  verdict.causes.clear();
  REQUIRE_THAT(text_of(verdict, outcome, Setting()), ContainsSubstring("\ndialbench ports\n"));
}

TEST_CASE("a remark that ends in a command keeps the command whole") {
  Setting setting;
  setting.remarks = {"The modem keeps S7=20, S8=3, S9=12, S10=30 for later calls, until it is reset: "
                     "dialbench dial -p /dev/ttyUSB0 --init ATZ 5551234"};
  REQUIRE_THAT(text_of(busy_verdict(), busy_outcome(), setting),
               ContainsSubstring("\ndialbench dial -p /dev/ttyUSB0 --init ATZ 5551234\n"));
}

TEST_CASE("a word of hostile bytes is escaped and stays on the page") {
  auto verdict = busy_verdict();
  verdict.word = "\033]0;title\x07" + std::string(900, 'W');
  std::istringstream lines(text_of(verdict, busy_outcome()));
  for (std::string line; std::getline(lines, line);) {
    REQUIRE(line.size() <= columns_max);
    REQUIRE(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }));
  }
}

TEST_CASE("colour only repeats what the words say") {
  const auto plain = text_of(busy_verdict(), busy_outcome());
  auto coloured = verdict_text(busy_verdict(), busy_outcome(), {}, Style{true});
  REQUIRE(coloured != plain);
  for (std::size_t at; (at = coloured.find('\033')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  REQUIRE(coloured == plain);
}

TEST_CASE("a status that is not the code minus 600 is not explained so") {
  REQUIRE(exit_line(676, 76) == "exit status 76 (the code minus 600)\n");
  REQUIRE(exit_line(664, 255) == "exit status 255\n");
  REQUIRE(exit_line(0, 0) == "exit status 0\n");
}

} // namespace dialbench::report
