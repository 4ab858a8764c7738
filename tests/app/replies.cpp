#include "harness/app/replies.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <sstream>

namespace dialbench::app {
namespace {

using namespace std::chrono_literals;
using at::Meaning;
using evidence::Evidence;

evidence::Saying saying(Time at, const std::string& text, Meaning meaning) {
  evidence::Saying said;
  said.at = at;
  said.text = text;
  said.meaning = meaning;
  return said;
}

// A command at 1 s whose result came at 2 s.
evidence::Command command(const std::string& text, const std::vector<std::string>& lines) {
  evidence::Command made;
  made.sent = 1s;
  made.text = text;
  for (const auto& line : lines) made.reply.push_back(saying(2s, line, Meaning::info));
  made.reply.push_back(saying(2s, "OK", Meaning::ok));
  made.ended = 2s;
  return made;
}

std::string text_of(std::vector<evidence::Command> commands) {
  Evidence evidence;
  evidence.commands = std::move(commands);
  return replies_text(evidence, {});
}

} // namespace

TEST_CASE("what a modem said stands below the command that asked") {
  CHECK(text_of({command("ATE0", {}), command("ATI3", {"V.90 modem", "  rev 2"}),
                 command("AT+GMI", {"Hayes"})}) == "\nReplies\n"
                                                   "  ATI3\n"
                                                   "    V.90 modem\n"
                                                   "      rev 2\n"
                                                   "  AT+GMI\n"
                                                   "    Hayes\n");
}

TEST_CASE("results alone are no replies: the steps have them") {
  CHECK(text_of({command("ATZ", {}), command("ATE0", {})}).empty());
  CHECK(text_of({}).empty());
}

TEST_CASE("what came after the result is told with its time") {
  auto waits = command("ATS0=1", {});
  waits.reply.push_back(saying(7s, "RING", Meaning::ring));
  waits.reply.push_back(saying(21s, "CONNECT 33600", Meaning::connect));
  CHECK(text_of({waits}) == "\nReplies\n  ATS0=1\n    after 6.0 s: RING\n    after 20.0 s: CONNECT 33600\n");
}

TEST_CASE("a command of a chat script has no result of its own, so all is told") {
  auto said = command("ATZ", {});
  said.ended.reset();
  CHECK(text_of({said}) == "\nReplies\n  ATZ\n    OK\n");
}

TEST_CASE("dial commands are evidence, and S7 has been told in its step") {
  Evidence evidence;
  evidence.commands = {command("ATDT5550100", {"CARRIER 33600"}), command("ATS7?", {"050"})};
  evidence.notes.push_back({2s, evidence::Note::Kind::setup, "ATS7?: S7 reads 50 s."});
  CHECK(replies_text(evidence, {}).empty());
  evidence.notes.front().text = "ATS7?: OK.";
  CHECK_THAT(replies_text(evidence, {}), ContainsSubstring("  ATS7?\n    050\n"));
}

TEST_CASE("replies are harmless, fit the page, and are bounded") {
  const std::string hostile = "\x1b[2J" + std::string(5'000, 'x');
  const std::vector<std::string> many(200, "   " + hostile);
  std::vector<evidence::Command> commands;
  for (int i = 0; i < 100; ++i) commands.push_back(command("AT\x1b" + hostile, many));
  const auto text = text_of(commands);
  CHECK(text.size() < 60'000);
  CHECK_THAT(text, ContainsSubstring("and 160 lines more; --json has them"));
  CHECK(text.ends_with("  and replies to more commands; --json has them\n"));
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, line.size());
  CHECK(widest <= 80);
  CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
}

} // namespace dialbench::app
