// `dialbench emulate` in a process of its own, and what it costs.
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace dialbench::bench {

// Peak memory (VmHWM) of a process in MiB, shared pages included; below 0: unknown.
double peak_mib(pid_t process);

class FleetProgram {
 public:
  // Starts `program emulate --modems N --pty LINK --pace PACE` and reads its ready line.
  FleetProgram(const std::string& program, unsigned modems, const std::string& link, double pace);
  FleetProgram(const FleetProgram&) = delete;
  FleetProgram& operator=(const FleetProgram&) = delete;
  ~FleetProgram() { end(); }

  [[nodiscard]] const std::vector<std::string>& ports() const { return ports_; } // none: it did not start
  [[nodiscard]] double ready_ms() const { return ready_ms_; }
  [[nodiscard]] pid_t process() const { return process_; }
  // Ends it by SIGTERM and returns how many ms that took; below 0: it left with another status than 0.
  double end();

 private:
  pid_t process_ = 0;
  std::vector<std::string> ports_;
  double ready_ms_ = 0;
};

} // namespace dialbench::bench
