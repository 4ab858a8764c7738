#include "tests/bench/modem_output.hpp"

#include <array>
#include <random>

namespace dialbench::bench {
namespace {

using at::Meaning;

struct Said {
  std::string_view text;
  Meaning meaning;
};

// Results, frequent ones more than once.
constexpr auto results = std::to_array<Said>({
    {"OK", Meaning::ok},
    {"OK", Meaning::ok},
    {"OK", Meaning::ok},
    {"OK", Meaning::ok},
    {"RING", Meaning::ring},
    {"RING", Meaning::ring},
    {"BUSY", Meaning::busy},
    {"BUSY", Meaning::busy},
    {"NO CARRIER", Meaning::no_carrier},
    {"NO CARRIER", Meaning::no_carrier},
    {"NO ANSWER", Meaning::no_answer},
    {"NO DIALTONE", Meaning::no_dialtone},
    {"NO DIAL TONE", Meaning::no_dialtone},
    {"ERROR", Meaning::command_error},
    {"RINGING", Meaning::ringing},
    {"VOICE", Meaning::voice_answer},
    {"DELAYED", Meaning::delayed},
    {"BLACKLISTED", Meaning::blacklisted},
    {"+FCERROR", Meaning::fcerror},
    {"LINE IN USE", Meaning::line_in_use},
    {"CONNECT", Meaning::connect},
    {"CONNECT 33600", Meaning::connect},
    {"CONNECT 115200/V34 33600/V42bis", Meaning::connect},
    {"CONNECT 28800/ARQ/V34/LAPM/V42BIS", Meaning::connect},
    {"CARRIER 33600", Meaning::carrier},
    {"PROTOCOL: LAPM", Meaning::protocol},
    {"COMPRESSION: V.42bis", Meaning::compression},
    {"+MCR: V34", Meaning::modulation},
    {"+MRR: 31200,28800", Meaning::rate},
    {"+CME ERROR: 30", Meaning::command_error},
    {"DATE = 0823", Meaning::caller_id},
    {"NMBR = 5551234", Meaning::caller_id},
    {"DIAG <2A4D3263 0=10 60=33>", Meaning::diagnostics},
});

// Pages that modems answer queries with, and texts that name results without being any.
constexpr auto pages = std::to_array<std::string_view>({
    "U.S. Robotics 56K FAX EXT V4.8.11",
    "Product type           US/Canada External",
    "Options                V32bis,V.80,V.34+,x2,V90",
    "Link Diagnostics...",
    "Chars sent                 0      Chars Received",
    "Octets sent                0      Octets Received",
    "Blocks resent              0",
    "Disconnect Reason is DTR dropped",
    "B0  E1  F1  M1  Q0  V1  X4  Y0",
    "BAUD=115200  PARITY=N  WORDLEN=8",
    "DIAL=TONE    ON HOOK    CID=0",
    "&A3  &B1  &C1  &D2  &G0  &H1",
    "S00=000  S01=000  S02=043  S03=013",
    "S08=002  S09=006  S10=014  S11=070",
    "LAST DIALED #: T5551234",
    "The line was BUSY, NO ANSWER twice",
    "last call: NO CARRIER after 42 s",
    "Modem is OK",
    "Connect the modem to the line",
    "Ringer equivalence 0.4B",
    "33600",
    "115200",
    "V1.301A-K56_DLS Lucent Technologies",
    "+GCAP: +FCLASS,+MS,+ES,+DS",
    "+FCLASS: 0,1,2.0",
    "Copyright (c) 1998",
    "login: ",
    "Welcome to the ARPA gateway",
    "Password incorrect, try again",
    "Last login: Mon Mar  2 10:11:12 on ttyS0",
});

constexpr auto damaged_words =
    std::to_array<std::string_view>({"B\x8eUSY", "NO CARIER", "NO ANSWFR", "ERR\xcfR", "CONNFCT 9600"});

} // namespace

ModemOutput modem_output(std::size_t size, std::uint64_t seed) {
  ModemOutput output;
  output.bytes.reserve(size + 256);
  std::mt19937_64 random(seed);
  const auto below = [&random](std::uint64_t limit) { return random() % limit; };
  const auto meaning_count = [&output](Meaning meaning) -> std::uint64_t& {
    return output.truth.by_meaning[static_cast<std::size_t>(meaning)];
  };
  while (output.bytes.size() < size) {
    ++output.lines;
    const std::uint64_t kind = below(1000);
    if (kind < 350) { // results are framed on both sides
      const Said& said = results[below(results.size())];
      output.bytes.append("\r\n").append(said.text).append("\r\n");
      ++meaning_count(said.meaning);
    } else if (kind < 400) {
      output.bytes.append(echoed_command).append("\r");
      ++output.truth.echoes;
    } else if (kind < 900) {
      output.bytes.append(pages[below(pages.size())]).append("\r\n");
      ++meaning_count(Meaning::info);
    } else if (kind < 901) {
      output.bytes.append("\r\n").append(damaged_words[below(damaged_words.size())]).append("\r\n");
      ++output.truth.damaged;
    } else {                          // what is left of data: chance bytes, mostly not printable
      output.bytes.append("~\xFF}#"); // as a PPP frame begins
      const std::size_t length = 8 + below(20);
      for (std::size_t i = 0; i < length; ++i) {
        const auto byte = static_cast<char>(below(256));
        output.bytes += byte == '\r' || byte == '\n' || byte == '\0' ? '~' : byte;
      }
      output.bytes.append("\x7F\x80\xFF\x9E\r\n"); // not all of one parity, and never a word at the end
      ++meaning_count(Meaning::info);
    }
  }
  return output;
}

} // namespace dialbench::bench
