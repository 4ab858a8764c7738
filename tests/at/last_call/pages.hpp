// Pages of several modems in the layout of their makers, with numbers made up, and how they are read.
#pragma once

#include "at/last_call/last_call.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dialbench::tests {

inline std::vector<std::string_view> lines_of(std::string_view page) {
  std::vector<std::string_view> lines;
  while (!page.empty()) {
    const std::size_t end = page.find('\n');
    lines.push_back(page.substr(0, end));
    page.remove_prefix(end == std::string_view::npos ? page.size() : end + 1);
  }
  return lines;
}

inline at::LastCall read(at::ReportKind kind, std::string_view page) {
  return at::read_last_call(kind, lines_of(page));
}

// A text field; "(none)" where the call has none.
inline std::string text_of(const at::LastCall& call, at::FieldId id) {
  const at::FieldValue* value = call.find(id);
  const auto* text = value ? std::get_if<std::string>(value) : nullptr;
  return text ? *text : "(none)";
}

// `key=value`, in order, with a comma between.
inline std::string unknown_of(const at::LastCall& call) {
  std::string all;
  for (const at::UnknownField& field : call.unknown)
    all += (all.empty() ? "" : ",") + field.key + '=' + field.value;
  return all;
}

inline constexpr std::string_view unimodem_page = R"(DIAG <2A4D3263 0=10>
DIAG <2A4D3263 1=7 2=0 3=0>
DIAG <2A4D3263 4="C1450390" 5="A145">
DIAG <2A4D3263 10=1D 11=0B 12=46 17=2A>
DIAG <2A4D3263 20=C 21=E 22=C80 23=1F40 24=780 26=7080 27=C0B5>
DIAG <2A4D3263 30=1 31=2 32=0 33=3 34=6978 35=B607>
DIAG <2A4D3263 40=1 41=80 44=1 50=2 51=2 52=4D2 53=10E1B>
DIAG <2A4D3263 60=3D>
OK)";

inline constexpr std::string_view usr_link_page = R"(U.S. Robotics 56K FAX EXT Link Diagnostics...

Chars sent                 2210      Chars Received            81344
Chars lost                    0
Octets sent                1904      Octets Received           63021
Blocks sent                  88      Blocks Received             702
Blocks resent                 4

Retrains Requested            1      Retrains Granted              2
Line Reversals                0      Blers                        17
Link Timeouts                 3      Link Naks                     5

Data Compression       V42BIS 2048/32
Equalization           Long
Fallback               Enabled
Protocol               LAPM/SREJ
Speed                  45333/26400
V.90 Peak Speed        49333
Last Call              01:02:05

Disconnect Reason is DTR dropped

OK)";

inline constexpr std::string_view usr_extended_page = R"(U.S. Robotics 56K FAX EXT Link Diagnostics...

Modulation                  V.90
Carrier Freq     (Hz)       None/1829
Symbol Rate                 8000/3200
Trellis Code                None/64S-4D
Nonlinear Encoding          None/ON
Precoding                   None/ON
Shaping                     ON/OFF
Preemphasis      (-dB)      4/2
Recv/Xmit Level  (-dBm)     21/10
Near Echo Loss   (dB)       12
Far Echo Loss    (dB)       0
Carrier Offset   (Hz)       NONE
Round Trip Delay (msec)     9
Timing Offset    (ppm)      -1638
SNR              (dB)       43.5
Speed Shifts Up/Down        1/6
Status :                    uu,5,13Y,19.4,-3,1N,0,51.1,7.3

OK)";

inline constexpr std::string_view lucent_page = R"(      Description                         Status
      ---------------                     ------------
1     Last Connection                     V.90
2     Initial Transmit Carrier Rate       28800
3     Initial Receive  Carrier Rate       48000
4     Final   Transmit Carrier Rate       26400
5     Final   Receive  Carrier Rate       45333
6     Protocol Negotiation Result         LAPM
7     Data Compression Result             V42bis
8     Estimated Noise Level               161
9     Receive  Signal Power Level  (-dBm) 24
10    Transmit Signal Power Level  (-dBm) 12
11    Round Trip Delay             (msec) 6
Press any key to continue; ESC to quit.
      Description                         Status
      ---------------                     ------------
12    Near Echo Level              (-dBm) NA
13    Far  Echo Level              (-dBm) 55
14    Transmit Frame Count                311
15    Transmit Frame Error Count          2
16    Receive  Frame Count                940
17    Receive  Frame Error Count          7
18    Retrain by Local  Modem             1
19    Retrain by Remote Modem             0
20    Call Termination Cause              3
21    Robbed-Bit Signaling                20
22    Digital Loss                   (dB) 6
23    Remote Server ID                    4342C3
OK)";

inline constexpr std::string_view conexant_page = R"(TERMINATION REASON.......... LOCAL REQUEST
LAST TX rate................ 24000 BPS
HIGHEST TX rate............. 26400 BPS
LAST RX rate................ 42667 BPS
HIGHEST RX rate............. 45333 BPS
PROTOCOL.................... LAPM
COMPRESSION................. V42Bis
Line QUALITY................ 027
Rx LEVEL.................... 019
Highest Rx State............ 67
Highest TX State............ 66
EQM Sum..................... 00B4
Min Distance................ 0000
RBS Pattern................. 03
Rate Drop................... 00
Digital Loss................ 2000
Local Rtrn Count............ 0A
Remote Rtrn Count........... 01
Flex 9481814347C4

OK)";

inline constexpr std::string_view zyxel_page = R"(ZyXEL U-MODEM LINK STATUS REPORT

Chars Sent              3120   Chars Received          4410
Octets Sent             1180   Octets Received         2015
Blocks Sent               21   Blocks Received           34
Blocks Resent              2   Max Outstanding            8
Max Block Size           256   Retrain Requested          1
Link Duration              3   Retrain Granted            4
T401 Timeouts              5   T402 Timeouts              6
FCS Errors                 7   Round Trip Delay         120
Xmitter Underrun           9   Receiver Overrun          11
Last Speed/Protocol    Connect 14400/ARQ/V42b
Disconnect Reason      Local Hang Up
OK)";

inline constexpr std::string_view multitech_page = R"(DSP Version          : 94
Firmware Version     : 1.28k
Link Type            : V.34
Line Speed           : 31200/28800
Serial Speed         : 115200
Error Correction     : V.42
Data Compression     : V.42bis
Past Retrains        : 2
OK)";

} // namespace dialbench::tests
