#include "harness/diagnosis/rules.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace dialbench::diagnosis {
namespace {

// No std::array: deducing the size of more than 256 rows goes beyond the nesting limit of clang.
constexpr Rule rule_table[] = {
#define RULE(cause, condition, effect, sentence) Rule{cause, #condition, condition, Effect::effect, sentence},
#include "harness/diagnosis/rules.def"
};

constexpr int likely_from = static_cast<int>(Effect::points_to);
constexpr int unlikely_up_to = static_cast<int>(Effect::speaks_against);
constexpr int ruled_out_up_to =
    static_cast<int>(Effect::rules_out) / 2; // nothing that speaks for it makes up for it

Weighed weigh_one(const catalogue::Cause& cause, const Facts& facts) {
  Weighed weighed;
  weighed.cause = &cause;
  for (const Rule& rule : rule_table) {
    if (rule.cause != cause.id || !rule.condition(facts)) continue;
    const int weight = static_cast<int>(rule.effect);
    weighed.weight += weight;
    (weight > 0 ? weighed.supports : weighed.against).push_back(&rule);
  }
  return weighed;
}

} // namespace

std::span<const Rule> rules() noexcept { return rule_table; }

Likelihood likelihood_of(int weight) noexcept {
  if (weight >= likely_from) return Likelihood::likely;
  return weight <= unlikely_up_to ? Likelihood::unlikely : Likelihood::possible;
}

std::string_view name(Likelihood likelihood) noexcept {
  switch (likelihood) {
  case Likelihood::likely: return "likely";
  case Likelihood::possible: return "possible";
  case Likelihood::unlikely: return "unlikely";
  }
  return "";
}

std::vector<Weighed> weigh(int code, const Facts& facts) {
  std::vector<Weighed> all;
  for (const auto& cause : catalogue::causes(code)) {
    Weighed weighed = weigh_one(cause, facts);
    if (weighed.weight > ruled_out_up_to) all.push_back(std::move(weighed));
  }
  // The catalogue has them by frequency; a stable sort keeps that order among equals.
  std::ranges::stable_sort(all, std::ranges::greater{}, &Weighed::weight);
  return all;
}

} // namespace dialbench::diagnosis
