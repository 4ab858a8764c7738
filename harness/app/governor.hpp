// Keeps the redial rules over the calls of this run and of the runs before it. On a line that is no phone
// line it allows everything and remembers nothing.
#pragma once

#include "harness/evidence/outcome.hpp"
#include "harness/redial/rules.hpp"
#include "harness/redial/store.hpp"
#include "harness/report/setting.hpp"

#include <string>
#include <vector>

namespace dialbench::app {

class Governor {
 public:
  Governor(report::LineKind line, const std::string& country, std::string store);

  // Whether `number` may be dialled now. manual: a person typed it; repeats are automatic.
  redial::Decision ask(const std::string& number, bool manual);
  void remember(const evidence::Outcome& outcome, bool manual);

  // What could not be read or kept: calls go on, but the rules then know less.
  [[nodiscard]] const std::vector<std::string>& remarks() const noexcept { return remarks_; }

 private:
  void remark(const redial::StoreFault& fault);

  bool binds_;
  const redial::Profile& profile_;
  redial::Store store_;
  std::vector<redial::Dialled> here_; // this run's, for where the store cannot keep them
  std::vector<std::string> remarks_;
};

} // namespace dialbench::app
