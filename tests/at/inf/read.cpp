#include "at/inf/read.hpp"

#include "tests/at/inf/example.hpp"
#include "tests/catch.hpp"

#include <chrono>

using namespace dialbench::at::inf;
using example::has;

namespace {

std::string repeated(const std::string& text, std::size_t bytes) {
  std::string result;
  while (result.size() < bytes) result += text;
  return result;
}

std::string utf16(const std::string& text, bool big) {
  std::string bytes;
  for (const char c : text) {
    if (big) bytes += '\0';
    bytes += c;
    if (!big) bytes += '\0';
  }
  return bytes;
}

void check_example(const File& file) {
  INFO(example::all_messages(file));
  CHECK(file.faults.empty());
  REQUIRE(file.models.size() == 1);
  const Model& model = file.models[0];
  CHECK(model.name == "Exempla 288");
  CHECK(model.manufacturer == "Exempla Modems");
  CHECK(model.section == "Modem1");
  CHECK(model.hardware_ids == std::vector<std::string>{"SERENUM\\XYZ0001"});
  CHECK(model.responses.size() == 8);
  CHECK(model.responses[1].text == "31\r");
  CHECK(model.responses[1].dce == 28800);
  CHECK(model.responses[1].dte == 115200);
  CHECK(model.responses[1].options == 3);
  CHECK(model.commands.at("Init") == std::vector<std::string>{"AT\r", "AT&F E0 V1\r"});
  CHECK(model.commands.at("Reset") == std::vector<std::string>{"ATZ\r"});
  CHECK(model.settings.at(2) == std::pair<std::string, std::string>{"Compression_On", "%C1"});
  CHECK(model.inactivity_scale_seconds == 10);
  REQUIRE(model.properties.has_value());
  CHECK(model.properties->call_setup_fail_timer_seconds_max == 255);
  CHECK(model.properties->modem_options == 0xFF7);
  CHECK(model.properties->dte_rate_max == 115200);
  CHECK(model.properties->dce_rate_max == 28800);
}

} // namespace

TEST_CASE("a whole INF file is read, in every encoding") {
  const std::string text = example::head + example::answers;
  check_example(example::read(text));
  check_example(example::read("\xEF\xBB\xBF" + text));
  check_example(example::read("\xFF\xFE" + utf16(text, false)));
  check_example(example::read("\xFE\xFF" + utf16(text, true)));
  check_example(example::read(utf16(text, false)));
  check_example(example::read(utf16(text, true)));
  check_example(example::read(text + "\x1A" + std::string(100, '\0')));
}

TEST_CASE("responses may come from another file that needs a third") {
  const auto include = [](std::string_view name) -> std::optional<std::string> {
    if (name == "one.inf")
      return "[Common]\nInclude=two.inf\nNeeds=Deep\nAddReg=Common.Reg\n[Common.Reg]\nHKR,Init,1,,AT\n";
    if (name == "two.inf") return "[Deep]\nAddReg=Answers\n" + example::answers;
    return std::nullopt;
  };
  const File file = read(
      "[Version]\nClass=Modem\n[Manufacturer]\nm=M\n[M]\na=I\n[I]\nInclude=one.inf,gone.inf\nNeeds=Common\n",
      "main.inf", include);
  REQUIRE(file.models.size() == 1);
  CHECK(file.models[0].responses.size() == 8);
  CHECK(file.models[0].responses[0].place == Place{"two.inf", 4});
  REQUIRE(file.faults.size() == 1);
  CHECK(message(file.faults[0]) == "main.inf:8: 657: Include of 'gone.inf': there is no such file");
}

TEST_CASE("an undefined string is a fault with its line, and the model stays") {
  const File file =
      example::read("[Version]\nClass=Modem\n[Manufacturer]\nm=M\n[M]\n%Brnad%=I\n[I]\nAddReg=Answers\n" +
                    example::answers);
  REQUIRE(file.models.size() == 1);
  CHECK(file.models[0].name == "%Brnad%");
  CHECK(has(file, 654, 6));
}

