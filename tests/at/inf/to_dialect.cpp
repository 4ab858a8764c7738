#include "at/inf/read.hpp"
#include "at/result.hpp"
#include "tests/at/inf/example.hpp"
#include "tests/catch.hpp"

#include <random>

using namespace dialbench::at;
using namespace dialbench::at::inf;

namespace {

Response response(std::string text, int state, int options = 0, Bps dce = 0, Bps dte = 0) {
  Response r;
  r.text = std::move(text);
  r.state = static_cast<std::uint8_t>(state);
  r.options = static_cast<std::uint8_t>(options);
  r.dce = dce;
  r.dte = dte;
  return r;
}

OwnedDialect dialect_of(std::vector<Response> responses) {
  Model model;
  model.name = "Exempla";
  model.responses = std::move(responses);
  return to_dialect(model, "mdmxyz.inf");
}

Meaning meaning(const OwnedDialect& dialect, std::string_view line) {
  return classify(line, {&dialect.view(), Digits::result}).meaning;
}

} // namespace

TEST_CASE("every response of a model gives its own state, in any framing") {
  const File file = example::read(example::head + example::answers);
  const OwnedDialect dialect = to_dialect(file.models.at(0), "mdmxyz.inf");
  CHECK(dialect.view().id == "inf");
  CHECK(dialect.view().title == "Exempla 288");
  CHECK(dialect.view().source == "mdmxyz.inf");
  for (const Response& each : file.models[0].responses) {
    const std::string word = spelling(each.text);
    for (const std::string& line : {each.text, word, "\r\n" + word + "\r\n", word + "\r", " " + word + " "}) {
      CAPTURE(line);
      const Result result = classify(line, {&dialect.view(), Digits::result});
      CHECK(result.meaning == meaning_of(each.state, word));
      REQUIRE(result.row != nullptr);
      CHECK(result.row->link.stated);
      CHECK(result.row->link.dce == each.dce);
      CHECK(result.row->link.dte == each.dte);
      CHECK(result.row->link.compression == ((each.options & 1) != 0));
      CHECK(result.row->link.error_control == ((each.options & 2) != 0));
    }
  }
  CHECK(meaning(dialect, "NMBR = 5551234") == Meaning::caller_id);
  CHECK(meaning(dialect, "LINE ASLEEP") == Meaning::no_dialtone);
  CHECK(meaning(dialect, "RINGING") == Meaning::ringing);
}

TEST_CASE("the modem's diagnostics are asked for where its properties have them") {
  const File file = example::read(example::head + example::answers);
  const OwnedDialect dialect = to_dialect(file.models.at(0), "mdmxyz.inf");
  REQUIRE(dialect.view().reports.size() == 1);
  CHECK(dialect.view().reports[0].command == "AT#UD");
  CHECK(dialect_of({response("OK", 0)}).view().reports.empty());
}

TEST_CASE("numbers mean what the file says, finer where it states more") {
  const auto d =
      dialect_of({response("40\r", 1, 0, 33600), response("67\r", 1, 1), response("77\r", 1, 2),
                  response("69\r", 1), response("24\r", 0x1D), response("007\r", 6), response("1234\r", 2)});
  CHECK(meaning(d, "40") == Meaning::carrier);
  CHECK(meaning(d, "67") == Meaning::compression);
  CHECK(meaning(d, "77") == Meaning::protocol);
  CHECK(meaning(d, "69") == Meaning::progress);
  CHECK(meaning(d, "24") == Meaning::delayed);
  CHECK(meaning(d, "7") == Meaning::busy);
  CHECK(meaning(d, "1234") == Meaning::connect);
  CHECK(d.view().rows.size() == 6);
  CHECK(d.view().spellings.size() == 1);
}

TEST_CASE("of two responses that read the same the first counts, unless only the other is whole") {
  const auto first = dialect_of({response("\r\nA\r\n", 4, 0, 1), response("A", 4, 0, 2)});
  CHECK(first.view().spellings[0].link.dce == 1);
  const auto whole = dialect_of({response("WOW", 3), response("\r\nWOW\r\n", 6)});
  CHECK(meaning(whole, "WOW") == Meaning::busy);
  const auto both = dialect_of({response("\r\nWOW\r\n", 3), response("\r\nWOW \r\n", 6)});
  CHECK(meaning(both, "WOW") == Meaning::command_error);
  const auto number = dialect_of({response("9", 3), response("9\r", 6)});
  CHECK(meaning(number, "9") == Meaning::busy);
}

TEST_CASE("of two rows with the same text and state, the one that tells rates counts") {
  const auto later = dialect_of({response("5\r\n", 2), response("5\r", 2, 0, 1200)});
  CHECK(later.view().rows[0].link.dce == 1200);
  const auto other_state = dialect_of({response("5\r", 2), response("5\r", 6, 0, 1200)});
  CHECK(meaning(other_state, "5") == Meaning::connect);
  const auto told = dialect_of({response("5\r", 2, 0, 300), response("5\r", 2, 0, 1200)});
  CHECK(told.view().rows[0].link.dce == 300);
}

TEST_CASE("what a modem with voice reports behind DLE is no noise where the file has it") {
  const auto voice = dialect_of({response("\x10R", 8), response("<cr>", 0)});
  const Result ring = classify("\x10R", {&voice.view(), Digits::result});
  CHECK(ring.meaning == Meaning::ring);
  CHECK(ring.damage == Damage::none);
  CHECK(classify("\x01R", {&voice.view(), Digits::result}).damage == Damage::noise);
  CHECK(classify("\x10OK", {&voice.view(), Digits::result}).damage == Damage::noise);
}

