// [binary]: these run the built program.
#include "at/dialect.hpp"
#include "tests/app/program.hpp"
#include "tests/catch.hpp"
#include "tests/dialect/a_modem_inf.hpp"
#include "tests/folder.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

using namespace dialbench;
using nlohmann::json;
using tests::fits_the_page;
using tests::Folder;
using tests::run_program;
using tests::unbroken;

namespace {
constexpr auto acme =
    "id = \"acme\"\ntitle = \"Acme 56K\"\nnumber_characters_max = 36\n"
    "blacklist_reset = \"AT%TCB\"\n"
    "[[row]]\nnumber = 99\nword = \"ENGAGED\"\nmeaning = \"busy\"\n"
    "[[row]]\nword = \"CONNECT FAST\"\nmeaning = \"connect\"\ndce = 33600\nerror_control = true\n"
    "[[report]]\nkind = \"usr_link\"\ncommand = \"ATI6\"\n";

} // namespace

TEST_CASE("all dialects are listed, as text and as data", "[binary]") {
  const auto ran = run_program("dialects");
  REQUIRE(ran.status == 0);
  REQUIRE(ran.err.empty());
  REQUIRE(fits_the_page(ran.out));
  const auto data = json::parse(run_program("dialects --json").out);
  REQUIRE(data.size() == at::dialects().size());
  for (std::size_t i = 0; i < data.size(); ++i) {
    const auto& dialect = *at::dialects()[i];
    CHECK_THAT(ran.out, ContainsSubstring(std::string(dialect.id) + ' '));
    CHECK_THAT(ran.out, ContainsSubstring(std::string(dialect.title)));
    CHECK(data[i]["id"] == std::string(dialect.id));
    CHECK(data[i]["numbers"] == dialect.rows.size());
    CHECK(data[i]["reports"].size() == dialect.reports.size());
  }
}

TEST_CASE("each of them is shown whole, as text and as data", "[binary]") {
  for (const auto* dialect : at::dialects()) {
    const std::string id(dialect->id);
    CAPTURE(id);
    const auto ran = run_program("dialects " + id);
    CHECK(ran.status == 0);
    CHECK(fits_the_page(ran.out));
    CHECK_THAT(ran.out, StartsWith(id + ": "));
    CHECK_THAT(ran.out, ContainsSubstring("dialbench dial -p PORT --dialect " + id + " NUMBER\n"));
    const auto data = json::parse(run_program("dialects --json " + id).out);
    CHECK(data["schema"] == "dialbench.dialect/1");
    CHECK(data["rows"].size() == dialect->rows.size() + dialect->spellings.size());
    const auto busy = std::find_if(data["rows"].begin(), data["rows"].end(),
                                   [](const json& row) { return row["number"] == 7; });
    if (busy != data["rows"].end() && (*busy)["class"] == "busy") CHECK((*busy)["code"] == 676);
  }
}

TEST_CASE("a file of one's own is shown as the built-in ones are", "[binary]") {
  const Folder folder;
  const std::string path = folder.write("mine.toml", acme);
  const auto ran = run_program("dialects " + path);
  CHECK(ran.err.empty());
  REQUIRE(ran.status == 0);
  CHECK(ran.out == "acme: Acme 56K\n"
                   "Source: " +
                       path +
                       "\n"
                       "Longest number that it takes: 36 characters\n"
                       "\n"
                       "What it answers by number (ATV0), and in words (ATV1)\n"
                       "number  class          code  word\n"
                       "    99  busy           676   ENGAGED\n"
                       "\n"
                       "Words without a number\n"
                       "number  class          code  word\n"
                       "     -  connect        -     CONNECT FAST (33600 bit/s, error control)\n"
                       "\n"
                       "Commands of its own\n"
                       "  ATI6       what it knows of its last call, in the form usr_link\n"
                       "  AT%TCB     clears that list\n"
                       "\n"
                       "To dial a modem that speaks it:\n"
                       "  dialbench dial -p PORT --dialect " +
                       path + " NUMBER\n");
  const auto data = json::parse(run_program("dialects --json " + path).out);
  CHECK(data["number_characters_max"] == 36);
  CHECK(data["blacklist_reset"] == "AT%TCB");
  CHECK(data["blacklist_list"].is_null());
  CHECK(data["rows"][1]["link"]["dce"] == 33600);
  CHECK(data["rows"][1]["link"]["dte"].is_null());
  CHECK(data["reports"][0]["kind"] == "usr_link");
}

TEST_CASE("a model of an INF file is shown as a dialect", "[binary]") {
  const Folder folder;
  const std::string path = folder.write("mdm.inf", tests::a_modem_inf());
  const auto ran = run_program("dialects 'inf:" + path + "#Fast'");
  REQUIRE(ran.status == 0);
  CHECK_THAT(ran.out, StartsWith("inf: Acme Fast 33.6\n"));
  CHECK_THAT(ran.out, ContainsSubstring("busy           676   ENGAGED"));
  CHECK_THAT(ran.out, ContainsSubstring("--dialect 'inf:" + path + "#Fast' NUMBER\n"));
}

