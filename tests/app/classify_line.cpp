#include "harness/app/classify_line.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace dialbench;
using app::Classified;
using app::LineClassifier;

namespace {

std::string class_of(std::string_view line, const at::Dialect* dialect = nullptr) {
  LineClassifier classifier(dialect);
  return std::string(at::name(classifier.escaped_text(line).result.meaning));
}

int code_of(std::string_view line) {
  LineClassifier classifier(nullptr);
  return classifier.escaped_text(line).code.value_or(0);
}

} // namespace

TEST_CASE("failures have the code that a dial would end with") {
  const auto [line, code] = GENERATE(table<std::string, int>({
      {"BUSY", 676},
      {"VOICE", 677},
      {"FAX", 677},
      {"NO ANSWER", 678},
      {"NO CARRIER", 679},
      {"ERROR", 651},
      {"NO DIALTONE", 680},
      {"LINE IN USE", 680},
      {"DELAYED", 774},
      {"3", 679},
      {"BLACKLISTED", 775},
      {"WHAT IS THIS", 652},
      {"OK", 0},
      {"CONNECT", 0},
      {"RINGING", 0},
      {"RING", 0},
      {"CARRIER 33600", 0},
      {"", 0},
      {"hello", 0},
      {"DATE = 0101", 0},
      {"PROTOCOL: LAPM", 0},
  }));
  CAPTURE(line);
  CHECK(code_of(line) == code);
}

TEST_CASE("a line that holds several is what decides among them") {
  CHECK(class_of("\\r\\nRINGING\\r\\n\\r\\nBUSY\\r\\n") == "busy");
  CHECK(class_of("ATDT5551234\\r\\r\\nNO DIAL TONE\\r\\n") == "no_dialtone");
  CHECK(class_of("<cr><lf>PAGING CONFIG 0:0<cr><lf>0<cr>") == "ok");
  CHECK(class_of("\\r\\nRING\\r\\n\\r\\nhello\\r\\n") == "ring");
  CHECK(class_of("OK\\r\\nhello\\r\\n") == "ok");
  CHECK(class_of("CONNECT 9600\\r\\n\\r\\nNO CARRIER\\r\\n") == "no_carrier");
  CHECK(class_of("\\r\\n\\r\\n") == "info");
  CHECK(class_of("") == "info");
}

TEST_CASE("and has the link of all of them") {
  LineClassifier classifier(nullptr);
  const Classified line = classifier.escaped_text(
      "\\r\\nCARRIER 31200\\r\\n\\r\\nPROTOCOL: LAPM\\r\\n\\r\\nCOMPRESSION: V.42bis\\r\\n\\r\\nCONNECT "
      "115200\\r\\n");
  CHECK(line.result.word == "CONNECT 115200");
  CHECK(line.link.dce_receive == 31200U);
  CHECK(line.link.dte == 115200U);
  CHECK(line.link.error_control == "LAPM");
  CHECK(line.link.compression == "V42BIS");
}

TEST_CASE("a line knows nothing of the one before") {
  LineClassifier classifier(nullptr);
  CHECK(classifier.escaped_text("\\0\\0RING\\r\\n").result.slips != 0);
  const Classified line = classifier.escaped_text("OK");
  CHECK(line.result.slips == 0);
  CHECK(line.link == at::Link{});
}

TEST_CASE("digits are a result, whose meaning the dialect decides") {
  CHECK(class_of("7") == "busy");
  CHECK(class_of("7\\r") == "busy");
  CHECK(class_of("007") == "busy");
  CHECK(class_of("1234") == "info");
  CHECK(class_of("11") == "unknown_result");
  CHECK(class_of("11", at::find_dialect("usr")) == "ringing");
  CHECK(class_of("11", at::find_dialect("conexant")) == "connect");
  LineClassifier classifier(nullptr);
  CHECK(classifier.escaped_text("11").result.ambiguous);
  CHECK(classifier.escaped_text("11").code == 652);
}

TEST_CASE("an ambiguous number on whose meaning all agree has it") {
  int agreed = 0;
  LineClassifier classifier(nullptr);
  for (int number = 9; number <= 102; ++number) {
    CAPTURE(number);
    const Classified line = classifier.escaped_text(std::to_string(number));
    const auto meaning = at::agreed_meaning(number);
    CHECK(line.result.ambiguous);
    CHECK(line.result.meaning == meaning.value_or(at::Meaning::unknown_result));
    agreed += meaning ? 1 : 0;
  }
  CHECK(agreed > 0);
}

TEST_CASE("the dialect may be learned from what the modem says of itself") {
  LineClassifier classifier(nullptr, true);
  CHECK(classifier.escaped_text("11").dialect == nullptr);
  CHECK(classifier.escaped_text("U.S. Robotics 56K FAX").dialect == at::find_dialect("usr"));
  CHECK(classifier.escaped_text("11").result.meaning == at::Meaning::ringing);
  LineClassifier fixed(nullptr);
  CHECK(fixed.escaped_text("U.S. Robotics 56K FAX").dialect == nullptr);
}

TEST_CASE("what is too long is told, and cannot be mistaken for a result") {
  LineClassifier classifier(nullptr);
  const Classified line = classifier.escaped_text("BUSY " + std::string(2000, 'x'));
  CHECK(line.overflow);
  CHECK(line.code == 699);
  CHECK(line.result.meaning == at::Meaning::info);
  CHECK(classifier.escaped_text(std::string(2000, 'x') + "\\r\\nBUSY\\r\\n").result.meaning ==
        at::Meaning::busy);
}

TEST_CASE("one rate stands for both ways") {
  const auto rate = [](std::string_view text) {
    at::Link link;
    at::add_line(link, text);
    return app::line_rate(link).value_or(0);
  };
  CHECK(rate("CONNECT 33600") == 33600);
  CHECK(rate("CONNECT 1200/75") == 1200);
  CHECK(rate("CONNECT 75TX/1200RX") == 1200);
  CHECK(rate("CARRIER 24000,48000") == 48000);
  CHECK(rate("CARRIER Transmit: 12000 Receive: 14400") == 12000);
  CHECK(rate("CONNECT 33600 TX") == 33600);
  CHECK(rate("CONNECT") == 0);
}
