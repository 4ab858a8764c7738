// Goal: every rule names what exists, holds in some situation, is silent in another, and weighs what it says.
#include "harness/diagnosis/rules.hpp"
#include "harness/diagnosis/phrases.hpp"
#include "tests/catch.hpp"
#include "tests/diagnosis/situations.hpp"

#include <algorithm>
#include <set>

using namespace dialbench;
using namespace dialbench::diagnosis;
using namespace dialbench::tests;

namespace {

// The placeholders of a sentence, without their braces.
std::vector<std::string_view> placeholders_in(std::string_view sentence) {
  std::vector<std::string_view> names;
  for (auto open = sentence.find('{'); open != std::string_view::npos; open = sentence.find('{', open + 1)) {
    const auto close = sentence.find('}', open);
    names.push_back(sentence.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
  }
  return names;
}

const Weighed* find(const std::vector<Weighed>& all, std::string_view id) {
  const auto found = std::ranges::find_if(all, [&](const Weighed& one) { return one.cause->id == id; });
  return found != all.end() ? &*found : nullptr;
}

} // namespace

TEST_CASE("every rule names a cause of the catalogue and has a sentence that can be filled") {
  for (const auto& rule : rules()) {
    CAPTURE(rule.cause, rule.condition_name);
    CHECK(catalogue::find_cause(rule.cause) != nullptr);
    CHECK_FALSE(rule.sentence.empty());
    CHECK(rule.sentence.size() <= 200);
    for (const auto name : placeholders_in(rule.sentence)) CHECK(is_placeholder(name));
  }
}

TEST_CASE("no rule stands twice") {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& rule : rules()) {
    CAPTURE(rule.cause, rule.condition_name);
    CHECK(seen.emplace(rule.cause, rule.condition_name).second);
  }
}

TEST_CASE("every rule holds in some attempt that ends with its code, and not in every one") {
  const auto attempts = situations();
  for (const auto& rule : rules()) {
    CAPTURE(rule.cause, rule.condition_name);
    const int code = catalogue::find_cause(rule.cause)->code;
    unsigned holds = 0;
    unsigned silent = 0;
    for (const auto& attempt : attempts) {
      const Facts facts(attempt);
      const bool of_this_code = evidence::row(attempt.outcome).code == code;
      if (of_this_code && rule.condition(facts)) ++holds;
      if (!rule.condition(facts)) ++silent;
    }
    CHECK(holds > 0);
    CHECK(silent > 0);
  }
}

TEST_CASE("a likelihood is a word") {
  CHECK(likelihood_of(5) == Likelihood::likely);
  CHECK(likelihood_of(2) == Likelihood::likely);
  CHECK(likelihood_of(1) == Likelihood::possible);
  CHECK(likelihood_of(0) == Likelihood::possible);
  CHECK(likelihood_of(-1) == Likelihood::possible);
  CHECK(likelihood_of(-2) == Likelihood::unlikely);
  CHECK(name(Likelihood::likely) == "likely");
  CHECK(name(Likelihood::possible) == "possible");
  CHECK(name(Likelihood::unlikely) == "unlikely");
}

TEST_CASE("without any evidence the causes stand in the order of their frequency") {
  evidence::Outcome nothing_known;
  nothing_known.outcome = evidence::OutcomeClass::port_refused_settings;
  const auto causes = weigh(605, Facts(nothing_known));
  REQUIRE(causes.size() == catalogue::causes(605).size());
  for (std::size_t i = 0; i < causes.size(); ++i) {
    CHECK(causes[i].cause == &catalogue::causes(605)[i]);
    CHECK(causes[i].weight == 0);
  }
}

TEST_CASE("a cause that a fact rules out is gone, whatever else speaks for it") {
  const evidence::Outcome carrier = a_call().x(0).carrier().then("NO CARRIER", at::Meaning::no_carrier, 30s);
  const auto causes = weigh(679, Facts(carrier));
  CHECK(find(causes, "679.hidden_word") == nullptr);
  CHECK(find(causes, "679.no_modem") == nullptr);
  REQUIRE(find(causes, "679.training") != nullptr);
  CHECK(causes.front().cause->id == "679.training");
  CHECK(find(causes, "679.training")->supports.size() >= 2);
}

TEST_CASE("in every situation some cause is left, unless the call succeeded") {
  for (const auto& attempt : situations()) {
    const int code = evidence::row(attempt.outcome).code;
    CAPTURE(std::string(evidence::name(attempt.outcome)), attempt.word);
    if (code == 0) continue;
    CHECK_FALSE(weigh(code, Facts(attempt)).empty());
  }
}
