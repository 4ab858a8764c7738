#include "at/last_call/forms.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <string>

using namespace dialbench;
using namespace dialbench::at::last_call;

namespace {

// Every segment of a line as `[key|unit]rest` where the label is known, else `key=value`.
std::string segments(std::string_view line, Labels labels = usr_link_labels()) {
  std::string all;
  while (const auto segment = next_segment(line, labels)) {
    if (segment->label) {
      all += '[' + std::string(segment->key) + '|' + std::string(segment->unit) + ']';
      line.remove_prefix(std::min(line.find_first_of(" \t"), line.size())); // the value
    } else if (!segment->key.empty())
      all += '{' + std::string(segment->key) + '=' + std::string(segment->value) + '}';
  }
  return all;
}

} // namespace

TEST_CASE("two columns are two segments, with wide gaps and with single blanks") {
  CHECK(segments("Chars sent                 1730      Chars Received              571") ==
        "[Chars sent|][Chars Received|]");
  CHECK(segments("Chars sent 1730 Chars Received 571") == "[Chars sent|][Chars Received|]");
  CHECK(segments("Blers:7\tLink Naks=4") == "[Blers|][Link Naks|]");
}

TEST_CASE("the unit in brackets belongs to the label") {
  CHECK(segments("Recv/Xmit Level  (-dBm)     23/16", usr_extended_labels()) == "[Recv/Xmit Level|-dBm]");
  CHECK(segments("Carrier Offset ( ppm) 97", usr_extended_labels()) == "[Carrier Offset|ppm]");
}

TEST_CASE("the longest label counts, and a number before it does not") {
  CHECK(segments("15    Transmit Frame Error Count          0", lucent_labels()) ==
        "[Transmit Frame Error Count|]");
  CHECK(segments("1) Last Connection V.34", lucent_labels()) == "[Last Connection|]");
  CHECK(segments("123 Last Connection V.34", lucent_labels()) == "");
}

TEST_CASE("unknown labels are told by what stands behind them") {
  CHECK(segments("Frobs           7") == "{Frobs=7}");
  CHECK(segments("Frobs: 7") == "{Frobs=7}");
  CHECK(segments("Frobs........ 7 apples") == "{Frobs=7 apples}");
  CHECK(segments("Frobs=") == "{Frobs=}");
  CHECK(segments("Frobs   7      Blers    8") == "{Frobs=7}[Blers|]");
  CHECK(segments("Blers   7      Frobs    8") == "[Blers|]{Frobs=8}");
}

TEST_CASE("prose, banners and rulers are no segments") {
  for (const char* line :
       {"USRobotics Courier V.34+ Fax Link Diagnostics ...", "Press any key to continue; ESC to quit.",
        "------   -----", "   ", "", "12   34", ":::", "....", "=", "(((", "OK"}) {
    CAPTURE(line);
    CHECK(segments(line) == "");
  }
}