TEST_CASE("what goes on states nothing of the link, and gives way to what does not") {
  Response open = response("\r\nCONNECT ", 2, 2);
  open.open = true;
  const auto alone = dialect_of({open});
  CHECK(!alone.view().spellings[0].link.stated);
  const auto beside = dialect_of({open, response("\r\nCONNECT\r\n", 2, 0, 300)});
  CHECK(beside.view().spellings[0].link.stated);
  CHECK(beside.view().spellings[0].link.dce == 300);
}

TEST_CASE("responses of nothing but framing make no row") {
  CHECK(dialect_of({response("\r\n", 1), response("", 0)}).view().spellings.empty());
}

TEST_CASE("whatever a file makes of words, they come back with their own state") {
  std::mt19937 random(20260101);
  const auto below = [&random](unsigned n) { return static_cast<unsigned>(random() % n); };
  const std::vector<std::string> words = {"CONNECT", "BUSY",   "OK",    "LINE", "RING", "NO",
                                          "CARRIER", "/ARQ",   "33600", "V42",  "DATE", "DELAYED",
                                          "FAX",     "ERROR:", "=",     "7"};
  for (int round = 0; round < 300; ++round) {
    std::vector<Response> responses;
    std::set<std::string> known;
    for (unsigned i = 0; i < 20; ++i) {
      std::string text = words[below(16)];
      for (unsigned more = below(4); more > 0; --more)
        text += (below(4) != 0 ? " " : "  ") + words[below(16)];
      if (below(5) == 0) text = std::to_string(below(1000));
      if (!known.insert(spelling(text)).second) continue;
      if (below(2) == 0) text = "\r\n" + text;
      if (below(2) == 0) text += "\r\n";
      responses.push_back(
          response(text, static_cast<int>(below(0x1E)), static_cast<int>(below(4)), below(60000)));
    }
    const OwnedDialect dialect = dialect_of(responses);
    for (const Response& each : responses) {
      const std::string word = spelling(each.text);
      CAPTURE(round, word, each.state);
      const Result result = classify(each.text, {&dialect.view(), Digits::result});
      CHECK(state_of(result.meaning) == state_of(meaning_of(each.state, word)));
      REQUIRE(result.row != nullptr);
      CHECK(result.row->link.dce == each.dce);
    }
  }
}

TEST_CASE("a response that the file itself writes oddly is not damaged, and what is near it is") {
  const OwnedDialect dialect =
      dialect_of({response("\r\nDElAYED\r\n", 0x1d), response("CONNECT 9600/\xc4\xd3", 2)});
  const auto read = [&](std::string_view line) { return classify(line, {&dialect.view(), Digits::result}); };
  CHECK(read("DElAYED").meaning == Meaning::delayed);
  CHECK(read("DElAYED").damage == Damage::none);
  CHECK(read("DElaYED").meaning == Meaning::delayed);
  CHECK(read("DELAyED").damage == Damage::noise);
  CHECK(read("CONNECT 9600/\xc4\xd3").damage == Damage::none);
  CHECK(read("CONNECT 9600/\xc4\xd4").damage == Damage::noise);
}

TEST_CASE("responses of a RAS MODEM.INF with macros in them are read with them") {
  const File file = example::read("[Responses]\nOK=<cr><lf>OK<cr><lf>\n"
                                  "ERROR_NO_CARRIER=<cr><lf>AUFGELEGT<ignore>\n"
                                  "ERROR_NO_ANSWER=<cr><lf>K<?>INE ANTWORT<cr><lf>\n"
                                  "ERROR_BUSY=<match>\"BESETZT\"\n"
                                  "CONNECT=<cr><lf>VERBUNDEN <connectbps><cr><lf>\n"
                                  "CONNECT_EC=<cr><lf>CONNECT <carrierbps>/EC <connectbps><cr><lf>\n"
                                  "CONNECT=<cr><lf>CONNECT <connectbps><cr><lf>\n"
                                  "[M]\nCOMMAND_INIT=ATZ<cr>\nCOMMAND_DIAL=ATDT<phonenumber><cr>\n");
  REQUIRE(file.models.size() == 1);
  const OwnedDialect dialect = to_dialect(file.models[0], "modem.inf");
  CHECK(meaning(dialect, "AUFGELEGT 12") == Meaning::no_carrier);
  CHECK(meaning(dialect, "AUFGELEGT") == Meaning::no_carrier);
  CHECK(meaning(dialect, "KEINE ANTWORT") == Meaning::no_answer);
  CHECK(meaning(dialect, "DIE LEITUNG IST BESETZT JETZT") == Meaning::busy);
  CHECK(meaning(dialect, "VERBUNDEN 14400") == Meaning::connect);
  const auto link = [&](std::string_view line) {
    Link told;
    add_result(told, classify(line, {&dialect.view(), Digits::result}));
    return told;
  };
  CHECK(link("VERBUNDEN 14400").dte == 14400U);
  CHECK(!link("VERBUNDEN 14400").dce_receive);
  const Link both = link("CONNECT 9600/EC 38400");
  CHECK(both.dce_receive == 9600U);
  CHECK(both.dte == 38400U);
  CHECK(both.error_control == "ARQ");
  CHECK(link("CONNECT 38400").dte == 38400U);
  CHECK(!link("CONNECT 38400").dce_receive);
}
