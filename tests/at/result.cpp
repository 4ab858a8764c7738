#include "at/result.hpp"

#include "at/dialect.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace dialbench;
using namespace std::string_view_literals;
using at::Damage;
using at::Meaning;
using at::Role;
using at::Slip;

namespace {

Meaning meaning_of(std::string_view line) { return at::classify(line, {}).meaning; }

const at::Context numeric{nullptr, at::Digits::result};

} // namespace

TEST_CASE("what a modem says when a call ends") {
  struct Row {
    const char* line;
    Meaning meaning;
  };
  const Row row = GENERATE(values<Row>({
      {"OK", Meaning::ok},
      {"CONNECT", Meaning::connect},
      {"CONNECT 33600", Meaning::connect},
      {"CONNECT 28800/ARQ/V34/LAPM/V42BIS", Meaning::connect},
      {"CONNECT 57600/Async. To Sync. MLPPP", Meaning::connect},
      {"CONNECT/ARQ", Meaning::connect},
      {"CONNECT FAST", Meaning::connect},
      {"CONNECT-9600", Meaning::connect},
      {"CONNECT 9600, ERROR CORRECTING", Meaning::connect},
      {"CONNECT REL/MNP5", Meaning::connect},
      {"CONNECT (300 or 1200)/ARQ", Meaning::connect},
      {"connect 2400", Meaning::connect},
      {"NO CARRIER", Meaning::no_carrier},
      {"BUSY", Meaning::busy},
      {"NO ANSWER", Meaning::no_answer},
      {"NO DIALTONE", Meaning::no_dialtone},
      {"NO DIAL TONE", Meaning::no_dialtone},
      {"NO DIALTONE (PHONELINE)", Meaning::no_dialtone},
      {"NO PROMPTTONE", Meaning::no_dialtone},
      {"NO LINE", Meaning::no_dialtone},
      {"LINE IN USE", Meaning::line_in_use},
      {"PHONE OFF-HOOK", Meaning::line_in_use},
      {"ERROR", Meaning::command_error},
      {"ERROR 24", Meaning::command_error},
      {"+CME ERROR: 30", Meaning::command_error},
      {"+CMS ERROR: unknown", Meaning::command_error},
      {"COMMAND NOT SUPPORTED", Meaning::command_error},
      {"VOICE", Meaning::voice_answer},
      {"FAX", Meaning::fax_answer},
      {"DATA", Meaning::data_answer},
      {"+FCERROR", Meaning::fcerror},
      {"DELAYED", Meaning::delayed},
      {"DELAYED: 20", Meaning::delayed},
      {"BLACKLISTED", Meaning::blacklisted},
      {"BLACKLIST FULL", Meaning::blacklisted},
      {"UN-OBTAINABLE NUMBER", Meaning::blacklisted},
  }));
  const auto result = at::classify(row.line, {});
  CAPTURE(row.line, at::name(result.meaning));
  CHECK(result.meaning == row.meaning);
  CHECK(result.role == Role::final);
  CHECK(result.damage == Damage::none);
  CHECK(!result.number);
}

