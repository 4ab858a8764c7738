// bench-simulation [--attempts N] [--rounds N] [--gate N]: complete dial attempts a second on one core, all
// in memory: set-up, dial, the modem's result, verdict, hang-up. Three ends of a call in turn (connected and
// hung up by the escape sequence, busy, not answered), on one modem, each by a session of its own. Prints the
// median of the rounds in time of the processor. Status 1 where it is below the gate, or an attempt ended
// otherwise than it must; 64 for wrong usage.
#include "harness/diagnosis/verdict.hpp"
#include "harness/emulator/modem.hpp"
#include "harness/script/read.hpp"
#include "harness/simulation/join.hpp"
#include "tests/bench/options.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string_view>
#include <vector>

namespace {

using namespace dialbench;

struct Options {
  std::size_t attempts = 30'000;
  int rounds = 5;
  double gate = 0;
  bool diagnose = false; // the causes and the next checks in words, too
};

bool read_options(int count, char** arguments, Options& options) {
  auto attempts = static_cast<double>(options.attempts);
  double rounds = options.rounds;
  double diagnose = 0;
  const bench::Option known[] = {
      {"attempts", &attempts, 3}, {"rounds", &rounds, 1}, {"gate", &options.gate}, {"diagnose", &diagnose}};
  if (!bench::read_options(count, arguments, known)) return false;
  options.attempts = static_cast<std::size_t>(attempts);
  options.rounds = static_cast<int>(rounds);
  options.diagnose = diagnose > 0;
  return true;
}

constexpr std::string_view script_text = R"(
[variables]
number = { required = true }
[[step]]
send = "ATE0Q0V1X4"
[[step]]
dial = "T${number}"
[[step]]
hangup = true
)";

struct Call {
  const char* number;
  evidence::OutcomeClass outcome;
  std::shared_ptr<const script::Script> script;
};

std::array<Call, 3> calls() {
  using evidence::OutcomeClass;
  std::array<Call, 3> all{Call{"5550100", OutcomeClass::connected, {}},
                          Call{"5550176", OutcomeClass::busy, {}},
                          Call{"5550178", OutcomeClass::no_answer, {}}};
  script::NumberRules rules;
  rules.line_simulator = true;
  for (auto& call : all) {
    const std::vector<script::Assignment> assignments = {{"number", call.number}};
    auto script = script::read_toml(script_text, "bench.toml", assignments, rules);
    if (!script) std::abort();
    call.script = std::make_shared<const script::Script>(std::move(*script));
  }
  return all;
}

// True where every attempt ended as it must.
bool dial(const std::array<Call, 3>& calls, const Options& options) {
  emulator::Modem modem(emulator::embedded_exchange());
  session::Options given;
  given.command_gap = {};
  given.rules.line_simulator = true;
  given.emulated = true;
  simulation::Join join;
  join.lines = false;
  Time now{};
  bool good = true;
  for (std::size_t i = 0; i < options.attempts; ++i) {
    const Call& call = calls[i % calls.size()];
    session::Session session(call.script, given);
    now = simulation::join(session, modem, join, now).at;
    good = good && session.outcome() != nullptr && session.outcome()->outcome == call.outcome;
    if (options.diagnose && good) good = diagnosis::diagnose(*session.outcome()).code < 1000;
  }
  return good;
}

int measure(const Options& options) {
  const auto all = calls();
  std::vector<double> speeds;
  for (int round = 0; round < options.rounds; ++round) {
    const std::clock_t began = std::clock();
    if (!dial(all, options)) {
      std::puts("WRONG: an attempt did not end as it must");
      return 1;
    }
    const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    speeds.push_back(static_cast<double>(options.attempts) / std::max(seconds, 1e-9));
  }
  std::sort(speeds.begin(), speeds.end());
  const double median = speeds[speeds.size() / 2];
  const bool fast = median >= options.gate;
  std::printf("%zu attempts, %.0f attempts/s [%.0f-%.0f]%s\n", options.attempts, median, speeds.front(),
              speeds.back(), fast ? "" : " BELOW ITS GATE");
  return fast ? 0 : 1;
}

} // namespace

int main(int count, char** arguments) {
  Options options;
  if (!read_options(count, arguments, options)) {
    std::fputs("usage: bench-simulation [--attempts N] [--rounds N] [--gate N] [--diagnose 1]\n", stderr);
    return 64;
  }
  return measure(options);
}
