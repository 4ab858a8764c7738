// Goal: no input crashes a reader, makes it loop, or leaves it without an answer. Method: bytes by fixed
// seeds, of three kinds: any bytes; fragments of real scripts in any order; real scripts with bytes changed.
// A fault must have a place inside the text (or none) and a message of printable characters.
#include "harness/script/read.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <array>
#include <random>

using namespace dialbench::script;

namespace {

constexpr std::array<std::string_view, 44> fragments{"[[step]]\n", "[variables]\n",
                                                     "send",       "expect",
                                                     "dial",       "hangup",
                                                     "lines",      "on",
                                                     "label",      "when",
                                                     "=",          " = ",
                                                     "{",          "}",
                                                     "[",          "]",
                                                     "'",          "\"",
                                                     "\"\"\"",     "${",
                                                     "}",          "$$",
                                                     "a",          "BUSY",
                                                     "goto",       "times",
                                                     "'T5550100'", "true",
                                                     "3",          "1s",
                                                     "\n",         "\\",
                                                     "-",          " ",
                                                     "#",          "ABORT ",
                                                     "TIMEOUT ",   "\\T",
                                                     "\\q",        "^",
                                                     "''",         "ATDT911",
                                                     ".",          ","};

std::string any_bytes(std::mt19937& random, bool fragmented) {
  std::string text;
  const auto count = static_cast<unsigned>(random() % 60);
  for (unsigned i = 0; i < count; ++i)
    if (fragmented)
      text += fragments[random() % fragments.size()];
    else
      text += static_cast<char>(random() & 0xff);
  return text;
}

std::string changed(std::string text, std::mt19937& random) {
  for (unsigned i = 0; i < 1 + random() % 4; ++i) {
    const std::size_t at = random() % text.size();
    switch (random() % 3) {
    case 0: text[at] = static_cast<char>(random() & 0xff); break;
    case 1: text.erase(at, random() % 8); break;
    default: text.insert(at, fragments[random() % fragments.size()]); break;
    }
    if (text.empty()) text = "x";
  }
  return text;
}

void check_answer(std::string_view text, const dialbench::at::Expected<Script, Fault>& read) {
  if (read) {
    CHECK(read.value().steps.size() <= steps_max);
    return;
  }
  const Fault& fault = read.error();
  const auto lines = static_cast<unsigned>(std::count(text.begin(), text.end(), '\n')) + 1;
  CHECK(fault.place.line <= lines);
  CHECK_FALSE(fault.found.empty());
  const std::string message = shown(fault);
  CHECK(std::all_of(message.begin(), message.end(),
                    [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; }));
}

constexpr std::string_view toml_script = R"(name = "x"
[variables]
number = { default = "5550100", what = "the number" }
p = { default = "x${number}", secret = true }
[[step]]
send = "ATZ"
tries = 3
timeout = "2s"
[[step]]
label = "again"
dial = "T${number}"
on = { BUSY = { goto = "again", times = 2, after = "60s" }, any = "fail" }
[[step]]
expect = ["ogin:", { line = "x" }]
[[step]]
write = "${p}\r"
)";
constexpr std::string_view chat_script =
    "# x\nABORT BUSY\nTIMEOUT 30 'NO CARRIER' \"\"\n'' ATZ OK-AT-OK ATDT5550100\n"
    "CONNECT \\d\\c ogin:--ogin: jdoe word: \\qpass SAY 'x\\n' ECHO OFF HANGUP ON\n";

} // namespace

TEST_CASE("no bytes crash the readers") {
  const auto seed = GENERATE(range(0U, 3000U));
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::string text;
  switch (seed % 4) {
  case 0: text = any_bytes(random, false); break;
  case 1: text = any_bytes(random, true); break;
  case 2: text = changed(std::string(toml_script), random); break;
  default: text = changed(std::string(chat_script), random); break;
  }
  check_answer(text, read_toml(text, "f", {}, NumberRules{}));
  check_answer(text, read_chat(text, "f", NumberRules{}));
}
