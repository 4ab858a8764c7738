// One direction of the way between computer and modem, with the faults that happen on it. Bytes go in when
// they are said and come out when they arrive; what the faults do to them in between is decided by the
// schedule alone, so the same bytes at the same times come out the same.
#pragma once

#include "harness/emulator/faults/result_watch.hpp"
#include "harness/emulator/faults/schedule.hpp"
#include "harness/emulator/outbox.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::faults {

// What a fault did: when it first and last touched something.
struct Act {
  Fault fault;
  Time first{};
  Time last{};
};

class Pipe {
 public:
  Pipe(const Schedule& schedule, Fault::Way way); // takes those that are of its way

  // The origin of the faults that name this call; 0: the first byte that was sent.
  void began(unsigned call, Time now);
  void feed(std::string_view bytes, Time now);
  void insert(std::string_view bytes, Time now); // at once, whatever the faults
  void run(Time now);
  void clear() noexcept { out_.clear(); } // what is on its way is lost

  [[nodiscard]] std::string_view ready() const noexcept { return out_.ready(); }
  void taken(std::size_t bytes) { out_.taken(bytes); }
  [[nodiscard]] std::size_t room() const noexcept { return out_.room(); }
  [[nodiscard]] std::optional<Time> deadline() const noexcept;
  // Whether anything is on its way that has not been taken.
  [[nodiscard]] bool in_flight() const noexcept {
    return !out_.ready().empty() || out_.deadline() || (results_ && !results_->line().empty());
  }
  [[nodiscard]] bool stalled(Time now) const noexcept { return now < stalled_until_; }
  [[nodiscard]] Time stalled_until() const noexcept { return stalled_until_; }
  // How often what is sent at `now` comes back (echo_storm).
  [[nodiscard]] unsigned echoes(Time now) const noexcept { return now < storm_until_ ? storm_ : 0; }
  [[nodiscard]] const std::vector<Act>& acts() const noexcept { return acts_; }
  // What the UART at the end of the way would notice (emulator::LineErrors): parity and framing of bytes that
  // were damaged so, an overrun where bytes are lost, a break where a NUL comes.
  [[nodiscard]] unsigned char line_errors() const noexcept { return line_errors_; }
  void take_line_errors() noexcept { line_errors_ = 0; }
  // One fault more; the origin of one that names no call is now.
  void add(const Fault& fault, Time now);

 private:
  struct Armed {
    Fault fault;
    bool known = false; // its origin has been
    Time since{};
    std::uint64_t bytes = 0; // that had gone by then
    bool begun = false;
    std::size_t act = 0;
    unsigned left = 0;
    Time until{};
  };

  void begin_due(Time now);
  void begin(Armed& armed, Time now);
  void touch(char c, Time now);
  void emit(std::string_view bytes, Time now);
  void insert_random(const Fault& fault, Time now);
  void say_again(Armed& armed, Time now);
  void settle_line(std::string_view line, bool ended, Time now);
  bool hold_back(const std::string& line, Time now);
  void end_line(char c, Time now);
  void end_duplicates(Time now);
  void acted(Armed& armed, Time now);
  void forget_finished(Time now);

  std::vector<Armed> armed_; // waiting or at work, in the order of the schedule
  std::vector<Act> acts_;
  emulator::Outbox out_{Duration{}};
  std::optional<ResultWatch> results_; // where a fault needs to know them
  // What becomes of the line ends behind a line: a CR that ended it may have more of them behind it.
  enum class Tail : std::uint8_t { none, passes, lost };
  Tail tail_ = Tail::none;
  std::string twice_; // duplicate: to come again
  std::uint64_t passed_ = 0;
  Time last_due_{};
  Time stalled_until_{};
  Time storm_until_{};
  unsigned storm_ = 0;
  unsigned char line_errors_ = 0;
};

} // namespace dialbench::faults
