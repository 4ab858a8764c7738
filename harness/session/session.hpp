// One script against one modem, sans-I/O.
//
// The contract, five lines:
//   1. start(now) once; then feed it whatever happens: receive, sent, answered, lines_changed, port_failed,
//   stop, tick.
//   2. After each call, drain it: write output() and report what the port took by sent(); carry out
//   next_request().
//   3. Sleep until deadline() or until something happens; then call tick(now) or what fits. `now` never goes
//   back.
//   4. When outcome() is there the session is over; it sends nothing and asks nothing any more.
//   5. It never reads a clock, never blocks, and every buffer in it is bounded.
#pragma once

#include "harness/evidence/outcome.hpp"
#include "harness/script/number_rules.hpp"
#include "harness/script/script.hpp"
#include "harness/session/port_request.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dialbench::at {
struct Dialect;
}

namespace dialbench::session {

struct Options {
  Duration command_gap =
      std::chrono::milliseconds(100); // after a final result, V.250; 0 on the embedded exchange
  const at::Dialect* dialect = nullptr;
  script::NumberRules rules;
  std::optional<Duration> dial_timeout; // the user's; shorter than the rule's: the verdict says so
  unsigned dials_max = 10;              // the cap that no script lifts, over all retries of one session
  unsigned finals_owed = 0;             // by the attempt before this one on the same port
  unsigned epoch = 0;                   // of the attempt before this one
  bool has_lines = false;               // the port carries DTR, DCD ...
  bool emulated = false;
  std::string port_name;
};

class Session {
 public:
  Session(script::Script script, Options options);
  // Many sessions may run one script.
  Session(std::shared_ptr<const script::Script> script, Options options);
  ~Session();
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;

  // in
  void start(Time now);
  void receive(std::string_view bytes, Time now);
  void sent(std::size_t bytes, Time now); // so many bytes of output() were taken by the port
  void answered(RequestId id, const PortAnswer& answer, Time now);
  void lines_changed(const evidence::ModemLines& lines, Time now);
  void port_failed(const evidence::PortProblem& problem, Time now);
  void stop(Time now); // first: hang up, then end; second: end at once
  void tick(Time now);

  // out
  [[nodiscard]] std::string_view output() const noexcept;  // bytes to send; stays until sent() takes them
  [[nodiscard]] bool output_is_secret() const noexcept;    // a transcript shows length and time only
  [[nodiscard]] std::optional<PortRequest> next_request(); // each is given once
  [[nodiscard]] std::optional<Time> deadline() const noexcept;
  [[nodiscard]] const evidence::Outcome* outcome() const noexcept;

  // to watch
  [[nodiscard]] std::span<const evidence::Note> notes() const noexcept; // grows; for live progress
  struct Waiting {
    std::string what; // "result of ATDT5550179"
    std::optional<Time> until;
    std::string until_what; // "S7"
  };
  [[nodiscard]] std::optional<Waiting> waiting() const;

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

} // namespace dialbench::session