TEST_CASE("what is no dialect is wrong usage, or has the code that RAS has for it", "[binary]") {
  const Folder folder;
  const std::string inf = folder.write("mdm.inf", tests::a_modem_inf());
  const std::string wrong = folder.write("wrong.toml", "id = \"x\"\nbase = \"lucnt\"\n");
  struct Row {
    std::string name;
    int status;
    std::string says;
  };
  for (const auto& [name, status, says] : std::vector<Row>{
           {"klingon", 64, "there are v250, hayes"},
           {"lucnt", 64, "(lucent?)"},
           {"mdm.inf", 64, "inf:mdm.inf"},
           {wrong, 64, "(lucent?)"},
           {folder / "none.toml", 57, "657 ERROR_FILE_COULD_NOT_BE_OPENED: "},
           {"inf:" + folder / "none.inf", 57, "657 ERROR_FILE_COULD_NOT_BE_OPENED: "},
           {"'inf:" + inf + "#Acme'", 59, "659 ERROR_DEVICENAME_NOT_FOUND: "},
           {"'inf:" + inf + "#None'", 59, "Acme Fast 33.6"},
       }) {
    for (const auto* const command : {"dialects ", "dial 5550100 --dialect "}) {
      CAPTURE(command, name);
      const auto ran = run_program(command + name);
      CHECK(ran.status == status);
      CHECK(ran.out.empty());
      CHECK_THAT(unbroken(ran.err), ContainsSubstring(says));
    }
  }
}

TEST_CASE("a call and a script take every kind of dialect", "[binary]") {
  const Folder folder;
  const std::string toml = folder.write("mine.toml", acme);
  const std::string inf = "'inf:" + folder.write("mdm.inf", tests::a_modem_inf()) + "#Fast'";
  for (const auto& name : {std::string("usr"), toml, inf}) {
    CAPTURE(name);
    const auto ran = run_program("dial --json 5550176 --dialect " + name);
    CHECK(ran.err.empty());
    CHECK(ran.status == 76);
    const std::string script = DIALBENCH_SOURCE_DIR "/scripts/dial.toml number=5550176";
    CHECK(run_program("script " + script + " --dialect " + name).status == 76);
  }
}

TEST_CASE("the configuration file gives a dialect, and an option wins over it", "[binary]") {
  const Folder home;
  home.write("dialbench/config.toml", "dialect = \"" + home / "none.toml" + "\"\n");
  const std::string configured = "XDG_CONFIG_HOME=" + home / "";
  CHECK(run_program("dial 5550176", configured).status == 57);
  CHECK(run_program("dial --dialect usr 5550176", configured).status == 76);
  home.write("none.toml", acme);
  CHECK(run_program("dial 5550176", configured).status == 76);
}

TEST_CASE("a scenario takes a dialect that stands beside it", "[binary]") {
  const Folder folder;
  const std::string scenario =
      "name = \"a word of its own\"\nnumber = \"5550123\"\ndialect = \"DIALECT\"\n"
      "[line.5550123]\nkind = \"scripted\"\nsays = [ { after = \"1s\", bytes = \"ENGAGED\" } ]\n"
      "[expect]\nclass = \"busy\"\ncode = 676\nword = \"ENGAGED\"\n";
  const auto with = [&](const std::string& dialect) {
    std::string text = scenario;
    return text.replace(text.find("DIALECT"), 7, dialect);
  };
  folder.write("mine.toml", acme);
  folder.write("mdm.inf", tests::a_modem_inf());
  const auto own = run_program("test " + folder.write("1.toml", with("mine.toml")));
  CHECK_THAT(own.out, ContainsSubstring("1 passed, 0 failed"));
  const auto inf = run_program("test " + folder.write("2.toml", with("inf:mdm.inf#Fast")));
  CHECK_THAT(inf.out, ContainsSubstring("1 passed, 0 failed"));
  const auto none = run_program("test " + folder.write("3.toml", with("klingon")));
  CHECK(none.status == 1);
  CHECK_THAT(unbroken(none.out),
             ContainsSubstring("3.toml:3:11: dialect cannot be used: there is no dialect"));
}

TEST_CASE("help says what a dialect is given as", "[binary]") {
  for (const auto* const page : {"dial --help", "script --help", "dialects --help", "inf --help"}) {
    CAPTURE(page);
    const auto ran = run_program(page);
    CHECK(ran.status == 0);
    CHECK(fits_the_page(ran.out));
  }
  CHECK_THAT(run_program("dial --help").out, ContainsSubstring("inf:FILE#MODEL"));
  CHECK_THAT(run_program("--help").out, ContainsSubstring("\n  dialects "));
  CHECK_THAT(run_program("--help").out, ContainsSubstring("\n  inf "));
}
