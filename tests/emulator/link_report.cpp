#include "harness/emulator/link_report.hpp"

#include "at/connect.hpp"
#include "at/result.hpp"
#include "harness/emulator/result_writer.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::emulator;

namespace {

Link link_of(unsigned transmit, unsigned receive, std::string modulation = "V34") {
  Link link;
  link.transmit = transmit;
  link.receive = receive;
  link.modulation = std::move(modulation);
  link.error_control = link.protocol_word = "LAPM";
  link.compression = "V42B";
  link.compression_word = "V.42BIS";
  return link;
}

void put(Settings& settings, BasicCommand command, std::uint8_t number) {
  settings.numbers[static_cast<std::size_t>(command)] = number;
}

std::string said(const Link& link, const Settings& settings, const Habits& habits = {}) {
  std::string text;
  for (const auto& line : lines_before_connect(link, settings, habits)) text += line + " | ";
  return text + connect_line(link, settings, habits);
}

} // namespace

TEST_CASE("W and S95 decide what is said") {
  struct Row {
    std::uint8_t w;
    std::uint8_t s95;
    unsigned x;
    const char* text;
  };
  const auto row = GENERATE(values<Row>({
      {0, 0, 4, "CONNECT 115200"},
      {1, 0, 4, "CARRIER 33600 | PROTOCOL: LAPM | COMPRESSION: V.42BIS | CONNECT 115200"},
      {2, 0, 4, "CONNECT 33600"},
      {1, 1, 4, "CARRIER 33600 | PROTOCOL: LAPM | COMPRESSION: V.42BIS | CONNECT 33600"},
      {0, 1, 4, "CONNECT 33600"},
      {0, 2, 4, "CONNECT 115200/ARQ"},
      {0, 4, 4, "CARRIER 33600 | CONNECT 115200"},
      {0, 8, 4, "PROTOCOL: LAPM | CONNECT 115200"},
      {0, 32, 4, "COMPRESSION: V.42BIS | CONNECT 115200"},
      {0, 47, 4, "CARRIER 33600 | PROTOCOL: LAPM | COMPRESSION: V.42BIS | CONNECT 33600/ARQ"},
      {2, 47, 0, "CONNECT"},
      {1, 0, 1, "CARRIER 33600 | PROTOCOL: LAPM | COMPRESSION: V.42BIS | CONNECT 115200"},
  }));
  Settings settings;
  put(settings, BasicCommand::link_report, row.w);
  settings.registers.put(Register::result_options, row.s95);
  settings.x = row.x;
  CAPTURE(row.text);
  CHECK(said(link_of(33600, 33600), settings) == row.text);
}

TEST_CASE("the reports of V.250 stand in V.250's order, and in place of the older words") {
  Settings settings;
  put(settings, BasicCommand::link_report, 1);
  for (const auto id : {Extended::modulation_report, Extended::error_control_report,
                        Extended::compression_report, Extended::port_rate_report})
    settings.extended.put(id, {1});
  CHECK(said(link_of(31200, 33600), settings) ==
        "+MCR: V34 | +MRR: 31200,33600 | +ER: LAPM | +DR: V42B | +ILRR: 115200 | CONNECT 115200");
  settings.extended.put(Extended::modulation_report, {2});
  settings.extended.put(Extended::port_rate, {57600});
  CHECK(said(link_of(31200, 33600), settings) ==
        "+MCR: V34 | +MRR: 33600 | +ER: LAPM | +DR: V42B | +ILRR: 57600 | CONNECT 57600");
  settings.x = 0;
  settings.extended.put(Extended::error_control_report, {});
  CHECK(said(link_of(33600, 33600), settings) ==
        "+MCR: V34 | +MRR: 33600 | +DR: V42B | +ILRR: 57600 | CONNECT");
}

TEST_CASE("one report of V.250 leaves the older words of the others") {
  Settings settings;
  put(settings, BasicCommand::link_report, 1);
  settings.extended.put(Extended::error_control_report, {1});
  CHECK(said(link_of(33600, 33600), settings) ==
        "CARRIER 33600 | +ER: LAPM | COMPRESSION: V.42BIS | CONNECT 115200");
}

TEST_CASE("a link without error control says so and has no suffix") {
  Link link = link_of(2400, 2400, "V22B");
  link.error_control = link.protocol_word = link.compression = link.compression_word = "NONE";
  Settings settings;
  settings.registers.put(Register::result_options, 47);
  CHECK(said(link, settings) == "CARRIER 2400 | PROTOCOL: NONE | COMPRESSION: NONE | CONNECT 2400");
}

TEST_CASE("the suffix of \\V1") {
  Settings settings;
  put(settings, BasicCommand::reliable_suffix, 1);
  Link link = link_of(33600, 33600);
  CHECK(said(link, settings) == "CONNECT 33600/LAP-M");
  link.error_control = "ALT";
  CHECK(said(link, settings) == "CONNECT 33600/REL");
}

