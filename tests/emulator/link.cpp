#include "harness/emulator/link.hpp"

#include "harness/emulator/commands.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using at::CallEnd;

namespace {

// Settings as a command line leaves them.
struct NoHost final : CommandHost {
  Reply dial(std::string_view, std::string_view) override { return Reply::error; }
  Reply answer() override { return Reply::error; }
  Reply go_online() override { return Reply::error; }
  Reply hang_up(CallEnd) override { return Reply::ok; }
  void go_off_hook() override {}
  void say_information(std::string_view) override {}
  Reply say_report(at::ReportKind) override { return Reply::ok; }
  void forget_diagnostics() override {}
  [[nodiscard]] std::string_view last_result() const override { return {}; }
  [[nodiscard]] std::uint8_t failure_cause() const override { return 0; }
};

Settings set(std::string_view line) {
  const Habits habits;
  Profiles profiles(habits);
  NoHost host;
  REQUIRE(run_command_line(line, profiles, habits, host) == Reply::ok);
  return profiles.active;
}

Far far(unsigned rate, std::string error_control = "LAPM", std::string compression = "V.42BIS") {
  Far end;
  end.rate = rate;
  end.error_control = std::move(error_control);
  end.compression = std::move(compression);
  return end;
}

std::string text(const Agreement& agreement) {
  if (!agreement.agreed()) return "none: " + std::string(name(agreement.failure));
  const Link& link = agreement.link;
  return link.modulation + ' ' + std::to_string(link.transmit) + '/' + std::to_string(link.receive) + ' ' +
         link.error_control + ' ' + link.compression;
}

std::string agreed(std::string_view line, const Far& end = far(33600), bool answering = false) {
  return text(agree(set(line), end, answering));
}

} // namespace

TEST_CASE("as it comes, the modem takes what the far end has") {
  CHECK(agreed("") == "V34 33600/33600 LAPM V42B");
  CHECK(agreed("", far(2400, "NONE", "NONE")) == "V22B 2400/2400 NONE NONE");
  CHECK(agreed("", far(300, "", "")) == "V21 300/300 NONE NONE");
  CHECK(agreed("", far(14400)) == "V32B 14400/14400 LAPM V42B");
  CHECK(agreed("", far(46667)) == "V90 33600/46667 LAPM V42B");
  CHECK(agreed("", far(12345)) == "V32B 12345/12345 LAPM V42B");
  CHECK(agreed("", far(1200, "MNP", "CLASS 5")) == "V22 1200/1200 ALT ALT");
  Far both_ways = far(46667);
  both_ways.rate_up = 31200;
  CHECK(agreed("", both_ways) == "V90 31200/46667 LAPM V42B");
  both_ways.rate_up = 56000; // more than V.90 has upwards
  CHECK(agreed("", both_ways) == "V90 33600/46667 LAPM V42B");
  Far teletext = far(1200, "", "");
  teletext.modulation = "V23C";
  teletext.rate_up = 75;
  CHECK(agreed("", teletext) == "V23C 75/1200 NONE NONE");
  Far named = far(9600);
  named.modulation = "V.34";
  CHECK(agreed("", named) == "V34 9600/9600 LAPM V42B");
  named.modulation = "X75";
  CHECK(agreed("", named) == "X75 9600/9600 LAPM V42B");
}

TEST_CASE("the words of the far end are kept as it has them") {
  const Agreement agreement = agree(set(""), far(33600, "LAPB", "ADC"), false);
  CHECK(agreement.link.protocol_word == "LAPB");
  CHECK(agreement.link.compression_word == "ADC");
}

TEST_CASE("without error control there is no compression") {
  CHECK(agreed("", far(33600, "NONE", "V.42BIS")) == "V34 33600/33600 NONE NONE");
}

TEST_CASE("+MS bounds modulation and rates") {
  CHECK(agreed("+MS=V32B") == "V32B 14400/14400 LAPM V42B");
  CHECK(agreed("+MS=V22B") == "V22B 2400/2400 LAPM V42B");
  CHECK(agreed("+MS=V34,1,300,28800,300,26400") == "V34 28800/26400 LAPM V42B");
  CHECK(agreed("+MS=V34,1,300,9600,300,9600") == "V34 9600/9600 LAPM V42B");
  CHECK(agreed("+MS=V34,1,300,9700,300,9700") == "V34 9600/9600 LAPM V42B");
  CHECK(agreed("+MS=V34,1,0,0,0,0") == "V34 33600/33600 LAPM V42B"); // 0: as the modulation has it
  CHECK(agreed("+MS=V34,1,0,9600,0,0") == "V34 9600/33600 LAPM V42B");
  CHECK(agreed("+MS=V34", far(14400)) == "V32B 14400/14400 LAPM V42B");
  CHECK(agreed("+MS=V34,1,300,1200,300,1200") == "V22B 1200/1200 LAPM V42B");
  CHECK(agreed("+MS=V34", far(56000)) == "V34 33600/33600 LAPM V42B");
  // One rate both ways, or one each.
  CHECK(agreed("+MS=V32B,0,300,9600") == "V32B 9600/9600 LAPM V42B");
  CHECK(agreed("+MS=V32B,0,300,14400,300,7200") == "V32B 7200/7200 LAPM V42B");
  CHECK(agreed("+MS=V22B,0,300,1200") == "V22B 1200/1200 LAPM V42B");
  CHECK(agreed("+MS=V34,1,300,28800") == "V34 28800/33600 LAPM V42B");
  CHECK(agreed("+MS=V32B,0,300,9600,12000,14400") == "none: no_common_modulation");
}