TEST_CASE("what a modem says on the way, and unasked") {
  struct Row {
    const char* line;
    Meaning meaning;
    Role role;
  };
  const Row row = GENERATE(values<Row>({
      {"RINGING", Meaning::ringing, Role::intermediate},
      {"RRING", Meaning::ringing, Role::intermediate},
      {"DIALING", Meaning::progress, Role::intermediate},
      {"DIALING...", Meaning::progress, Role::intermediate},
      {"CED", Meaning::progress, Role::intermediate},
      {"CARRIER 33600", Meaning::carrier, Role::intermediate},
      {"CARRIER 1200/75", Meaning::carrier, Role::intermediate},
      {"CARRIER  Transmit: 33600 Receive: 46667", Meaning::carrier, Role::intermediate},
      {"PROTOCOL: LAPM", Meaning::protocol, Role::intermediate},
      {"Protocol: LAPM", Meaning::protocol, Role::intermediate},
      {"PROTOCOL:NONE", Meaning::protocol, Role::intermediate},
      {"COMPRESSION: V.42bis", Meaning::compression, Role::intermediate},
      {"Modulation: V.34", Meaning::modulation, Role::intermediate},
      {"+MCR: V34", Meaning::modulation, Role::intermediate},
      {"+MRR: 31200,28800", Meaning::rate, Role::intermediate},
      {"+ER: LAPM", Meaning::protocol, Role::intermediate},
      {"+DR: V42B", Meaning::compression, Role::intermediate},
      {"+ILRR: 115200", Meaning::rate, Role::intermediate},
      {"RING", Meaning::ring, Role::unsolicited},
      {"RING 2", Meaning::ring, Role::unsolicited},
      {"RING2", Meaning::ring, Role::unsolicited},
      {"RING A", Meaning::ring, Role::unsolicited},
      {"+CRING: VOICE", Meaning::ring, Role::unsolicited},
      {"DATE = 0823", Meaning::caller_id, Role::unsolicited},
      {"TIME=1530", Meaning::caller_id, Role::unsolicited},
      {"NMBR = 5551234", Meaning::caller_id, Role::unsolicited},
      {"NAME = O", Meaning::caller_id, Role::unsolicited},
      {"MESG = 06", Meaning::caller_id, Role::unsolicited},
      {"DIAG <2A4D3263 0=10 60=33>", Meaning::diagnostics, Role::information},
      {"DIAG", Meaning::diagnostics, Role::information},
  }));
  const auto result = at::classify(row.line, {});
  CAPTURE(row.line, at::name(result.meaning));
  CHECK(result.meaning == row.meaning);
  CHECK(result.role == row.role);
  CHECK(result.damage == Damage::none);
}

TEST_CASE("whole lines: a word inside another text is no result") {
  for (const char* info : {"The far end reported NO CARRIER twice",
                           "hello NO CARRIER",
                           "NO CARRIER means that the modems did not agree",
                           "Connect the modem to the line",
                           "Busy hour statistics",
                           "OK then",
                           "Errors 0",
                           "DATA RATE 9600",
                           "Voice firmware 1.2",
                           "diagnostics",
                           "AT",
                           "ATZ",
                           "ATDTABBA",
                           "000",
                           "12345",
                           "+MR: 0",
                           "+FCLASS: 0,1",
                           "U.S. Robotics 56K FAX EXT",
                           "",
                           "   "}) {
    CAPTURE(info);
    CHECK(meaning_of(info) == Meaning::info);
    CHECK(at::classify(info, {}).damage == Damage::none);
  }
  CHECK(meaning_of("PROTOCOL: ERROR-CONTROL/LAPB") == Meaning::protocol);
  CHECK(meaning_of("CONNECT FAILED") != Meaning::connect);
  CHECK(meaning_of("CARRIER LOST") != Meaning::carrier);
  CHECK(meaning_of("CONNECTED") != Meaning::connect);
  CHECK(meaning_of("CONNECT TO HOST") == Meaning::unknown_result);
  CHECK(meaning_of("NO DIALUP ACCOUNT FOR THIS USER") == Meaning::unknown_result);
}

TEST_CASE("a phrase in capitals that no table has is an unknown result, and decides nothing by itself") {
  for (const char* phrase : {"ALREADY IN CALL", "HANGUP", "CALL FAILED", "CIRCUIT BUSY, TRY LATER"}) {
    CAPTURE(phrase);
    CHECK(meaning_of(phrase) == Meaning::unknown_result);
    CHECK(at::classify(phrase, {}).role == Role::information);
    CHECK(at::classify(phrase, {}).damage == Damage::none);
  }
}

TEST_CASE("slips of form are tolerated and reported") {
  const auto slip_of = [](std::string_view line) { return at::classify(line, {}).slips; };
  CHECK(slip_of("BUSY") == 0);
  CHECK(slip_of("busy") == at::bits(Slip::lower_case));
  CHECK(slip_of("No Carrier") == at::bits(Slip::lower_case));
  CHECK(slip_of(" BUSY") == at::bits(Slip::blanks));
  CHECK(slip_of("NO  CARRIER") == at::bits(Slip::blanks));
  CHECK(slip_of("\r\nBUSY\r\n") == 0);
  CHECK(slip_of("\x11"
                "BUSY\x13") == at::bits(Slip::odd_terminator));
  for (const char* marked : {"!#BUSY!#", "~BUSY~", "|NO CARRIER|"}) {
    CAPTURE(marked);
    const auto result = at::classify(marked, {});
    CHECK(result.role == Role::final);
    CHECK(result.slips == at::bits(Slip::odd_terminator));
    CHECK(result.word.find('!') == std::string_view::npos);
  }
  for (const char* text : {"[BUSY]", "(OK)", "+BUSY", "#OK", "# OK", "!!!BUSY", "BUSY."}) {
    CAPTURE(text);
    CHECK(at::classify(text, {}).role != Role::final);
  }
}

