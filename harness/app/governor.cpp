#include "harness/app/governor.hpp"

#include "harness/app/wall_clock.hpp"
#include "harness/redial/number.hpp"

#include <algorithm>

namespace dialbench::app {

Governor::Governor(report::LineKind line, const std::string& country, std::string store)
    : binds_(line == report::LineKind::real)
    , profile_(redial::profile_for(country))
    , store_(std::move(store)) {}

redial::Decision Governor::ask(const std::string& number, bool manual) {
  if (!binds_ || number.empty()) return redial::Decision{true, {}, false, {}};
  const auto now = seconds_since_1970();
  auto loaded = store_.load(now);
  std::vector<redial::Dialled> history = here_;
  if (!loaded) {
    remark(loaded.error());
  } else {
    for (auto& entry : loaded->history) {
      if (std::find(here_.begin(), here_.end(), entry) == here_.end()) history.push_back(std::move(entry));
    }
  }
  return redial::may_dial(history, number, now, manual, profile_);
}

void Governor::remember(const evidence::Outcome& outcome, bool manual) {
  if (!binds_ || !outcome.evidence.dialled) return;
  redial::Dialled entry{redial::digits_of(outcome.evidence.number), seconds_since_1970(), outcome.outcome,
                        manual};
  if (const auto fault = store_.append(entry)) remark(*fault);
  here_.push_back(std::move(entry));
}

void Governor::remark(const redial::StoreFault& fault) {
  std::string text = redial::message(fault);
  if (std::find(remarks_.begin(), remarks_.end(), text) == remarks_.end())
    remarks_.push_back(std::move(text));
}

} // namespace dialbench::app
