// identify(): the names that modems call themselves, as they stand in replies to ATI, +GMI and +GMM.
#include "at/dialect.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace dialbench;

namespace {

std::string_view id_of(std::string_view text) {
  const at::Dialect* dialect = at::identify(text);
  return dialect == nullptr ? "none" : dialect->id;
}

struct Row {
  const char* text;
  const char* dialect;
};

} // namespace

TEST_CASE("a modem is known by what it calls itself") {
  const Row row = GENERATE(values<Row>({
      {"U.S. Robotics 56K FAX EXT V4.11.2", "usr"},
      {"USRobotics Courier V.Everything EXT", "usr"},
      {"Sportster 33600/FAX RS Rev. 2.0", "usr"},
      {"3Com U.S. Robotics 56K Message", "usr"},
      {"US Robotics", "usr"},
      {"+GMI: Conexant", "conexant"},
      {"CX93001-EIS_V0.2002-V92", "conexant"},
      {"CX81801-V92", "conexant"},
      {"V1.000-V90_2M_DLS", "conexant"},
      {"V1.301-V90_2M_DLP_RAM", "conexant"},
      {"V1.030-K56_DLS", "conexant"},
      {"RC56HCF", "conexant"},
      {"RCV336DPFSP Rev 44BC", "conexant"},
      {"SmartRockwell", "conexant"},
      {"Rockwell RC288DPi", "conexant"},
      {"Multi-Tech MT5600", "conexant"},
      {"MT5600ZDXV", "conexant"},
      {"MT2456SMI-22", "conexant"},
      {"LT V.92 1.0 MT5634ZPX Lucent", "lucent"},
      {"LT V.90 1.0 MT5634ZBAV Serial Data/Fax/Voice Modem Version 4.09a", "lucent"},
      {"MT5634ZBA", "lucent"},
      {"Lucent V.90", "lucent"},
      {"LT V.92", "lucent"},
      {"lt winmodem", "lucent"},
      {"Agere Systems", "lucent"},
      {"ZyXEL Omni 56K Plus", "zyxel_omni56k"},
      {"Omni 56K", "zyxel_omni56k"},
      {"zyxel u-1496", "zyxel"},
      {"U1496E   V 6.19 M", "zyxel"},
      {"MultiTech MT2834", "multitech"},
      {"MT1932ZDX", "multitech"},
      {"Si2404", "si24xx"},
      {"Si2434", "si24xx"},
      {"Silicon Labs", "si24xx"},
      {"Silicon Laboratories", "si24xx"},
      {"Telebit WorldBlazer - Version LA7.05C", "telebit"},
      {"NOKIA D211", "nokia_d211"},
      {"Motorola V3229", "motorola_v3229"},
      {"spandsp", "spandsp"},
      {"www.soft-switch.org\nspandsp\n0.0.6", "spandsp"},
      {"iaxmodem", "spandsp"},
      {"Hayes", "hayes"},
      {"Hayes ACCURA 288", "hayes"},
      {"Hayes Microcomputer Products, Inc.", "hayes"},
  }));
  CAPTURE(row.text);
  CHECK(id_of(row.text) == row.dialect);
}

TEST_CASE("a product number decides where it is a line of its own") {
  const Row row = GENERATE(values<Row>({
      {"5601", "usr"},
      {"5607", "usr"},
      {"ATI\r\n5601\r\n\r\nOK", "usr"},
      {"  3361\t", "usr"},
      {"1496", "zyxel"},
      {"28642", "zyxel"},
      {"2457", "si24xx"},
      {"56000", "none"},
      {"33600", "none"},
      {"56000\nV1.000-V90_2M_DLS", "conexant"},
      {"56000\nLT V.90", "lucent"}, // a name says more than a number
      {"33600\nHayes ACCURA", "hayes"},
      {"CONNECT 33600", "none"},
      {"56000 bps", "none"},
      {"256000", "none"},
      {"5601A", "none"},
      {"255", "none"},
      {"960", "none"},
      {"0", "none"},
  }));
  CAPTURE(row.text);
  CHECK(id_of(row.text) == row.dialect);
}

TEST_CASE("plain words, other makers and whose ways a modem has are no names") {
  const char* text = GENERATE(values({
      "Linux ATI driver",
      "UNROCKWELLED",
      "TRANSLUCENT",
      "Lucently",
      "83COMPANY",
      "3Company",
      "by courier to the office",
      "the courier came",
      "haze",
      "Hayesville",
      "Hayes compatible modem",
      "Hayes-compatible",
      "Hayes AT command set",
      "Rockwell-compatible",
      "USRobotics compatible 56k",
      "Sportster compatible",
      "result V.90",
      "SmartLink Soft Modem",
      "Intel V.92 HaM",
      "silicone",
      "'AT' Modem",
      "D2110",
      "omnibus",
      "ERROR",
      "OK",
      "",
      "\r\n\r\n",
      "\xff\xfe",
  }));
  CAPTURE(text);
  CHECK(id_of(text) == "none");
}

TEST_CASE("a long page without a name is read to its end once") {
  std::string page;
  for (int i = 0; i < 2000; ++i) page += "S07:050 S08:002 LUCEN HAYE 5601x\r\n";
  CHECK(id_of(page) == "none");
  CHECK(id_of(page + "5601") == "usr");
  CHECK(id_of(std::string("\0Conexant\0", 10)) == "conexant");
}
