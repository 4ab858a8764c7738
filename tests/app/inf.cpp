// [binary]: these run the built program.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"
#include "tests/dialect/a_modem_inf.hpp"
#include "tests/folder.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sys/stat.h>
#include <vector>

using namespace dialbench;
using nlohmann::json;
using tests::a_modem_inf;
using tests::fits_the_page;
using tests::Folder;
using tests::run_program;
using tests::unbroken;

TEST_CASE("the models of a file are listed with how to go on", "[binary]") {
  const Folder folder;
  const std::string path = folder.write("mdm.inf", a_modem_inf());
  const auto ran = run_program("inf " + path);
  CHECK(ran.err.empty());
  CHECK(ran.status == 0);
  CHECK(ran.out == path +
                       ": 2 models\n"
                       "\n"
                       "Acme Modems\n"
                       "  hardware ids  responses  model\n"
                       "             1          7  Acme Fast 33.6\n"
                       "             1          5  Acme Slow 2400\n"
                       "\n"
                       "What one of them answers:\n"
                       "  dialbench inf " +
                       path +
                       " 'Acme Fast 33.6'\n"
                       "To dial with it:\n"
                       "  dialbench dial -p PORT --dialect 'inf:" +
                       path + "#Acme Fast 33.6' NUMBER\n");
}

TEST_CASE("a model is shown with what it answers and what it is told", "[binary]") {
  const Folder folder;
  const std::string path = folder.write("mdm.inf", a_modem_inf());
  const auto ran = run_program("inf " + path + " 'acme fast 33.6'");
  CHECK(run_program("inf " + path + " Fast").out == ran.out);
  CHECK(run_program("inf 'inf:" + path + "#Fast'").out == ran.out);
  CHECK(ran.err.empty());
  CHECK(ran.status == 0);
  for (const std::string line : {
           "Acme Fast 33.6\nMaker: Acme Modems. Install section: FastModem.\n",
           "Hardware ids: SERENUM\\ACM0001\n",
           "  Init 1       AT\\r\n  Init 2       AT&F E0 V1\\r\n",
           "  CallSetupFailTimer      S7=<#>\n",
           "  DTE rate at most        115200 bit/s\n",
           "  DCE rate at most        28800 bit/s\n",
           "  class          code     DCE     DTE  options      text\n",
           "  ok             -          -       -  -- ---- ---- OK\n",
           "  busy           676        -       -  -- ---- ---- BUSY\n",
           "  no_carrier     679        -       -  -- ---- ---- NO CARRIER\n",
           "  connect        -      33600       -  EC ---- ---- CONNECT 33600/ARQ\n",
           "  busy           676        -       -  -- ---- ---- ENGAGED\n",
       })
    CHECK_THAT(ran.out, ContainsSubstring(line));
}

TEST_CASE("the same is there as data", "[binary]") {
  const Folder folder;
  const std::string path = folder.write("mdm.inf", a_modem_inf());
  const auto list = json::parse(run_program("inf --json " + path).out);
  CHECK(list["schema"] == "dialbench.inf/1");
  CHECK(list["models"].size() == 2);
  CHECK(list["models"][1]["dialect"] == "inf:" + path + "#Acme Slow 2400");
  CHECK(list["model"].is_null());
  CHECK(list["faults"].empty());
  const auto one = json::parse(run_program("inf --json " + path + " Fast").out)["model"];
  CHECK(one["name"] == "Acme Fast 33.6");
  REQUIRE(one["responses"].size() == 7);
  CHECK(one["settings"][0]["key"] == "Prefix");
  CHECK(one["commands"]["Init"].size() == 2);
  CHECK(one["properties"]["dte_rate_max"] == 115200);
  const auto busy = std::find_if(one["responses"].begin(), one["responses"].end(),
                                 [](const json& response) { return response["text"] == "\r\nENGAGED\r\n"; });
  REQUIRE(busy != one["responses"].end());
  CHECK((*busy)["class"] == "busy");
  CHECK((*busy)["code"] == 676);
  CHECK((*busy)["state"] == 6);
}

TEST_CASE("what is wrong with a file goes to standard error, and a model that can be used to the other",
          "[binary]") {
  const Folder folder;
  std::string text = a_modem_inf();
  const std::string id = "%Slow%=SlowModem";
  text.replace(text.find(id), id.size(), "%Slwo%=SlowModem");
  const std::string path = folder.write("mdm.inf", text);
  const auto ran = run_program("inf " + path);
  CHECK(ran.status == 0);
  CHECK_THAT(unbroken(ran.err), ContainsSubstring(path + ":11: 65"));
  CHECK_THAT(ran.err, ContainsSubstring("ERROR_MACRO"));
  CHECK_THAT(ran.out, ContainsSubstring("Acme Fast 33.6"));
  const auto data = json::parse(run_program("inf --json " + path).out);
  CHECK(data["faults"][0]["line"] == 11);
}

TEST_CASE("without a usable model the status is the code minus 600", "[binary]") {
  const Folder folder;
  REQUIRE(mkfifo((folder / "pipe.inf").c_str(), 0600) == 0);
  const std::string good = folder.write("mdm.inf", a_modem_inf());
  struct Row {
    std::string arguments;
    int status;
    std::string says;
  };
  for (const auto& [arguments, status, says] : std::vector<Row>{
           {folder / "none.inf", 57, "657 ERROR_FILE_COULD_NOT_BE_OPENED"},
           {folder / "", 57, "a directory"},
           {folder / "pipe.inf", 57, "a named pipe"},
           {"/dev/zero", 57, "a device"},
           {good + " None", 59, "659 ERROR_DEVICENAME_NOT_FOUND"},
           {good + " Acme", 59, "may be each of 2 models"},
           {"''", 64, "FILE: '': the name of a file is expected"},
           {"'inf:#Acme'", 64, "which file?"},
           {"", 64, "FILE is required"},
       }) {
    CAPTURE(arguments);
    const auto ran = run_program("inf " + arguments);
    CHECK(ran.status == status);
    CHECK_THAT(unbroken(ran.err), ContainsSubstring(says));
  }
}

TEST_CASE("no bytes of a file crash it or reach the terminal", "[binary]") {
  const Folder folder;
  const auto hostile = GENERATE(
      std::string(), std::string(100'000, '\0'), std::string("\xff\xfe", 2), std::string(100'000, '['),
      std::string("[Version]\nClass=Modem\n[Manufacturer]\n\"\033[2J\"=M\n[M]\n\"") +
          std::string(10'000, 'x') + "\033]0;\"=S,ID\n[S]\nAddReg=R\n[R]\n" + "HKR,Responses,\" \033[2J" +
          std::string(3000, 'y') + "\",1,00,00,00,00,00,00,00,00,00,00\n" + "HKR,Settings,\"" +
          std::string(3000, 'k') + "\",,\"  " + std::string(3000, 'v') + "\"\n");
  const std::string path = folder.write("mdm.inf", hostile);
  for (const auto* const flag : {"", "--json "}) {
    const auto ran = run_program(std::string("inf ") + flag + path);
    CHECK(ran.status < 128);
    CHECK((ran.status == 0 || ran.err.size() > 10));
    CHECK((ran.out + ran.err).find('\033') == std::string::npos);
    if (*flag != '\0') {
      CHECK(json::parse(ran.out)["schema"] == "dialbench.inf/1");
      continue;
    }
    const auto commands = ran.out.find("To dial with it:"); // which is never broken
    CHECK(fits_the_page(ran.out.substr(0, commands)));
  }
}
