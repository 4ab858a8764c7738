#include "harness/app/classify_row.hpp"

#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

using namespace dialbench;
using nlohmann::json;

namespace {

std::string tsv(std::string_view line, const at::Dialect* dialect = nullptr) {
  app::LineClassifier classifier(dialect);
  std::string out;
  app::append_tsv(out, classifier.escaped_text(line));
  return out;
}

json object(std::string_view line, const at::Dialect* dialect = nullptr) {
  app::LineClassifier classifier(dialect);
  std::string out;
  app::append_json(out, classifier.escaped_text(line));
  REQUIRE(std::count(out.begin(), out.end(), '\n') == 1);
  return json::parse(out);
}

} // namespace

TEST_CASE("a row of TSV has ten columns") {
  CHECK(tsv("BUSY") == "busy\t676\t-\t-\t-\t-\t-\t-\t-\t-\n");
  CHECK(tsv("") == "info\t-\t-\t-\t-\t-\t-\t-\t-\t-\n");
  CHECK(tsv("CONNECT 115200/V34 33600/LAPM/V42bis") ==
        "connect\t-\t33600\t115200\tV34\tLAPM\tV42BIS\t-\t-\t-\n");
  CHECK(tsv("11", at::find_dialect("usr")) == "ringing\t-\t-\t-\t-\t-\t-\tusr\t11\t-\n");
  CHECK(tsv("B\\x8eUSY") == "unknown_result\t652\t-\t-\t-\t-\t-\t-\t-\tnoise\n");
  CHECK(tsv(std::string(3000, 'x')) == "info\t699\t-\t-\t-\t-\t-\t-\t-\toverflow\n");
  std::string header;
  app::append_tsv_header(header);
  CHECK(std::count(header.begin(), header.end(), '\t') == 9);
}

TEST_CASE("a dialect's name of a user's own cannot add columns or lines") {
  const at::Dialect mine{"a\tb\n\x1b", "", "", {}};
  CHECK(tsv("OK", &mine) == "ok\t-\t-\t-\t-\t-\t-\ta\\tb\\n\\x1b\t-\t-\n");
}

TEST_CASE("an object has what the columns leave out") {
  const auto connect = object("\\nCONNECT 75TX/1200RX/V42BIS\\r\\n");
  CHECK(connect["class"] == "connect");
  CHECK(connect["code"].is_null());
  CHECK(connect["dce"] == 1200);
  CHECK(connect["dce_transmit"] == 75);
  CHECK(connect["dce_receive"] == 1200);
  CHECK(connect["role"] == "final");
  CHECK(connect["word"] == "CONNECT 75TX/1200RX/V42BIS");
  CHECK(connect["assumed"] == json::array({"modulation", "error_control"}));
  CHECK(connect["slips"] == json::array({"no_carriage_return"}));
  CHECK(connect["candidates"].empty());
  CHECK(object("CONNECT 9600")["assumed"] == json::array({"rate_kind"}));
  CHECK(object("BUSY")["code"] == 676);
}

TEST_CASE("an ambiguous number says between what") {
  const auto number = object("11");
  CHECK(number["ambiguous"] == true);
  CHECK(number["number"] == 11);
  bool usr = false;
  for (const auto& candidate : number["candidates"])
    if (candidate["dialect"] == "usr")
      usr = candidate["class"] == "ringing" && candidate["word"] == "RINGING";
  CHECK(usr);
  CHECK(object("7")["ambiguous"] == false);
  CHECK(object("7")["verbose"] == "BUSY");
}

TEST_CASE("whatever a modem sends, an object is valid JSON") {
  CHECK(object("a\\\"b\\\\c\\x01\\x7f\\x1b[2J")["word"].get<std::string>().find('"') == 1);
  for (int byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    const std::string line = {'x', static_cast<char>(byte), 'y'};
    app::LineClassifier classifier(nullptr);
    std::string out;
    app::append_json(out, classifier.text(line));
    CHECK(json::accept(out));
    for (const char c : out.substr(0, out.size() - 1)) CHECK(static_cast<unsigned char>(c) >= 0x20);
  }
}
