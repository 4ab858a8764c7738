// Everything that is wrong with one file, in the order of its lines: who mends it wants to see all of it at
// once.
#pragma once

#include "harness/script/reading.hpp"
#include "harness/script/toml_node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dialbench::exchange {

inline constexpr std::size_t faults_max = 100;

class Faults {
 public:
  explicit Faults(std::string_view file)
      : file_(file) {}

  // Always false, as Reading::fail is.
  bool add(script::Place place, std::string found, std::string expected);
  // "rate = "fast" is not understood; expected ...", at the value.
  bool not_understood(const script::Entry& entry, std::string expected);
  // "rate is a string; expected ...", at the value.
  bool wrong_type(const script::Entry& entry, std::string expected);
  // What one of script's own reading functions says, where it fails.
  template <class Read>
  auto take(const Read& read) {
    static const script::NumberRules rules;
    script::Reading reading(file_, rules);
    auto value = read(reading);
    if (reading.failed()) keep(reading.fault().error);
    return value;
  }

  [[nodiscard]] bool empty() const noexcept { return all_.empty(); }
  [[nodiscard]] std::vector<script::Fault> sorted() &&;

 private:
  void keep(script::Fault fault);

  std::string file_;
  std::vector<script::Fault> all_;
};

} // namespace dialbench::exchange