TEST_CASE("what is no INF file has no models and says why") {
  for (const std::string& text : {std::string(), std::string("hello\n"), std::string(100'000, '\0'),
                                  std::string(100'000, '\xFF'), std::string("[Header]\nCOMMAND=\n"),
                                  std::string("[a]\nb=c\n"), utf16("some text that is no INF file", true)}) {
    const File file = example::read(text);
    CHECK(file.models.empty());
    CHECK(has(file, 663, 0));
  }
}

TEST_CASE("a file that is too large is refused unread") {
  const File file = example::read(std::string(file_bytes_max + 1, '['));
  CHECK(file.models.empty());
  REQUIRE(file.faults.size() == 1);
  CHECK(file.faults[0].code == 657);
}

TEST_CASE("a file that includes itself, by whatever name, ends with a fault") {
  const std::string text =
      "[Version]\nClass=Modem\n[Manufacturer]\nm=M\n[M]\na=I\n[I]\nInclude=MDMXYZ.INF\nNeeds=I\n"
      "AddReg=Answers\n" +
      example::answers;
  int asked = 0;
  const File file = read(text, "/some/folder/mdmxyz.inf", [&](std::string_view) {
    ++asked;
    return std::optional<std::string>(text);
  });
  CHECK(asked == 0);
  CHECK(file.models.size() == 1);
  CHECK(has(file, 657, 8));

  const File circle =
      read("[Version]\nClass=Modem\n[Manufacturer]\nm=M\n[M]\na=I\n[I]\nInclude=b.inf\nNeeds=J\n", "a.inf",
           [](std::string_view) { return std::optional<std::string>("[J]\nInclude=A.inf\nNeeds=I\n"); });
  CHECK(has(circle, 657, 2));
  CHECK(has(circle, 660, 6));
}

// The bounds are far above what a slow machine under sanitizers needs for linear work, and far below what
// quadratic work would take.
TEST_CASE("files made to be slow are not") {
  const std::string start = "[Version]\nClass=Modem\n[Manufacturer]\nm=M\n[Strings]\nm=\"x\"\nbig=\"" +
                            std::string(60'000, 'y') + "\"\n";
  const std::size_t size = 2'000'000;
  std::string sections;
  std::string needs = start + "[M]\n";
  std::string aliases = "[Responses]\nOK=<cr>\n";
  for (int i = 0; i < 60'000; ++i) {
    const std::string n = std::to_string(i);
    sections += "[" + n + "]\nCOMMAND_INIT=AT<x>\n";
    needs += n + "=0\n[" + n + "]\nNeeds=0," + std::to_string(i + 1) + "\n[M]\n";
    aliases += "[" + n + "]\nALIAS=" + std::to_string(i + 1) + "\nCOMMAND_INIT=AT\n";
  }
  const std::string response = "HKR,Responses,x,1,0,0,0,0,0,0,0,0,0,0\n";
  std::vector<std::string> texts = {
      repeated("[a]\n", size),
      repeated("[", size),
      sections,
      needs,
      aliases,
      start + "[M]\n" + repeated("a=I\n", size / 2) + "[I]\nAddReg=R\n[R]\n" + repeated(response, size / 2),
      start + "[M]\na=I\n[I]\nAddReg=" + repeated("R,", size / 2) + "\n[R]\n" + repeated(response, size / 2),
      start + "[M]\n" + repeated("\\\n", size),
      start + "[M]\n" + repeated("a=\"b,\\\n", size),
      start + "[M]\na=" + repeated("%big%", size),
      start + "[M]\n" + repeated("%big%=%big%\n", size),
      start + "[M]\n" + repeated("%a%=%a%\n", size),
      "[a]\n<x>=" + std::string(1'000'000, 'y') + "\n" + repeated("COMMAND_INIT=<x><x>\n", size / 2),
      "[Responses]\n" + repeated("OK=<<<<\n", size / 2) + sections,
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CAPTURE(i);
    const auto begin = std::chrono::steady_clock::now();
    const File file = example::read(texts[i]);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
    CHECK(!file.faults.empty());
    CHECK(file.faults.size() <= Faults::count_max);
  }
}

TEST_CASE("every beginning of a file and every lost byte of it is read without harm") {
  const std::string text = example::head + example::answers;
  for (std::size_t size = 0; size < text.size(); size += 7) {
    CHECK(example::read(text.substr(0, size)).models.size() <= 1);
    std::string cut = text;
    cut.erase(size, 1);
    CHECK(example::read(cut).models.size() <= 1);
    std::string changed = text;
    changed[size] = "\"\\[%;,=\0<"[size % 9];
    CHECK(example::read(changed).models.size() <= 1);
  }
}
