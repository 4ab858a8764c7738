// Ports for a client, with the modem of the benchmark behind them.
#pragma once

#include "tests/bench/attempt/child.hpp"
#include "tests/bench/attempt/modem.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dialbench::bench {

enum class Path { pty, socat }; // the modem's own pseudo-terminals, or one pair of socat's

class BenchLine {
 public:
  BenchLine(Path path, std::size_t ports, Processor processor, const std::string& folder);
  BenchLine(const BenchLine&) = delete;
  BenchLine& operator=(const BenchLine&) = delete;
  ~BenchLine();

  [[nodiscard]] const std::vector<std::string>& ports() const noexcept { return ports_; }
  [[nodiscard]] const Dials& dials() const noexcept { return *dials_; }

 private:
  void open_ptys(std::size_t count);
  void open_socat(Processor processor, const std::string& folder);

  Dials* dials_;
  std::vector<int> terminals_; // the modem's side
  std::vector<int> kept_open_; // the client's side, or the modem would read an error until the client comes
  std::vector<std::string> ports_;
  std::optional<Child> socat_;
  std::optional<Child> modem_;
};

} // namespace dialbench::bench
