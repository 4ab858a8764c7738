// Puts calls on the screen, as text or as data, masked where that was asked for.
#pragma once

#include "harness/app/call_plan.hpp"
#include "harness/app/mask.hpp"
#include "harness/diagnosis/invocation.hpp"
#include "harness/diagnosis/verdict.hpp"
#include "harness/evidence/outcome.hpp"
#include "harness/report/counts.hpp"
#include "harness/report/progress.hpp"
#include "harness/report/setting.hpp"
#include "harness/report/style.hpp"

namespace dialbench::app {

class Presenter {
 public:
  explicit Presenter(const CallPlan& plan);

  [[nodiscard]] bool text() const noexcept { return !plan_.output.json; }
  [[nodiscard]] bool many() const noexcept { return plan_.repeat > 1; }
  [[nodiscard]] report::Progress& progress() noexcept { return progress_; }
  [[nodiscard]] const NumberMask& mask() const noexcept { return mask_; }

  void open();         // what kind of line is used: the first lines
  void open_refused(); // the same for a call that is not made
  void show(const evidence::Outcome& outcome, const std::vector<std::string>& remarks);
  // After many calls. `stopped`: why there were not as many as asked for; empty: there were.
  void close(const std::string& stopped);
  [[nodiscard]] int exit_status() const noexcept { return setting_.exit_status; }

 private:
  void show_text(const diagnosis::Verdict& verdict, const evidence::Outcome& outcome);
  void show_row(const diagnosis::Verdict& verdict, const evidence::Outcome& outcome);

  const CallPlan& plan_;
  diagnosis::Invocation invocation_; // masked as all the rest
  report::Style style_;
  NumberMask mask_;
  report::Setting setting_;
  report::Counts counts_;
  report::Progress progress_;
  std::string last_; // many calls: the whole text of the last one
};

} // namespace dialbench::app