TEST_CASE("a mark at one side is somebody's own line end only where CR or LF is not there") {
  for (const char* line : {"!BUSY", "BUSY!", "~}BUSY", "}OK", "NO CARRIER^", "|CONNECT",
                           "\x01"
                           "BUSY",
                           "BUSY\x1b", "/FCERROR"}) {
    CAPTURE(line);
    const auto noisy = at::classify(line, {});
    CHECK(noisy.role == Role::information);
    CHECK(noisy.damage == Damage::noise);
    CHECK(!noisy.resembles.empty());
    at::Context own;
    own.own_line_end = true;
    const auto clean = at::classify(line, own);
    CHECK(clean.role == Role::final);
    CHECK(clean.slips == at::bits(Slip::odd_terminator));
  }
  CHECK(at::classify("\x07"
                     "BUSY",
                     {})
            .role == Role::final); // a bell
}

TEST_CASE("numbers: 0 to 8 mean the same everywhere, above that the dialect decides") {
  const Meaning base[] = {Meaning::ok,          Meaning::connect,       Meaning::ring,
                          Meaning::no_carrier,  Meaning::command_error, Meaning::connect,
                          Meaning::no_dialtone, Meaning::busy,          Meaning::no_answer};
  for (int n = 0; n <= 8; ++n) {
    const std::string line = std::to_string(n);
    const auto result = at::classify(line, numeric);
    CHECK(result.meaning == base[n]);
    CHECK(result.number == n);
    CHECK(!result.ambiguous);
    CHECK(!result.verbose.empty());
    CHECK(at::classify(line, {}).meaning == Meaning::info);
  }
  CHECK(at::classify("000", numeric).number == 0);
  CHECK(at::classify("000", numeric).meaning == Meaning::ok);
  CHECK(at::classify("07", numeric).meaning == Meaning::busy);
  CHECK(at::classify(" 7 ", numeric).meaning == Meaning::busy);
  CHECK(at::classify("\x11"
                     "7",
                     numeric)
            .meaning == Meaning::busy);

  const auto alone = at::classify("11", numeric);
  CHECK(alone.ambiguous);
  CHECK(alone.meaning == Meaning::unknown_result);
  CHECK(alone.role == Role::information);
  CHECK(alone.number == 11);

  const auto usr = at::classify("11", {at::find_dialect("usr"), at::Digits::result});
  CHECK(usr.meaning == Meaning::ringing);
  CHECK(usr.verbose == "RINGING");
  CHECK(!usr.ambiguous);
  const auto conexant = at::classify("11", {at::find_dialect("conexant"), at::Digits::result});
  CHECK(conexant.meaning == Meaning::connect);
  CHECK(conexant.verbose == "CONNECT 4800");

  const auto not_in_it = at::classify("99", {at::find_dialect("spandsp"), at::Digits::result});
  CHECK(not_in_it.meaning == Meaning::unknown_result);
  CHECK(!not_in_it.ambiguous);
  CHECK(at::classify("8", {at::find_dialect("motorola_v3229"), at::Digits::result}).meaning ==
        Meaning::no_answer);

  for (const char* no_result : {"33600", "99999999999999999999", "1 2", "-1", "3a"}) {
    CAPTURE(no_result);
    CHECK(!at::classify(no_result, numeric).number);
  }
  CHECK(at::classify("BUSY", numeric).meaning == Meaning::busy);
}

TEST_CASE("the words of a dialect win over the shared ones") {
  static constexpr at::DialectRow rows[] = {{1, "VOICE", Meaning::progress},
                                            {2, "Hello there", Meaning::connect}};
  const at::Dialect mine{"mine", "Mine", "a test", rows};
  CHECK(at::classify("VOICE", {&mine, {}}).meaning == Meaning::progress);
  CHECK(at::classify("Hello there", {&mine, {}}).meaning == Meaning::connect);
  CHECK(at::classify("BUSY", {&mine, {}}).meaning == Meaning::busy);
}