TEST_CASE("+MS asks for what cannot be had") {
  CHECK(agreed("+MS=V34,0", far(2400)) == "none: no_common_modulation");
  CHECK(agreed("+MS=V34,1,14400,33600,14400,33600", far(9600)) == "none: no_common_modulation");
  CHECK(agreed("+MS=V22B,0,75,75,75,75") == "none: no_common_modulation");
}

TEST_CASE("error control is forbidden, or asked for") {
  struct Row {
    const char* line;
    const char* theirs;
    bool answering;
    const char* got;
  };
  const auto row = GENERATE(values<Row>({
      {"+ES=1", "LAPM", false, "V34 33600/33600 NONE NONE"},
      {"+ES=0", "LAPM", false, "V34 33600/33600 NONE NONE"},
      {"+ES=1", "LAPM", true, "V34 33600/33600 LAPM V42B"},
      {"+ES=4", "LAPM", false, "V34 33600/33600 ALT ALT"},
      {"+ES=3,2", "NONE", false, "none: no_error_control"},
      {"+ES=3,2", "MNP", false, "V34 33600/33600 ALT ALT"},
      {"+ES=3,3", "MNP", false, "none: no_error_control"},
      {"+ES=3,4", "LAPM", false, "V34 33600/33600 ALT ALT"},
      {"+ES=3,0,1", "LAPM", true, "V34 33600/33600 NONE NONE"},
      {"+ES=3,0,4", "NONE", true, "none: no_error_control"},
      {"+ES=3,0,5", "LAPM", true, "V34 33600/33600 LAPM V42B"},
      {"+ES=3,0,6", "LAPM", true, "V34 33600/33600 ALT ALT"},
      {"S48=128", "LAPM", false, "V34 33600/33600 ALT ALT"},
      {"S48=128S36=1", "LAPM", false, "V34 33600/33600 NONE NONE"},
      {"S48=128S36=0", "LAPM", false, "none: no_error_control"},
      {"S36=0", "LAPM", false, "V34 33600/33600 LAPM V42B"},
      {"S36=0", "NONE", false, "none: no_error_control"},
      {"S36=4", "NONE", false, "none: no_error_control"},
      {"S36=5", "NONE", false, "V34 33600/33600 NONE NONE"},
      {"&Q0", "LAPM", false, "V34 33600/33600 NONE NONE"},
      {"&Q6", "LAPM", false, "V34 33600/33600 NONE NONE"},
      {"\\N0", "LAPM", false, "V34 33600/33600 NONE NONE"},
      {"\\N4", "NONE", false, "none: no_error_control"},
      {"\\N4", "LAPM", false, "V34 33600/33600 LAPM V42B"},
      {"\\N5", "LAPM", false, "V34 33600/33600 ALT ALT"},
      {"\\N2", "NONE", false, "none: no_error_control"},
  }));
  CAPTURE(row.line, row.theirs, row.answering);
  const bool mnp = std::string(row.theirs) == "MNP";
  CHECK(agreed(row.line, far(33600, row.theirs, mnp ? "CLASS 5" : "V.42BIS"), row.answering) == row.got);
}

TEST_CASE("compression is forbidden, or asked for") {
  CHECK(agreed("+DS=0") == "V34 33600/33600 LAPM NONE");
  CHECK(agreed("S46=136") == "V34 33600/33600 LAPM NONE");
  CHECK(agreed("%C0") == "V34 33600/33600 LAPM NONE");
  CHECK(agreed("%C1") == "V34 33600/33600 LAPM NONE");
  CHECK(agreed("%C2") == "V34 33600/33600 LAPM V42B");
  CHECK(agreed("+DS=3,1", far(33600, "LAPM", "NONE")) == "none: negotiation_failed");
  CHECK(agreed("+DS=3,1", far(33600, "NONE", "NONE")) == "none: negotiation_failed");
}

