// The rules: what each fact says for or against each cause (rules.def), and what they add up to.
#pragma once

#include "catalogue/catalogue.hpp"
#include "harness/diagnosis/conditions.hpp"
#include "harness/diagnosis/verdict.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace dialbench::diagnosis {

// How much a fact weighs. The sum makes the likelihood; a cause that is ruled out is not shown at all.
enum class Effect : int {
  rules_out = -100,
  speaks_against = -2,
  doubts = -1,
  hints = 1,
  points_to = 2,
  shows = 4
};

struct Rule {
  std::string_view cause; // the catalogue's id
  std::string_view condition_name;
  Condition condition;
  Effect effect;
  std::string_view sentence; // with placeholders, see phrases.hpp
};
std::span<const Rule> rules() noexcept;

struct Weighed {
  const catalogue::Cause* cause = nullptr;
  int weight = 0;
  std::vector<const Rule*> supports; // the rules whose condition holds
  std::vector<const Rule*> against;
};
Likelihood likelihood_of(int weight) noexcept;

// The causes of a code that the facts leave standing, the heaviest first, equal ones by their frequency.
std::vector<Weighed> weigh(int code, const Facts& facts);

} // namespace dialbench::diagnosis
