#include "at/inf/strings.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

namespace {

struct Fixture {
  explicit Fixture(const std::string& text)
      : sections({text, true})
      , strings(sections) {}
  Replaced operator()(std::string_view text) { return replace(text, strings, allowance); }
  Sections sections;
  Strings strings;
  std::size_t allowance = 1000;
};

} // namespace

TEST_CASE("keys are replaced in any case, and what is not defined stays and is named") {
  Fixture f("[Strings]\nMaker=\"Exempla, Inc.\"\nShort=Ex\nempty=\"\"\n");
  CHECK(f("%MAKER% %short%").text == "Exempla, Inc. Ex");
  CHECK(f("<%empty%>").text == "<>");
  CHECK(f("a %Brnad% b %Other%").text == "a %Brnad% b %Other%");
  CHECK(f("a %Brnad% b %Other%").undefined == "Brnad");
}

TEST_CASE("two per cent signs are one, a single one stays, and folders stay") {
  Fixture f("[Strings]\nC1=\"wrong\"\n");
  CHECK(f("AT%%C1").text == "AT%C1");
  CHECK(f("AT%%%%").text == "AT%%");
  CHECK(f("100%").text == "100%");
  CHECK(f("%").text == "%");
  CHECK(f("%11%\\x.dll").text == "%11%\\x.dll");
  CHECK(f("%11%\\x.dll").undefined.empty());
}

TEST_CASE("a value is not looked into again") {
  Fixture f("[Strings]\na=\"%a%\"\nb=\"%c%\"\nc=\"d\"\n");
  CHECK(f("%a%").text == "%a%");
  CHECK(f("%a%").undefined.empty());
  CHECK(f("%b%").text == "%c%");
}

TEST_CASE("what the plain section lacks comes from English, then from any language") {
  Fixture f("[Strings.0407]\na=\"eins\"\nb=\"zwei\"\nc=\"drei\"\n[Strings.0409]\na=\"one\"\nb=\"two\"\n"
            "[Strings]\na=\"1\"\n");
  CHECK(f("%a% %b% %c%").text == "1 two drei");
}

TEST_CASE("replacing makes no more than it may") {
  Fixture f("[Strings]\na=\"" + std::string(400, 'x') + "\"\n");
  const Replaced replaced = f("%a%%a%%a%%a%");
  CHECK(replaced.text == std::string(800, 'x') + "%a%%a%");
  CHECK(replaced.exhausted);
  CHECK(f.allowance == 200);
}
