// What `dialbench classify` says of a response, in the terms of the corpus.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dialbench::tests {

struct Said {
  std::string meaning;     // the class
  bool fits_state = false; // the class is one of those that this state may have
  std::uint32_t dce = 0;   // bit/s; 0: nothing said
  std::uint32_t dte = 0;
  unsigned options = 0;
};
// `text` in the notation of modem INF files.
Said said_of(const std::string& text, int state);

struct Score {
  std::string what;
  double goal = 0; // of 1
  int right = 0;
  int all = 0;
  std::vector<std::string> wrong{};

  void count(bool is_right, const std::string& disagreement) {
    ++all;
    if (is_right)
      ++right;
    else
      wrong.push_back(disagreement);
  }
  [[nodiscard]] bool reached() const { return all > 0 && right >= goal * all; }
};

// Whether the text says anything of the link besides a rate: letters behind CONNECT.
bool tells_of_the_link(const std::string& core);

} // namespace dialbench::tests
