#include "tests/bench/modem_output.hpp"

#include <array>
#include <random>
#include <span>
#include <utility>

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

// What a line of a conversation is.
enum class Piece : std::uint8_t {
  echo,
  result, // one of those from `first` to `last`
  page,   // all of the lines from `first` to `last`
  text,   // one of them
  data    // so many lines of data: from `first` to `last`
};
struct Step {
  Piece piece;
  std::size_t first = 0;
  std::size_t last = 0;
};

constexpr std::size_t result(std::string_view text) {
  for (std::size_t i = 0; i < results.size(); ++i)
    if (results[i].text == text) return i;
  throw "no such result"; // a fault of this table, seen by the compiler
}
constexpr std::size_t page(std::string_view text) {
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (pages[i] == text) return i;
  throw "no such line";
}
constexpr Step one(std::string_view text) { return {Piece::result, result(text), result(text)}; }
constexpr Step one_of(std::string_view first, std::string_view last) {
  return {Piece::result, result(first), result(last)};
}
constexpr Step lines(std::string_view first, std::string_view last) {
  return {Piece::page, page(first), page(last)};
}
constexpr Step echo{Piece::echo};

constexpr auto set_up = std::to_array<Step>({echo, one("OK"), echo, one("OK")});
constexpr auto what_are_you = std::to_array<Step>(
    {echo,
     lines("U.S. Robotics 56K FAX EXT V4.8.11", "Options                V32bis,V.80,V.34+,x2,V90"),
     one("OK"),
     echo,
     {Piece::text, page("33600"), page("Copyright (c) 1998")},
     one("OK")});
constexpr auto last_call =
    std::to_array<Step>({echo, lines("Link Diagnostics...", "Disconnect Reason is DTR dropped"),
                         lines("The line was BUSY, NO ANSWER twice", "Modem is OK"), one("OK")});
constexpr auto settings = std::to_array<Step>(
    {echo, lines("B0  E1  F1  M1  Q0  V1  X4  Y0", "LAST DIALED #: T5551234"), one("OK")});
constexpr auto failed = std::to_array<Step>(
    {echo, one_of("RINGING", "LINE IN USE"), echo, one_of("BUSY", "NO DIAL TONE"), echo, one("OK")});
constexpr auto connected =
    std::to_array<Step>({echo,
                         one("CARRIER 33600"),
                         one("PROTOCOL: LAPM"),
                         one("COMPRESSION: V.42bis"),
                         one_of("CONNECT", "CONNECT 28800/ARQ/V34/LAPM/V42BIS"),
                         lines("Welcome to the ARPA gateway", "Last login: Mon Mar  2 10:11:12 on ttyS0"),
                         {Piece::data, 1, 6},
                         one("NO CARRIER")});
constexpr auto reported = std::to_array<Step>({echo,
                                               one("+MCR: V34"),
                                               one("+MRR: 31200,28800"),
                                               one_of("CONNECT 33600", "CONNECT 115200/V34 33600/V42bis"),
                                               {Piece::data, 1, 4},
                                               one("NO CARRIER")});
constexpr auto called =
    std::to_array<Step>({one("RING"), one("DATE = 0823"), one("NMBR = 5551234"), one("RING")});
constexpr auto refused =
    std::to_array<Step>({echo, one_of("ERROR", "ERROR"), echo, one("+CME ERROR: 30"), echo,
                         lines("+GCAP: +FCLASS,+MS,+ES,+DS", "+FCLASS: 0,1,2.0"), one("OK")});
constexpr auto asked_why = std::to_array<Step>(
    {echo, one("DIAG <2A4D3263 0=10 60=33>"), one("DIAG <2A4D3263 0=10 60=33>"), one("OK")});

// What is frequent stands more than once.
constexpr auto conversations = std::to_array<std::span<const Step>>(
    {set_up, set_up, what_are_you, last_call, settings, failed, failed, connected, connected, connected,
     reported, called, refused, asked_why});

class Writer {
 public:
  explicit Writer(std::uint64_t seed)
      : random_(seed) {}

  void result(const Said& said) { // framed on both sides
    begin();
    if (below(1000) == 0) {
      output.bytes.append("\r\n").append(damaged_words[below(damaged_words.size())]).append("\r\n");
      ++output.truth.damaged;
      return;
    }
    output.bytes.append("\r\n").append(said.text).append("\r\n");
    ++count(said.meaning);
  }
  void echo() {
    begin();
    output.bytes.append(echoed_command).append("\r");
    ++output.truth.echoes;
  }
  void text(std::string_view line) {
    begin();
    output.bytes.append(line).append("\r\n");
    ++count(Meaning::info);
  }
  // What is left of data: chance bytes, mostly not printable.
  void data() {
    begin();
    output.bytes.append("~\xFF}#"); // as a PPP frame begins
    const std::size_t length = 8 + below(20);
    for (std::size_t i = 0; i < length; ++i) {
      const auto byte = static_cast<char>(below(256));
      output.bytes += byte == '\r' || byte == '\n' || byte == '\0' ? '~' : byte;
    }
    output.bytes.append("\x7F\x80\xFF\x9E\r\n"); // not all of one parity, and never a word at the end
    ++count(Meaning::info);
  }
  void step(const Step& step) {
    const std::size_t chosen = step.first + below(step.last - step.first + 1);
    switch (step.piece) {
    case Piece::echo: return echo();
    case Piece::result: return result(results[chosen]);
    case Piece::text: return text(pages[chosen]);
    case Piece::page:
      for (std::size_t i = step.first; i <= step.last; ++i) text(pages[i]);
      return;
    case Piece::data:
      for (std::size_t i = 0; i < chosen; ++i) data();
      return;
    }
  }
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

  ModemOutput output;

 private:
  void begin() { ++output.lines; }
  std::uint64_t& count(Meaning meaning) { return output.truth.by_meaning[static_cast<std::size_t>(meaning)]; }

  std::mt19937_64 random_;
};

void write_any_line(Writer& writer) {
  const std::uint64_t kind = writer.below(1000);
  if (kind < 350) return writer.result(results[writer.below(results.size())]);
  if (kind < 400) return writer.echo();
  if (kind < 900) return writer.text(pages[writer.below(pages.size())]);
  writer.data();
}

} // namespace

ModemOutput modem_output(std::size_t size, std::uint64_t seed, Order order) {
  Writer writer(seed);
  writer.output.bytes.reserve(size + 4096);
  while (writer.output.bytes.size() < size) {
    if (order == Order::shuffled)
      write_any_line(writer);
    else
      for (const Step& step : conversations[writer.below(conversations.size())]) writer.step(step);
  }
  return std::move(writer.output);
}

} // namespace dialbench::bench