TEST_CASE("the row of the dialect that decided is named, for words, spellings and numbers") {
  static constexpr at::DialectRow rows[] = {{3, "NO CARRIER", Meaning::no_carrier},
                                            {7, "Engaged", Meaning::busy}};
  static constexpr at::DialectRow spellings[] = {{-1, "CALL REFUSED", Meaning::blacklisted},
                                                 {-1, "RINGING", Meaning::info},
                                                 {-1, "VOICE", Meaning::progress}};
  at::Dialect mine{"mine", "Mine", "a test", rows};
  mine.spellings = spellings;
  CHECK(at::classify("engaged", {&mine, {}}).row == &rows[1]);
  CHECK(at::classify("Call  refused", {&mine, {}}).row == &spellings[0]);
  CHECK(at::classify("CALL REFUSED", {&mine, {}}).meaning == Meaning::blacklisted);
  CHECK(at::classify("RINGING", {&mine, {}}).meaning == Meaning::info);
  CHECK(at::classify("VOICE", {&mine, {}}).row == &spellings[2]);
  CHECK(at::classify("VOICE MAIL", {&mine, {}}).row == nullptr);
  CHECK(at::classify("BUSY", {&mine, {}}).row == nullptr);
  CHECK(at::classify("NO CARIER", {&mine, {}}).row == nullptr);

  const at::Context numbers{&mine, at::Digits::result};
  CHECK(at::classify("7", numbers).row == &rows[1]);
  CHECK(at::classify("7", numbers).verbose == "Engaged");
  CHECK(at::classify("0", numbers).row == nullptr); // what every modem means
  CHECK(at::classify("0", numbers).meaning == Meaning::ok);
  CHECK(at::classify("12", numbers).meaning == Meaning::unknown_result);
  CHECK(!at::classify("12", numbers).ambiguous);
}