TEST_CASE("modulations as people write them") {
  CHECK(written_modulation("V34") == "V.34");
  CHECK(written_modulation("V32B") == "V.32bis");
  CHECK(written_modulation("K56") == "K56");
  CHECK(written_modulation("V23C") == "V.23");
}

TEST_CASE("V.23 has 75 and 1200 by who calls, however the far end's table has them") {
  const auto [modulation, rate, rate_up] = GENERATE(table<const char*, unsigned, unsigned>(
      {{"V.23", 1200, 75}, {"V23C", 1200, 0}, {"V.23", 33600, 0}, {"", 1200, 75}, {"", 75, 1200}}));
  CAPTURE(modulation, rate, rate_up);
  Far end = far(rate, "", "");
  end.modulation = modulation;
  end.rate_up = rate_up;
  CHECK(agreed("", end) == "V23C 75/1200 NONE NONE");
  CHECK(agreed("", end, true) == "V23C 1200/75 NONE NONE");
  CHECK(agreed("+MS=V34,0,33600,33600,33600,33600", end) == "none: no_common_modulation");
  CHECK(agreed("+MS=V21", end) == "V21 300/300 NONE NONE");
}

TEST_CASE("+MS asks for V.23, and its limits are about the faster way") {
  CHECK(agreed("+MS=V23C,0") == "V23C 75/1200 NONE NONE");
  CHECK(agreed("+MS=V23C,0", far(33600), true) == "V23C 1200/75 NONE NONE");
  CHECK(agreed("+MS=V23C,0,1200,1200,1200,1200") == "V23C 75/1200 NONE NONE");
  CHECK(agreed("+MS=V23C,0,75,75,75,600") == "none: no_common_modulation");
  CHECK(agreed("+MS=V23C,0,75,75,75,600", far(33600), true) == "none: no_common_modulation");
  CHECK(agreed("+MS=V23C,0,75,1200,75,75", far(33600), true) == "V23C 1200/75 NONE NONE");
  CHECK(agreed("+MS=V23C,1,75,600,75,600", far(33600, "", "")) == "V21 300/300 NONE NONE");
  CHECK(agreed("+MS=V34,1,31200,33600,300,1200") == "none: no_common_modulation"); // V.23 has no 31200 up
  CHECK(agreed("+MS=V23C,0", far(600)) == "none: no_common_modulation");
}

TEST_CASE("a modulation has no more than its rates") {
  const auto [modulation, link] = GENERATE(table<const char*, const char*>({{"V.21", "V21 300/300"},
                                                                            {"V.22", "V22 1200/1200"},
                                                                            {"V.32bis", "V32B 14400/14400"},
                                                                            {"V.90", "V90 33600/33600"}}));
  Far end = far(33600, "", "");
  end.modulation = modulation;
  CHECK(agreed("", end) == std::string(link) + " NONE NONE");
}

TEST_CASE(
    "modems without a clock of the bits have error control only where the far end's table asks for it") {
  Far end = far(300);
  CHECK(agreed("", end) == "V21 300/300 NONE NONE");
  CHECK(agreed("+MS=B103") == "B103 300/300 NONE NONE");
  CHECK(agreed("+MS=V21", far(33600), true) == "V21 300/300 NONE NONE");
  CHECK(agreed("+MS=V21;+ES=3,2") == "none: no_error_control");
  CHECK(agreed("", far(1200)) == "V22 1200/1200 LAPM V42B");
  REQUIRE_FALSE(set_far(end, "error_control", "LAPM"));
  CHECK(agreed("", end) == "V21 300/300 LAPM V42B");
}

TEST_CASE("which rates a modulation has") {
  CHECK_FALSE(rate_expected("V.34", 33600));
  CHECK_FALSE(rate_expected("V34", 12345));
  CHECK_FALSE(rate_expected("V.90", 56000));
  CHECK_FALSE(rate_expected("", 1));
  CHECK_FALSE(rate_expected("", 56000));
  CHECK_FALSE(rate_expected("X75", 64000)); // known by its name only
  CHECK_FALSE(rate_expected("V.23", 75));
  CHECK_FALSE(rate_expected("V.23", 1200));
  CHECK(rate_expected("V.34", 33601) == "a rate of V.34, 2400 to 33600 bit/s");
  CHECK(rate_expected("V.34", 300) == "a rate of V.34, 2400 to 33600 bit/s");
  CHECK(rate_expected("V.21", 33600) == "a rate of V.21, 300 bit/s");
  CHECK(rate_expected("V.23", 600) == "a rate of V.23, 75 or 1200 bit/s");
  CHECK(rate_expected("", 0) == "a rate, 1 to 56000 bit/s");
  CHECK(rate_expected("", 56001) == "a rate, 1 to 56000 bit/s");
  CHECK(rate_expected("X75", 0));
}
