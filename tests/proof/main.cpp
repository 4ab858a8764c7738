// proof [--attempts N] [--seed S] [--situation HEX]: random scripts against random exchanges, modems and
// faults under virtual time, and what must hold after each attempt. Status 0 where it held in all of them; 1
// where it did not, with the shortest schedule that still breaks it; 64 for wrong usage.
#include "harness/emulator/faults/random.hpp"
#include "tests/proof/invariants.hpp"
#include "tests/proof/memory.hpp"
#include "tests/proof/shrink.hpp"

#include <array>
#include <cerrno>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace {

using namespace dialbench;
using proof::Situation;

struct Options {
  std::uint64_t attempts = 100'000;
  std::uint64_t seed = 1;
  std::optional<std::uint64_t> situation;
};

bool read_options(int count, char** arguments, Options& options) {
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = arguments[i];
    const bool hex = name == "--situation";
    char* end = nullptr;
    errno = 0;
    const std::uint64_t value = std::strtoull(arguments[i + 1], &end, hex ? 16 : 10);
    if (errno != 0 || *end != '\0' || arguments[i + 1][0] == '\0' || arguments[i + 1][0] == '-') return false;
    if (name == "--attempts" && value > 0)
      options.attempts = value;
    else if (name == "--seed")
      options.seed = value;
    else if (hex)
      options.situation = value;
    else
      return false;
  }
  return count % 2 == 1;
}

// Two runs of the same situation are the same byte for byte; asked of one in so many.
constexpr std::uint64_t repeat_every = 16;

std::optional<std::string> broken(const Situation& situation, const proof::Trial& trial, bool repeat) {
  if (auto what = proof::broken(situation, trial)) return what;
  if (repeat && proof::run(situation).digest != trial.digest) return "the same seed gave another transcript";
  return std::nullopt;
}

// `what`: the first that does not hold; the situation is shrunk while something does not.
void report(const Situation& situation, const std::optional<std::string>& what) {
  const auto breaks = [](const Situation& smaller) {
    return broken(smaller, proof::run(smaller), true).has_value();
  };
  const Situation small = what ? proof::shrunk(situation, breaks) : situation;
  const auto trial = proof::run(small, true);
  if (what)
    std::printf("BROKEN: %s\n\nsituation %016" PRIx64 ": %s\n", what->c_str(), situation.seed,
                broken(small, trial, true).value_or("no longer broken").c_str());
  else
    std::printf("situation %016" PRIx64 ": everything holds\n", situation.seed);
  std::printf("drawn: %zu faults, %zu habits, %zu attempts; needed: %zu, %zu, %zu\n\n",
              situation.faults.size(), situation.habits.size(), situation.calls.size(), small.faults.size(),
              small.habits.size(), small.calls.size());
  std::printf("%s\n# what was said: seconds, > to the modem, < from it, _ CR, | LF, ? others\n%s\n",
              shown(small).c_str(), trial.transcript.c_str());
  std::printf("again: proof --situation %016" PRIx64 "\n", situation.seed);
}

struct Tally {
  std::uint64_t attempts = 0;
  std::uint64_t situations = 0;
  std::uint64_t decidable = 0;
  std::uint64_t dials = 0;
  std::uint64_t digest = 0;
  std::size_t peak = 0;
  std::array<std::uint64_t, 64> classes{};
  std::array<std::uint64_t, 64> faults{};
};

void count(Tally& tally, const Situation& situation, const proof::Trial& trial) {
  ++tally.situations;
  tally.attempts += trial.attempts.size();
  tally.digest = faults::mixed(tally.digest ^ trial.digest);
  for (std::size_t i = 0; i < trial.attempts.size(); ++i) {
    const auto& tried = trial.attempts[i];
    tally.dials += tried.dial_lines;
    tally.peak = std::max(tally.peak, tried.peak_bytes);
    ++tally.classes.at(static_cast<std::size_t>(tried.outcome->outcome));
    if (proof::is_decidable(situation, trial, i)) ++tally.decidable;
  }
  for (const auto& act : trial.acts) ++tally.faults.at(static_cast<std::size_t>(act.fault.kind));
}

void print(const Tally& tally, const Options& options) {
  std::printf("seed %" PRIu64 ": %" PRIu64 " attempts in %" PRIu64 " situations, %" PRIu64
              " dials; the class of "
              "%" PRIu64 " was decidable, and right\n",
              options.seed, tally.attempts, tally.situations, tally.dials, tally.decidable);
  std::printf("most memory of an attempt: %zu KiB; mark of all transcripts: %016" PRIx64 "\n",
              tally.peak / 1024, tally.digest);
  std::printf("classes:");
  for (const auto& row : evidence::outcome_rows()) {
    if (const auto times = tally.classes.at(static_cast<std::size_t>(row.outcome)); times > 0)
      std::printf(" %.*s %" PRIu64, static_cast<int>(row.name.size()), row.name.data(), times);
  }
  std::printf("\nfaults that acted:");
  for (std::size_t i = 0; i < tally.faults.size(); ++i) {
    if (tally.faults.at(i) == 0) continue;
    const auto name = faults::name(static_cast<faults::Fault::Kind>(i));
    std::printf(" %.*s %" PRIu64, static_cast<int>(name.size()), name.data(), tally.faults.at(i));
  }
  std::printf("\n");
}

// What stays behind when situations are over: nothing but what is made once.
constexpr std::size_t left_behind_max = 256 * 1024;

int prove(const Options& options) {
  Tally tally;
  const std::size_t before = proof::live_bytes();
  for (std::uint64_t i = 0; tally.attempts < options.attempts; ++i) {
    const Situation situation = proof::draw_situation(faults::mixed(options.seed + (i << 32)));
    const auto trial = proof::run(situation);
    if (const auto what = broken(situation, trial, i % repeat_every == 0)) {
      std::printf("seed %" PRIu64 ", situation %" PRIu64 ", after %" PRIu64 " attempts\n", options.seed, i,
                  tally.attempts);
      report(situation, what);
      return 1;
    }
    count(tally, situation, trial);
  }
  print(tally, options);
  if (const std::size_t left = proof::live_bytes() - before; left > left_behind_max) {
    std::printf("BROKEN: %zu bytes were left behind\n", left);
    return 1;
  }
  return 0;
}

} // namespace

int main(int argc, char** arguments) {
  Options options;
  if (!read_options(argc, arguments, options)) {
    std::fputs("usage: proof [--attempts N] [--seed S] [--situation HEX]\n", stderr);
    return 64;
  }
  if (!options.situation) return prove(options);
  const Situation situation = proof::draw_situation(*options.situation);
  const auto what = broken(situation, proof::run(situation), true);
  report(situation, what);
  return what ? 1 : 0;
}
