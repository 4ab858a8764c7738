#include "at/inf/ras.hpp"

#include "at/result.hpp"
#include "tests/at/inf/example.hpp"
#include "tests/catch.hpp"

using namespace dialbench::at;
using namespace dialbench::at::inf;
using example::has;

namespace {

const std::string responses = "; a comment\n"
                              "[Responses]\n"
                              "OK=<cr><lf>OK<cr><lf>\n"
                              "LOOP=<cr><lf>RING<cr><lf>\n"
                              "LOOP=<cr><lf>RRING<cr><lf>\n"
                              "CONNECT=<cr><lf>CONNECT <carrierbps><cr><lf>\n"
                              "CONNECT_EC=<cr><lf>CONNECT <carrierbps>/LOCKED<cr><lf>\n"
                              "ERROR=<cr><lf>ERROR<cr><lf>\n"
                              "ERROR_VOICE=<cr><lf>VOICE<cr><lf>\n"
                              "ERROR_NO_CARRIER=<cr><lf>LOST IT<cr><lf>\n"
                              "ERROR_NO_DIALTONE=<cr><lf>NO DIAL TONE<cr><lf>\n"
                              "ERROR_BUSY=<cr><lf>BUSY<cr><lf>\n"
                              "ERROR_NO_ANSWER=<cr><lf>NO ANSWER<cr><lf>\n";

const std::string modem = "[Exempla 96]\n"
                          "CALLBACKTIME=10\n"
                          "DEFAULTOFF=speaker\n"
                          "MAXCARRIERBPS=9600\n"
                          "MAXCONNECTBPS=19200\n"
                          "<speaker_on>=M1\n"
                          "<speaker_off>=M0\n"
                          "<autodial_on>=ATDT\n"
                          "<autodial_off>=ATX3D\n"
                          "COMMAND_INIT=AT&F<cr>\n"
                          "COMMAND_INIT=AT<speaker><cr>\n"
                          "COMMAND_DIAL=<autodial><phonenumber><cr>\n"
                          "ERROR_BUSY=<cr><lf>ENGAGED<cr><lf>\n"
                          "COMMAND_LISTEN=ATS0=1<cr>\n"
                          "NoResponse\n";

} // namespace

TEST_CASE("a RAS MODEM.INF is read with its common responses, commands and limits") {
  const File file = example::read(responses + modem);
  INFO(example::all_messages(file));
  CHECK(file.faults.empty());
  REQUIRE(file.models.size() == 1);
  const Model& m = file.models[0];
  CHECK(m.name == "Exempla 96");
  CHECK(m.commands.at("Init") == std::vector<std::string>{"AT&F\r", "ATM0\r"});
  CHECK(m.commands.at("Dial") == std::vector<std::string>{"ATDT<phonenumber>\r"});
  CHECK(m.commands.at("Listen") == std::vector<std::string>{"ATS0=1\r"});
  CHECK(m.properties->dce_rate_max == 9600);
  CHECK(m.properties->dte_rate_max == 19200);
  CHECK(m.responses.size() == 12);
  CHECK(m.responses[0].text == "\r\nENGAGED\r\n");
  CHECK(m.responses[0].state == 6);
}

TEST_CASE("a RAS modem as a dialect gives the states of its keynames") {
  const File file = example::read(responses + modem);
  const OwnedDialect dialect = to_dialect(file.models.at(0), "modem.inf");
  const Context context{&dialect.view(), Digits::result};
  CHECK(classify("OK", context).meaning == Meaning::ok);
  CHECK(classify("RING", context).meaning == Meaning::ring);
  CHECK(classify("RRING", context).meaning == Meaning::ringing);
  CHECK(classify("CONNECT 9600/LOCKED", context).meaning == Meaning::connect);
  CHECK(classify("CONNECT", context).meaning == Meaning::connect);
  CHECK(classify("VOICE", context).meaning == Meaning::voice_answer);
  CHECK(classify("LOST IT", context).meaning == Meaning::no_carrier);
  CHECK(classify("ENGAGED", context).meaning == Meaning::busy);
  CHECK(classify("BUSY", context).meaning == Meaning::busy);
}

