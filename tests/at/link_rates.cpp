#include "at/link_rates.hpp"

#include "tests/catch.hpp"

#include <string_view>

using namespace dialbench;
using at::Link;
using at::Meaning;
using at::detail::Rates;
using at::detail::Side;

namespace {

struct Told {
  at::Bps transmit = 0;
  at::Bps receive = 0;
  at::Bps dte = 0;
  friend bool operator==(const Told&, const Told&) = default;
};

std::ostream& operator<<(std::ostream& out, const Told& told) {
  return out << told.transmit << '/' << told.receive << " dte " << told.dte;
}

Told told(std::string_view line) {
  Link link;
  at::add_line(link, line);
  return {link.dce_transmit.value_or(0), link.dce_receive.value_or(0), link.dte.value_or(0)};
}

} // namespace

TEST_CASE("whose rate it is stands before it or behind it") {
  CHECK(told("CARRIER Transmit: 33600 Receive: 46667") == Told{33600, 46667, 0});
  CHECK(told("CARRIER RX: 46667 TX: 33600") == Told{33600, 46667, 0});
  CHECK(told("CARRIER 33600 TX/46667 RX") == Told{33600, 46667, 0});
  CHECK(told("CONNECT 115200 /V.34/LAP-M/V.42bis/31200:TX/33600:RX") == Told{31200, 33600, 115200});
  CHECK(told("CONNECT 115200/V.34/31200TX/33600RX") == Told{31200, 33600, 115200});
  CHECK(told("CONNECT 57600 TX 31200 RX 33600") == Told{31200, 33600, 57600});
  CHECK(told("CONNECT 115200 CARRIER 33600 LAPM V42BIS") == Told{33600, 33600, 115200});
  CHECK(told("CONNECT 115200/DTE 33600/DCE") == Told{33600, 33600, 115200});
  CHECK(told("CONNECT DTE 115200 DCE 33600") == Told{33600, 33600, 115200});
  CHECK(told("CONNECT 33600 TX") == Told{33600, 0, 0});
  CHECK(told("CONNECT TX") == Told{});
  CHECK(told("CONNECT TX RX 9600 TX") == Told{9600, 0, 0});
}

TEST_CASE("two rates are the port's and the line's, or the line's two ways") {
  CHECK(told("CONNECT 115200/33600") == Told{33600, 33600, 115200});
  CHECK(told("CONNECT 57600/V.42bis/28800") == Told{28800, 28800, 57600});
  CHECK(told("CONNECT 19200/9600") == Told{9600, 9600, 19200});
  CHECK(told("CONNECT 26400/24000 V34") == Told{26400, 24000, 0});
  CHECK(told("CONNECT 1200/75") == Told{1200, 75, 0});
  CHECK(told("CONNECT 9600/300/HST") == Told{9600, 300, 0});
  CHECK(told("CONNECT 115200/31200/33600") == Told{31200, 33600, 115200});
}

TEST_CASE("the port's rate may stand behind the line's") {
  CHECK(told("CONNECT 33600/115200") == Told{33600, 33600, 115200});
  CHECK(told("CONNECT 28800/38400") == Told{28800, 28800, 38400});
  CHECK(told("CONNECT 2400/38400") == Told{2400, 2400, 38400});
  CHECK(told("CONNECT 14400/57600/LAPM/V42BIS") == Told{14400, 14400, 57600});
  CHECK(told("CONNECT 28800/V34 57600") == Told{28800, 28800, 57600});
  CHECK(told("CONNECT 33600 V34 LAPM V42bis 115200") == Told{33600, 33600, 115200});
  CHECK(told("CONNECT 16800/ZYX 38400/V42b") == Told{16800, 16800, 38400});
  CHECK(told("CONNECT 9600/19200") == Told{9600, 9600, 19200});
  CHECK(told("CONNECT 64000/115200") == Told{64000, 64000, 115200});
  CHECK(told("CONNECT 31200/33600/115200") == Told{31200, 33600, 115200});
  CHECK(told("CONNECT 24000/48000") == Told{24000, 48000, 0}); // no port has 48000
}

TEST_CASE("a slow way back is the line's, whatever stands before it") {
  CHECK(told("CONNECT 24000 HST 450") == Told{24000, 450, 0});
  CHECK(told("CONNECT 9600 HST 300") == Told{9600, 300, 0});
  CHECK(told("CONNECT 1200 75") == Told{1200, 75, 0});
  CHECK(told("CONNECT 9600 V21 300") == Told{300, 300, 9600});
}

TEST_CASE("on a PCM line the faster way is ours to receive, unless V.250 orders them") {
  CHECK(told("CONNECT 50666/31200/V90") == Told{31200, 50666, 0});
  CHECK(told("CARRIER 24000,48000") == Told{24000, 48000, 0});
  CHECK(told("+MRR: 48000,31200") == Told{48000, 31200, 0});
}

TEST_CASE("commas stand between thousands and between rates") {
  CHECK(told("CONNECT 115,200") == Told{115200, 115200, 0});
  CHECK(told("CONNECT 2,400") == Told{2400, 2400, 0});
  CHECK(told("CARRIER 300,300") == Told{300, 300, 0});
  CHECK(told("CARRIER 300, 600") == Told{300, 600, 0});
  CHECK(told("+MRR: 300,300") == Told{300, 300, 0});
}

TEST_CASE("kilobits may be written by themselves") {
  CHECK(told("CONNECT 33.6 Kbps") == Told{33600, 33600, 0});
  CHECK(told("CONNECT 64 K") == Told{64000, 64000, 0});
  CHECK(told("CONNECT 56KFLEX") == Told{});
  CHECK(told("CONNECT 33600 K") == Told{33600, 33600, 0});
}

TEST_CASE("more rates than a line has are left out, and so are numbers that are none") {
  Rates rates;
  for (int i = 0; i < 100; ++i) rates.add({9600, Side::unknown, false});
  for (int i = 0; i < 100; ++i) rates.add(Side::transmit);
  Link link;
  rates.apply(link, Meaning::connect);
  CHECK(link.dce_receive == 9600);
  CHECK(told("CONNECT 7") == Told{});
  CHECK(told("CONNECT 9600 2") == Told{9600, 9600, 0});
}