TEST_CASE("any bytes are classified, and never as a clean final result without its word") {
  for (int a = 0; a < 256; ++a)
    for (int b = 0; b < 256; ++b) {
      const std::string line{static_cast<char>(a), static_cast<char>(b)};
      const auto result = at::classify(line, {});
      if (result.role == Role::final && result.meaning != Meaning::ok)
        FAIL("two bytes gave a result: " << a << ' ' << b);
    }
  const std::string flood(100'000, '\xff');
  CHECK(at::classify(flood, {}).damage != Damage::none);
  CHECK(at::classify(std::string(100'000, 'A'), {}).meaning == Meaning::info);
  CHECK(at::classify(std::string(100'000, ' '), {}).meaning == Meaning::info);
  CHECK(at::classify("\0\0\0"sv, {}).meaning == Meaning::info);
}

TEST_CASE("slips, damages and confidences have names") {
  CHECK(at::name(at::Confidence::none) == "none");
  CHECK(at::name(at::Confidence::possible) == "possible");
  CHECK(at::name(at::Confidence::likely) == "likely");
  CHECK(at::name(at::Confidence::certain) == "certain");
  CHECK(at::name(Slip::doubled) == "doubled");
  CHECK(at::name(Slip::no_line_feed) == "no_line_feed");
  CHECK(at::name(Damage::parity) == "parity");
  CHECK(at::name(Damage::none) == "none");
}

TEST_CASE("somebody's own line ends leave no blank at the word") {
  for (const std::string line : {"! RING", "RING >", "<< RING <<"}) {
    at::Context own;
    own.own_line_end = true;
    const auto result = at::classify(line, own);
    CAPTURE(line);
    CHECK(result.meaning == Meaning::ring);
    CHECK(result.word == "RING");
  }
  // With a dialect and without one the same is seen between the marks.
  const dialbench::at::Context v250{.dialect = dialbench::at::find_dialect("v250"), .digits = {}};
  CHECK(dialbench::at::classify("= +MRR:0421", v250).meaning ==
        dialbench::at::classify("= +MRR:0421", {}).meaning);
}

TEST_CASE("a failure may have its cause behind it") {
  struct Row {
    const char* line;
    Meaning meaning;
  };
  const Row row = GENERATE(values<Row>({
      {"NO CARRIER/E0010", Meaning::no_carrier},
      {"NO CARRIER/3490", Meaning::no_carrier},
      {"BUSY/E0011", Meaning::busy},
      {"NO DIALTONE/E001B", Meaning::no_dialtone},
      {"NO ANSWER/E0012", Meaning::no_answer},
      {"BUSY 91", Meaning::busy},
      {"NO ANSWER 92", Meaning::no_answer},
      {"NO CARRIER:RECEIVED NO RESPONSE", Meaning::no_carrier},
      {"NO CARRIER 2 bbs.example.com:6400", Meaning::no_carrier},
      {"NUMBER DELAYED:TIMER", Meaning::delayed},
      {"CALL LOCKED:BLACKLISTED", Meaning::blacklisted},
  }));
  CAPTURE(row.line);
  CHECK(meaning_of(row.line) == row.meaning);
  CHECK(at::classify(row.line, {}).damage == Damage::none);
}

TEST_CASE("what is no cause makes a text of it") {
  for (const char* line : {"BUSY BEE", "BUSY 3 PEOPLE", "NO CARRIER CAME", "NO ANSWER YET", "BUSY/",
                           "BUSY:", "BUSY 123456", "OK 91", "VOICE 91", "RING/BUSY"}) {
    CAPTURE(line);
    CHECK(at::role(meaning_of(line)) != Role::final);
  }
}

TEST_CASE("a failure that is run together with what a CONNECT says is no connection") {
  for (const char* line :
       {"CONNECT 33600BUSY", "CONNECT 2400NO CARRIER", "CONNECT 9600/ARQNO CARRIER", "CONNECT 9600ERROR",
        "CONNECT 28800/ARQ/V34/LAPM/V42BISNO CARRIER", "CONNECT 9600NO DIALTONE", "CARRIER 2400NO CARRIER"}) {
    CAPTURE(line);
    const auto result = at::classify(line, {});
    CHECK(result.role == Role::information);
    CHECK(result.damage == Damage::noise);
  }
  CHECK(meaning_of("CONNECT 2400/NOERROR") == Meaning::connect);
}

TEST_CASE("a CONNECT that tells of a failure, or is another word, is no connection") {
  for (const std::string line :
       {"CONNECT ERROR", "CONNECT-ION", "CONNECT 9600 FAILED", "CONNECT 9600 ERROR", "CONNECT NO CARRIER",
        "CONNECT 9600 NO CARRIER", "CONNECT 9600/ARQ NO DIAL TONE", "CONNECT BUSY", "connect busy",
        "CONNECT DENIED", "CONNECT INCOMPLETE", "CONNECT UNAVAILABLE", "CONNECT NO ANSWER",
        "CONNECT: DELAYED", "CONNECT/LINE IN USE", "CONNECT BLACKLISTED", "CONNECT NO CARRIER 9600"}) {
    CAPTURE(line);
    CHECK(at::classify(line, {}).meaning != Meaning::connect);
    CHECK(at::classify(line, {}).role != Role::final);
  }
  for (const std::string line : {"CONNECT 9600, ERROR CORRECTING", "CONNECT 9600 ERROR CONTROL",
                                 "CONNECT 2400 NO EC", "CONNECT 9600/NONE", "CONNECT 2400/NO MNP5"}) {
    CAPTURE(line);
    CHECK(at::classify(line, {}).meaning == Meaning::connect);
  }
}

TEST_CASE("a CONNECT may name the modulation in small letters before its rate") {
  for (const std::string line :
       {"CONNECT V32bis 14400", "CONNECT V.32bis 14400", "CONNECT x2 45333", "CONNECT K56flex 45333",
        "CONNECT LAPM 14400 V42bis", "CONNECT V34 28800 V42bis", "CONNECT ISDN 64000 Transparent",
        "CONNECT HST 14400", "CONNECT V.90 LAP-M V.42bis", "CONNECT v.34 33600 V42b", "CONNECT LAPM x2"}) {
    CAPTURE(line);
    const auto result = at::classify(line, {});
    CHECK(result.meaning == Meaning::connect);
    CHECK(result.damage == Damage::none);
    CHECK(result.slips == 0);
  }
  for (const std::string line :
       {"Connect the modem to the line", "Connect line 2 first", "Connect V.34 modems to the phone line",
        "Connect fax and phone", "Connect at 9600 baud", "Connect port 2 Ready"}) {
    CAPTURE(line);
    CHECK(at::classify(line, {}).meaning == Meaning::info);
  }
}
