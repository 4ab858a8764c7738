// What many calls came to, in one line.
#pragma once

#include "harness/evidence/outcome_class.hpp"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>

namespace dialbench::report {

class Counts {
 public:
  void add(evidence::OutcomeClass outcome);

  [[nodiscard]] unsigned calls() const noexcept { return calls_; }
  [[nodiscard]] std::string text() const; // "5 calls: 3 connected, 2 busy (676)."
  [[nodiscard]] nlohmann::ordered_json json() const;

 private:
  std::map<evidence::OutcomeClass, unsigned> calls_by_class_;
  unsigned calls_ = 0;
};

} // namespace dialbench::report