TEST_CASE("an alias takes the lines of another section") {
  const File file =
      example::read(responses + modem + "[Exempla Twin]\nALIAS=exempla 96\nMAXCARRIERBPS=14400\n");
  REQUIRE(file.models.size() == 2);
  CHECK(file.models[1].name == "Exempla Twin");
  CHECK(file.models[1].commands.at("Init").size() == 2);
  CHECK(file.faults.empty());
}

TEST_CASE("the codes of the RAS list come with their lines") {
  const auto fault = [](const std::string& section, int code, std::size_t line) {
    const File file = example::read(section + responses);
    INFO(example::all_messages(file));
    return has(file, code, line) && file.faults.size() == 1;
  };
  CHECK(fault("[a]\n<speaker_on>=M1\nCOMMAND_INIT=AT<speaker><cr>\n", 653, 3));
  CHECK(fault("[a]\nCOMMAND_INIT=AT<speaker><cr>\n", 654, 2));
  CHECK(fault("[a]\nCOMMAND_INIT=AT\nERROR_DIAGNOSTICS=<cr><lf>DIAG<cr><lf>\n", 655, 3));
  CHECK(fault("[a]\nDEFAULTOFF=compression\nCOMMAND_INIT=AT\n", 656, 2));
  CHECK(fault("[" + std::string(32, 'a') + "]\nCOMMAND_INIT=AT\n", 658, 1));
  CHECK(fault("[a]\nALIAS=b\nCOMMAND_INIT=AT\n", 659, 2));
  CHECK(fault("[a]\nMAXCARRIERBPS=9600\n", 661, 1));
  CHECK(fault("[a]\nCOMMAND_DIAL=ATD\n", 661, 1));
  CHECK(fault("[a]\nCOMMAND_INIT=AT\nMAXCARIERBPS=9600\n", 662, 3));
  CHECK(fault("[a]\nCOMMAND_INIT=AT\n=9600\n", 662, 3));
  CHECK(fault("[a]\nDEVICETYPE=pad\nCOMMAND_INIT=AT\n", 663, 2));
  CHECK(fault("[a]\nCOMMAND_INIT=AT\nERROR_NO_LUCK=x\n", 698, 3));
  CHECK(fault("[a]\nCOMMAND_INIT=AT\nCONNECT=< carrierbps>\n", 698, 3));
  const File none = example::read("[a]\nCOMMAND_INIT=AT\n");
  CHECK(has(none, 660, 1));
  CHECK(none.models.empty());
}

TEST_CASE("a fault of one modem costs no other") {
  const File file =
      example::read(responses + "[broken]\nDEVICETYPE=switch\nCOMMAND_INIT=AT\n[empty]\n" + modem);
  REQUIRE(file.models.size() == 1);
  CHECK(file.models[0].name == "Exempla 96");
}

TEST_CASE("aliases that go round in circles end with a fault") {
  const File file = example::read(responses + "[a]\nALIAS=b\nCOMMAND_INIT=AT\n[b]\nALIAS=a\n[c]\nALIAS=c\n");
  CHECK(has(file, 659, 18));
  CHECK(file.models.size() == 2);
}

TEST_CASE("which files are of this kind") {
  CHECK(is_ras_file(Sections({"[Responses]\nOK=x\n", true})));
  CHECK(is_ras_file(Sections({"[m]\ncommand_init=AT\n", true})));
  CHECK(!is_ras_file(Sections({"[Responses]\nHKR, Responses, \"OK\"\n", true})));
  CHECK(!is_ras_file(Sections({"[m]\n;COMMAND_INIT=AT\nCOMMAND=\n", true})));
}