TEST_CASE("USR's suffixes by &A") {
  Habits habits;
  habits.dialect = at::find_dialect("usr");
  Settings settings = factory_settings(habits);
  const char* by_level[] = {"CONNECT 28800", "CONNECT 28800/ARQ", "CONNECT 28800/ARQ/V34",
                            "CONNECT 28800/ARQ/V34/LAPM/V42BIS"};
  for (std::uint8_t level = 0; level < 4; ++level) {
    put(settings, BasicCommand::suffixes, level);
    CHECK(said(link_of(28800, 28800), settings, habits) == by_level[level]);
  }
  CHECK(said(link_of(2400, 2400, "V22B"), settings, habits) == "CONNECT 2400/ARQ/LAPM/V42BIS");
  CHECK(said(link_of(14400, 14400, "V32B"), settings, habits) == "CONNECT 14400/ARQ/V32/LAPM/V42BIS");
}

TEST_CASE("ZyXEL's CONNECT from X5") {
  Habits habits;
  habits.dialect = at::find_dialect("zyxel");
  Settings settings = factory_settings(habits);
  settings.x = 5;
  CHECK(said(link_of(33600, 33600), settings, habits) == "CONNECT 115200/V34 33600/V42b");
}

TEST_CASE("in every dialect CONNECT reads as the link that there is") {
  for (const at::Dialect* dialect : at::dialects())
    for (const unsigned x : {1U, 4U, 5U, 7U}) {
      Habits habits;
      habits.dialect = dialect;
      Settings settings = factory_settings(habits);
      settings.x = x;
      put(settings, BasicCommand::reliable_suffix, 1);
      const auto line = connect_line(link_of(28800, 28800), settings, habits);
      CAPTURE(dialect->id, x, line);
      const auto result = at::classify(line, {dialect});
      CHECK(result.meaning == at::Meaning::connect);
      CHECK(result.slips == 0);
      at::Link read;
      at::add_result(read, result);
      CHECK(read.dce_receive == 28800);
      if (!read.error_control.empty()) CHECK(read.error_control != "NONE");
    }
}

TEST_CASE("habits around CONNECT go before the settings") {
  Habits habits;
  habits.connect_without_rate = true;
  CHECK(connect_line(link_of(1, 1), {}, habits) == "CONNECT");
  habits.connect_without_rate = false;
  habits.connect_rate_said = 57600;
  CHECK(connect_line(link_of(1, 1), {}, habits) == "CONNECT 57600");
}

TEST_CASE("V.23 has both of its rates, the one sent first, as the dialect writes them") {
  struct Row {
    const char* dialect;
    unsigned transmit, receive;
    const char* text;
    const char* digits; // of CONNECT
  };
  const auto row =
      GENERATE(values<Row>({{nullptr, 75, 1200, "CARRIER 75/1200 | CONNECT 75TX/1200RX", "22\r"},
                            {nullptr, 1200, 75, "CARRIER 1200/75 | CONNECT 1200TX/75RX", "23\r"},
                            {"conexant", 75, 1200, "CARRIER 75/1200 | CONNECT 75TX/1200RX", "22\r"},
                            {"hayes", 75, 1200, "CARRIER 75/1200 | CONNECT 1200", "5\r"},
                            {"zyxel", 75, 1200, "CONNECT 75/1200", "27\r"},
                            {"zyxel", 1200, 75, "CONNECT 1200/75", "26\r"},
                            {"telebit", 75, 1200, "CONNECT 7512", "46\r"},
                            {"telebit", 1200, 75, "CONNECT 1275", "47\r"},
                            {"multitech", 1200, 75, "CONNECT 1275", "23\r"},
                            {"v250", 75, 1200, "CONNECT 1200", "1\r"}}));
  CAPTURE(row.text);
  Habits habits;
  habits.dialect = row.dialect == nullptr ? nullptr : at::find_dialect(row.dialect);
  Settings settings = factory_settings(habits);
  settings.names_line_rate = true;
  settings.registers.put(Register::result_options, std::string(row.text).starts_with("CARRIER") ? 5 : 1);
  put(settings, BasicCommand::link_report, 0);
  Link link = link_of(row.transmit, row.receive, "V23C");
  link.error_control = link.protocol_word = link.compression = link.compression_word = "NONE";
  CHECK(said(link, settings, habits) == row.text);
  settings.verbose = false;
  CHECK(ResultWriter(settings, habits).final(connect_line(link, settings, habits)) == row.digits);
}

TEST_CASE("Conexant's numbers of V.23's carriers") {
  Settings settings;
  settings.verbose = false;
  const Habits habits;
  const ResultWriter writer(settings, habits);
  CHECK(writer.progress(carrier_line(link_of(75, 1200, "V23C"))) == "45\r");
  CHECK(writer.progress(carrier_line(link_of(1200, 75, "V23C"))) == "44\r");
  CHECK(writer.progress(carrier_line(link_of(1200, 1200, "V22"))) == "46\r");
}
