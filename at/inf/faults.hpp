// The faults of one reading. A broken file may have one in every line, and a section that many models share
// is met many times: each fault is kept once, and not more of them than a person reads.
#pragma once

#include "at/inf/fault.hpp"

#include <set>
#include <tuple>
#include <vector>

namespace dialbench::at::inf {

class Faults {
 public:
  static constexpr std::size_t count_max = 1000;

  // `order` is the place of the file among those that were read; the main file is 0.
  void add(int code, std::size_t order, Place place, std::string text);
  // In the order of their places; what was found first in a line stands first.
  [[nodiscard]] std::vector<Fault> take();

 private:
  struct Found {
    std::size_t order;
    Fault fault;
  };
  std::vector<Found> found_;
  std::set<std::tuple<std::size_t, std::size_t, int, std::string>> known_;
};

} // namespace dialbench::at::inf
