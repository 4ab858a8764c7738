// What the recording has and what was heard, side by side.
#pragma once

#include "harness/evidence/time.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::replay {

enum class Mark : char {
  same = '=',
  harmless = '~', // other bytes or another order that ask for the same
  differs = '!',
  extra = '+',  // heard, and not in the recording
  missing = '-' // in the recording, and never heard
};

struct Row {
  Mark mark = Mark::same;
  std::string recorded; // as it was sent, bytes; empty: nothing
  std::string heard;
  std::string remark;  // what the difference is, and what was answered; empty where both are the same
  Time at{};           // of hearing it, or where it was expected
  bool counts = false; // it is against the recording
};

struct Comparison {
  std::vector<Row> rows;   // rows_max at most
  std::size_t turns = 0;   // of the recording that the computer has to say
  std::size_t heard = 0;   // of those
  std::size_t against = 0; // how many rows count, those that are no longer kept too
  [[nodiscard]] bool kept() const noexcept { return against == 0; } // the computer has kept to the recording
};

inline constexpr std::size_t rows_max = 10'000;
inline constexpr std::size_t row_bytes_max = 256; // of each side; what is beyond is not kept

// The rows that count, each with the rows around it, in 80 columns, of which the first `indent` (at most 20)
// are blank; `all_rows`: every row.
std::string side_by_side(const Comparison& comparison, bool all_rows, std::size_t indent = 0);

} // namespace dialbench::replay
