// What a person sees while a call is made: a line for each thing that happened, and on a terminal one line
// more that is rewritten in place and of which nothing stays.
#pragma once

#include "harness/evidence/evidence.hpp"
#include "harness/report/style.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::report {

// "   0.0 s  set up    ATE0Q0V1X4: OK. S7 reads 50 s."
std::string note_text(const evidence::Note& note);

// What is being waited for; the session says it.
struct Awaited {
  std::string what; // "result of ATDT5550179"
  std::optional<Time> until;
  std::string until_what; // "S7"
  std::string_view ctrl_c = "hangs up";
};
// "   9.4 s  waiting   result of ATDT5550179; 43 s left until S7. Ctrl-C hangs up.", without a line end.
std::string waiting_text(const Awaited& awaited, Time now);

class Progress {
 public:
  using Write = std::function<void(std::string_view)>;
  Progress(Write write, bool terminal)
      : write_(std::move(write))
      , terminal_(terminal) {}

  void note(const evidence::Note& note);
  void waiting(const Awaited& awaited, Time now); // does nothing where there is no terminal
  void clear();                                   // takes the live line away; before anything else is printed

 private:
  Write write_;
  bool terminal_;
  std::string live_; // what stands on the terminal's last line
};

} // namespace dialbench::report
