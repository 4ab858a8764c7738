#include "tests/proof/situation.hpp"

#include "harness/emulator/faults/random.hpp"
#include "harness/evidence/duration.hpp"

#include <algorithm>
#include <array>

namespace dialbench::proof {
namespace {

using emulator::Far;
using faults::Random;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Far::Kind far_kinds[] = {
    Far::Kind::modem,      Far::Kind::modem,        Far::Kind::busy,        Far::Kind::busy,
    Far::Kind::reorder,    Far::Kind::voice,        Far::Kind::fax,         Far::Kind::no_answer,
    Far::Kind::no_carrier, Far::Kind::silent,       Far::Kind::dead,        Far::Kind::dead_line,
    Far::Kind::intercept,  Far::Kind::no_dial_tone, Far::Kind::quiet,       Far::Kind::line_in_use,
    Far::Kind::refused,    Far::Kind::delayed,      Far::Kind::blacklisted, Far::Kind::unplugged};

// Habits that change how a result comes, not which one: the class must be the same.
constexpr std::pair<const char*, const char*> habits[] = {
    {"line_ends", "cr_only"},
    {"line_ends", "lf_only"},
    {"line_ends", "trailing_only"},
    {"line_ends", "lf_first"},
    {"line_ends", "nul_for_lf"},
    {"line_ends", "doubled_cr"},
    {"hang_up_reply", "no_carrier_then_ok"},
    {"hang_up_reply", "ok_then_no_carrier"},
    {"hang_up_reply", "no_carrier_only"},
    {"hang_up_reply", "error"},
    {"hang_up_reply", "ok_twice"},
    {"ignores_echo_off", "true"},
    {"lower_case", "true"},
    {"late_echo", "true"},
    {"connect_lines", "true"},
    {"connect_error_lines", "true"},
    {"modulation_lines", "true"},
    {"final_twice", "true"},
    {"unterminated", "true"},
    {"ok_after_no_carrier", "true"},
    {"hangup_line", "true"},
    {"ring_glued", "true"},
    {"ring_in_command", "true"},
    {"reports_ringing", "true"},
    {"connect_without_rate", "true"},
    {"echoes_abort", "true"},
    {"abort_says_ok", "true"},
    {"first_ok_after_failure_lies", "true"},
    {"ok_when_dtr_drops", "true"},
    {"swallows_lines", "1"},
    {"byte_interval", "1ms"},
    {"byte_interval", "40ms"},
    {"result_delay", "100ms"},
    {"result_delay", "1s"},
};

Far draw_far(Random& random) {
  Far far;
  far.kind = random.one_of(far_kinds);
  far.after = random.duration(milliseconds(100), seconds(20));
  far.rings = static_cast<unsigned>(random.below(5));
  far.live = random.one_in(3);
  if (random.one_in(3)) far.greeting = "\r\nlogin: ";
  if (random.one_in(3)) far.lost_after = random.duration(milliseconds(1), seconds(30));
  return far;
}

Plan draw_plan(Random& random) {
  Plan plan;
  plan.chat = random.one_in(6);
  plan.x = static_cast<unsigned>(random.below(5));
  if (random.one_in(3)) plan.s7 = static_cast<unsigned>(random.from_to(15, 90));
  plan.reads_s7 = random.one_in(2);
  plan.pulse = random.one_in(8);
  if (random.one_in(4)) plan.retries = static_cast<unsigned>(random.from_to(1, 4));
  if (random.one_in(2)) plan.hold = random.duration(seconds(1), seconds(20));
  plan.hangs_up = !random.one_in(4);
  return plan;
}

void add_line(std::string& text, std::string_view key, const std::string& value) {
  text += key;
  text += " = " + value + '\n';
}
std::string in_quotes(const std::string& text) { return '"' + text + '"'; }

std::string step(const std::string& body) { return "[[step]]\n" + body; }

std::string chat_text(const Plan& plan, const std::string& number) {
  std::string text = "ABORT BUSY\nABORT \"NO CARRIER\"\nABORT \"NO ANSWER\"\nTIMEOUT 5\n";
  const std::string init = "ATE0Q0V1X" + std::to_string(plan.x);
  text += "'' " + init + "\nOK-" + init + "-OK ";
  if (plan.s7) text += "ATS7=" + std::to_string(*plan.s7) + "\nOK ";
  return text + "\"\\c\"\nTIMEOUT 180\n'' ATD" + (plan.pulse ? "P" : "T") + number + "\nCONNECT ''\n";
}

void show_far(std::string& text, const Far& far, const std::string& number) {
  constexpr std::string_view names[] = {
#define FAR_KIND(kind, text) #kind,
#include "harness/emulator/far.def"
  };
  text += "\n[line." + number + "]\n";
  add_line(text, "kind", in_quotes(std::string(names[static_cast<std::size_t>(far.kind)])));
  add_line(text, "after", in_quotes(evidence::spelled(far.after)));
  add_line(text, "rings", std::to_string(far.rings));
  if (far.live) add_line(text, "live", "true");
  if (!far.greeting.empty()) add_line(text, "greeting", "\"\\r\\nlogin: \"");
  if (far.lost_after > Duration{}) add_line(text, "lost_after", in_quotes(evidence::spelled(far.lost_after)));
}

} // namespace

emulator::Exchange Situation::exchange() const {
  emulator::Exchange exchange;
  exchange.other.kind = Far::Kind::no_answer;
  for (std::size_t i = 0; i < calls.size(); ++i) exchange.numbers.emplace(number_of(i), calls[i]);
  return exchange;
}

emulator::Habits Situation::modem_habits() const {
  emulator::Habits all;
  for (const auto& [name, value] : habits) emulator::set_habit(all, name, value);
  return all;
}

bool Situation::has_habit(std::string_view name) const {
  return std::ranges::find(habits, name, &std::pair<std::string, std::string>::first) != habits.end();
}

Situation draw_situation(std::uint64_t seed) {
  Random random(seed);
  Situation situation;
  situation.seed = seed;
  situation.plan = draw_plan(random);
  situation.calls.resize(random.from_to(1, 3));
  for (auto& far : situation.calls) far = draw_far(random);
  for (auto count = random.below(4); count > 0; --count) {
    const auto& habit = random.one_of(habits);
    situation.habits.emplace_back(habit.first, habit.second);
  }
  // A line end in front of nothing and none behind: nobody can tell such lines apart.
  if (situation.modem_habits().unterminated)
    std::erase(situation.habits, std::pair<std::string, std::string>("line_ends", "trailing_only"));
  situation.lines = random.one_in(2);
  if (!random.one_in(3)) situation.chunk_seed = random.from_to(1, 1'000'000);
  // Without V.250's gap the second OK of one command is taken for the answer to the next.
  if (random.one_in(2) || situation.has_habit("final_twice") || situation.has_habit("hang_up_reply"))
    situation.command_gap = milliseconds(100);
  if (random.one_in(8)) situation.dial_timeout = random.duration(seconds(2), seconds(90));
  situation.dials_max = static_cast<unsigned>(random.from_to(1, 10));
  if (random.one_in(2)) situation.between = random.duration({}, seconds(30));
  if (!random.one_in(3)) {
    faults::Draw draw;
    draw.calls = static_cast<unsigned>(situation.calls.size());
    situation.faults = faults::draw_schedule(random.next(), draw);
  }
  return situation;
}

std::string number_of(std::size_t call) { return std::to_string(5'550'120 + call); }

std::string script_text(const Plan& plan, const std::string& number) {
  if (plan.chat) return chat_text(plan, number);
  std::string text =
      step("send = \"ATE0Q0V1X" + std::to_string(plan.x) + "\"\ntries = 3\ntimeout = \"2s\"\n");
  if (plan.s7) text += step("send = \"ATS7=" + std::to_string(*plan.s7) + "\"\n");
  if (plan.reads_s7) text += step("send = \"ATS7?\"\ntimeout = \"2s\"\noptional = true\n");
  std::string dial = "label = \"again\"\ndial = \"" + std::string(plan.pulse ? "P" : "T") + number + "\"\n";
  if (plan.retries > 0)
    dial += "on = { BUSY = { goto = \"again\", times = " + std::to_string(plan.retries) +
            ", after = \"2s\" } }\n";
  text += step(dial);
  if (plan.hold > Duration{}) text += step("hold = \"" + evidence::spelled(plan.hold) + "\"\n");
  if (plan.hangs_up) text += step("hangup = true\n");
  return text;
}

std::string shown(const Situation& situation) {
  std::string text;
  text += situation.lines ? "# the port carries DTR and DCD\n" : "# the port carries no lines\n";
  if (situation.chunk_seed != 0) text += "# chunks by seed " + std::to_string(situation.chunk_seed) + '\n';
  text += "# command gap " + evidence::spelled(situation.command_gap) + ", at most " +
          std::to_string(situation.dials_max) + " dials, " + evidence::spelled(situation.between) +
          " between the attempts\n";
  add_line(text, "attempts", std::to_string(situation.calls.size()));
  if (situation.dial_timeout)
    add_line(text, "dial_timeout", in_quotes(evidence::spelled(*situation.dial_timeout)));
  if (!situation.habits.empty()) text += "\n[modem]\n";
  for (const auto& [name, value] : situation.habits) add_line(text, name, in_quotes(value));
  for (std::size_t i = 0; i < situation.calls.size(); ++i) show_far(text, situation.calls[i], number_of(i));
  text += "\n# the script of the first attempt\n" + script_text(situation.plan, number_of(0));
  text += "\n# the schedule\n" + faults::shown(situation.faults);
  return text;
}

} // namespace dialbench::proof
