// Scores `dialbench classify` over the corpus, lists every disagreement (docs/corpus.md explains them), and
// fails where a goal is missed. With the word `all` behind the file it also lists what single tables say
// otherwise.
#include "tests/corpus/responses.hpp"
#include "tests/corpus/score.hpp"

#include <cstdio>
#include <map>
#include <string>
#include <string_view>

using namespace dialbench::tests;

namespace {

constexpr int skipped = 77;
constexpr int connect = 0x02;

std::string hex(int value) {
  char text[8];
  std::snprintf(text, sizeof text, "%02X", static_cast<unsigned>(value));
  return text;
}

void print(const Score& score) {
  std::printf("%-32s %5d of %5d  %7.3f %%  (goal %.1f %%)%s\n", score.what.c_str(), score.right, score.all,
              100.0 * score.right / std::max(score.all, 1), 100.0 * score.goal,
              score.reached() ? "" : "  MISSED");
  for (const auto& wrong : score.wrong) std::printf("    %s\n", wrong.c_str());
}

// What the labels say that most tables agree on.
bool score_agreed(const std::vector<Response>& responses) {
  Score states{"state", 0.998};
  Score rates{"DCE rate", 0.995};
  Score options{"error control and compression", 0.99};
  for (const auto& [core, labels] : verbose_labels(responses)) {
    const auto state = labels.state.agreed();
    if (!state) continue;
    const Said said = said_of(core, *state);
    states.count(said.fits_state, core + ": " + said.meaning + ", tables: " + hex(*state));
    if (const auto dce = labels.dce.agreed(); dce && *dce != 0)
      rates.count(said.dce == *dce,
                  core + ": " + std::to_string(said.dce) + ", tables: " + std::to_string(*dce));
    if (const auto bits = labels.options.agreed();
        bits && *state == connect && (tells_of_the_link(core) || *bits == 0))
      options.count(said.options == *bits,
                    core + ": " + std::to_string(said.options) + ", tables: " + std::to_string(*bits));
  }
  print(states);
  print(rates);
  print(options);
  return states.reached() && rates.reached() && options.reached();
}

// Every table's every row, by family: makers contradict each other and themselves, so there is no goal. A
// family that stands out is one whose spellings are not understood.
void score_families(const std::vector<Response>& responses, bool list) {
  struct Family {
    Score states{"state", 0};
    Score rates{"rate", 0};
    Score options{"options", 0};
  };
  std::map<std::string, Family> families;
  for (const Response& response : responses) {
    const std::string core = core_of(response.text);
    if (core.empty() || is_numeric(core)) continue;
    const Said said = said_of(response.text, response.state);
    Family& family = families[response.family];
    family.states.count(said.fits_state, core + ": " + said.meaning + ", table: " + hex(response.state));
    if (response.dce != 0)
      family.rates.count(said.dce == response.dce,
                         core + ": " + std::to_string(said.dce) + ", table: " + std::to_string(response.dce));
    const unsigned bits = response.options & (compression_bit | error_control_bit);
    if (response.state == connect && (tells_of_the_link(core) || bits == 0))
      family.options.count(said.options == bits,
                           core + ": " + std::to_string(said.options) + ", table: " + std::to_string(bits));
  }
  std::printf("\n%-24s %18s %18s %18s\n", "every row, by family", "state", "DCE rate", "options");
  for (const auto& [name, family] : families) {
    std::printf("%-24s", name.c_str());
    for (const Score* score : {&family.states, &family.rates, &family.options})
      std::printf(" %8d of %6d", score->right, score->all);
    std::printf("\n");
    if (!list) continue;
    for (const Score* score : {&family.states, &family.rates, &family.options})
      for (const auto& wrong : score->wrong) std::printf("    %s: %s\n", score->what.c_str(), wrong.c_str());
  }
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: tests-corpus RESPONSES.TSV [all]\n");
    return 2;
  }
  const auto responses = read_responses(argv[1]);
  if (!responses) {
    std::printf("skipped: there is no %s (cmake -DDIALBENCH_CORPUS=FILE names another)\n", argv[1]);
    return skipped;
  }
  const bool reached = score_agreed(*responses);
  score_families(*responses, argc > 2 && std::string_view(argv[2]) == "all");
  return reached ? 0 : 1;
}
