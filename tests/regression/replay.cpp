// A recording in place of the exchange.
#include "harness/regression/judge.hpp"
#include "harness/regression/read_scenario.hpp"
#include "harness/regression/simulate_scenario.hpp"
#include "harness/transcript/text_format.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

using namespace dialbench;
using namespace dialbench::regression;

namespace {

constexpr auto busy =
    "0 > \"ATZ\\r\"\n0.1 < \"\\r\\nOK\\r\\n\"\n1 > \"ATDT5550176\\r\"\n9 < \"\\r\\nBUSY\\r\\n\"\n";
constexpr auto scenario =
    "name = \"as recorded\"\nnumber = \"5550176\"\nreplay = \"call.txt\"\n[expect]\nclass = \"busy\"\n";

} // namespace

TEST_CASE("a scenario with a recording hears what was recorded") {
  const tests::Folder folder;
  folder.write("call.txt", busy);
  const auto read = read_scenario(scenario, folder / "s.toml");
  REQUIRE(read.has_value());
  const auto ran = simulate_scenario(*read, std::string(DIALBENCH_SOURCE_DIR) + "/scripts", std::nullopt);
  REQUIRE(ran.outcomes.size() == 1);
  CHECK(ran.outcomes.front().outcome == evidence::OutcomeClass::busy);
  CHECK(ran.dials == 1);
}

TEST_CASE("a recording that cannot be used is the scenario's fault, with both places") {
  const tests::Folder folder;
  const auto fault = [&] {
    return script::shown(read_scenario(scenario, folder / "s.toml").error().front());
  };
  CHECK_THAT(fault(), ContainsSubstring("s.toml:3:10: replay cannot be used: "));
  CHECK_THAT(fault(), ContainsSubstring("call.txt: No such file"));
  folder.write("call.txt", "0 > ATZ\n");
  CHECK_THAT(fault(), ContainsSubstring("call.txt:1:5: expected a string in double quotes"));
}

namespace {

std::string with(std::string_view more) {
  return "name = \"as recorded\"\nnumber = \"5550176\"\nreplay = \"call.txt\"\n" + std::string(more);
}

// What is wrong with the run of a scenario whose recording is `call.txt`, said by scripts/dial.toml.
std::vector<std::string> wrong_with(const std::string& text, const std::string& recording) {
  const tests::Folder folder;
  folder.write("call.txt", recording);
  const auto read = read_scenario(text, folder / "s.toml");
  REQUIRE(read.has_value());
  const auto ran = simulate_scenario(*read, std::string(DIALBENCH_SOURCE_DIR) + "/scripts", std::nullopt);
  REQUIRE(ran.beside_recording);
  return judge(*read, ran);
}

} // namespace

TEST_CASE("a scenario with a recording asks whether the dialer has kept to it") {
  // scripts/dial.toml says more than this one knows.
  const auto failures = wrong_with(with("[expect]\nkept = true\n"), busy);
  REQUIRE(failures.size() == 1);
  CHECK_THAT(failures.front(), ContainsSubstring("kept: expected what was recorded, got "));
  CHECK_THAT(failures.front(), ContainsSubstring("difference"));
  CHECK(wrong_with(with("[expect]\nkept = false\n"), busy).empty());
}

TEST_CASE("a dialer that says what it said keeps to its own recording, tolerantly and strictly") {
  const tests::Folder folder;
  folder.write("s.toml", "name = \"first\"\nnumber = \"5550176\"\n[expect]\nclass = \"busy\"\n");
  const auto first = read_scenario("name = \"first\"\nnumber = \"5550176\"\n[expect]\nclass = \"busy\"\n",
                                   folder / "s.toml");
  REQUIRE(first.has_value());
  const auto ran = simulate_scenario(*first, std::string(DIALBENCH_SOURCE_DIR) + "/scripts", std::nullopt);
  std::string recording;
  transcript::append_text_header(recording);
  for (const auto& event : ran.transcript) transcript::append_text(recording, event);
  CHECK(wrong_with(with("[expect]\nkept = true\nclass = \"busy\"\n"), recording).empty());
  CHECK(wrong_with(with("strict = true\n[expect]\nkept = true\nclass = \"busy\"\n"), recording).empty());
  // Another spelling of the same set-up is harmless, and counts where every byte does.
  auto spelled = recording;
  const auto at = spelled.find("> \"AT");
  REQUIRE(at != std::string::npos);
  spelled.replace(at, 5, "> \"at");
  CHECK(wrong_with(with("[expect]\nkept = true\n"), spelled).empty());
  CHECK(wrong_with(with("strict = true\n[expect]\nkept = true\n"), spelled).size() == 1);
}

TEST_CASE("kept and strict need a recording") {
  const auto fault = [](const char* text) {
    const auto read = read_scenario(text, "s.toml");
    REQUIRE_FALSE(read.has_value());
    return script::shown(read.error().front());
  };
  CHECK_THAT(fault("name = \"x\"\n[expect]\nkept = true\n"), ContainsSubstring("s.toml:2:2: kept or strict"));
  CHECK_THAT(fault("name = \"x\"\nstrict = true\n[expect]\nclass = \"busy\"\n"),
             ContainsSubstring("s.toml:1:1: kept or strict is said, and there is no recording"));
}
