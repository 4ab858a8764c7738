#include "harness/diagnosis/headline.hpp"
#include "tests/catch.hpp"
#include "tests/diagnosis/situations.hpp"

using namespace dialbench;
using namespace dialbench::tests;
using diagnosis::link_text;

namespace {

std::string headline_of(const Call& call) {
  const auto outcome = call.outcome();
  return diagnosis::headline_of(diagnosis::Facts(outcome));
}

} // namespace

TEST_CASE("success says what the modem said of the link") {
  auto call = a_call().connects(12s);
  CHECK(headline_of(call) == "The modems are connected.");
  call.e.link = {.dce_transmit = 33600,
                 .dce_receive = 33600,
                 .dte = 115200,
                 .modulation = "V34",
                 .error_control = "LAPM",
                 .compression = "V42BIS",
                 .rate_kind_assumed = false};
  CHECK(headline_of(call) == "Connected: 33600 bit/s, V34, error control LAPM, compression V42BIS.");
}

TEST_CASE("rates of a link: two directions, one, or only that of the port") {
  at::Link link;
  CHECK(link_text(link).empty());
  link.error_control = "NONE";
  CHECK(link_text(link) == "error control NONE");
  link.dte = 57600;
  CHECK(link_text(link) == "57600 bit/s between computer and modem, error control NONE");
  link.rate_kind_assumed = true;
  CHECK(link_text(link) == "57600 bit/s, error control NONE");
  link.dce_receive = 2400;
  CHECK(link_text(link) == "2400 bit/s, error control NONE");
  link.dce_transmit = 1200;
  CHECK(link_text(link) == "1200 bit/s out and 2400 bit/s in, error control NONE");
}

TEST_CASE("what the system or the script reader said is the headline") {
  using evidence::PortFault;
  CHECK(headline_of(a_call().port_fault(PortFault::in_use, "minicom (pid 44) has /dev/ttyS0 open")) ==
        "minicom (pid 44) has /dev/ttyS0 open.");
  CHECK(headline_of(a_call().port_fault(PortFault::no_such_port)) == "There is no such port.");
  auto fault = a_call().never_dialled().ends(evidence::Ending::script_fault);
  fault.e.fault_text = "call.toml:3:7: there is no step of the name 'dail'";
  CHECK(headline_of(fault) == "call.toml:3:7: there is no step of the name 'dail'.");
}

TEST_CASE("NO CARRIER reads differently by when it came and what was heard") {
  const auto no_carrier = [](Call call, Duration after) {
    return headline_of(call.then("NO CARRIER", at::Meaning::no_carrier, after));
  };
  CHECK(no_carrier(a_call(), -1s) == "The modem gave up before all digits can have been out.");
  CHECK(no_carrier(a_call(), 500ms) == "The modem gave up within a second of the last digit.");
  CHECK(no_carrier(a_call(), 12s) == "The call ended without a carrier, before S7 (50 s) was over.");
  CHECK(no_carrier(a_call(), 50s) == "No carrier was heard until S7 (50 s) was over.");
  CHECK(no_carrier(a_call(), 65s) == "No carrier was heard, even after S7 (50 s) was over.");
  CHECK(no_carrier(a_call().ringing(8), 50s) == "It rang until S7 (50 s) was over, and no modem was heard.");
  CHECK(no_carrier(a_call().ringing(2), 40s) == "It was answered, but the two modems did not come to agree.");
  CHECK(no_carrier(a_call().carrier(), 30s) ==
        "A carrier was heard, but the two modems did not come to agree.");
  CHECK(no_carrier(a_call().incoming(), 5s) == "A call came in while we dialled, and took the line.");
}

TEST_CASE("every attempt has a headline that is one line and ends like a sentence") {
  for (const auto& attempt : situations()) {
    const std::string headline = diagnosis::headline_of(diagnosis::Facts(attempt));
    CAPTURE(headline);
    CHECK(headline.size() > 10);
    CHECK(headline.find('{') == std::string::npos);
    CHECK(headline.find('\n') == std::string::npos);
    CHECK(headline.back() == '.');
  }
}
