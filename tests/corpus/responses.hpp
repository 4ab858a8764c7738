// The corpus: modem responses with the labels that makers' tables give them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dialbench::tests {

struct Response {
  std::string family;
  std::string text; // in the notation of modem INF files
  int state = 0;    // 0x00 OK ... 0x9E diagnostics
  unsigned options = 0;
  std::uint32_t dce = 0; // bit/s; 0: not said
  int tables = 0;        // how many tables have exactly this
};

// Nothing where there is no such file. Lines that are no row are left out.
std::optional<std::vector<Response>> read_responses(const char* path);

// The text without the notation of the line ends around it.
std::string core_of(const std::string& text);
// One to three digits: a numeric response, whose meaning is its dialect's.
bool is_numeric(const std::string& core);

// How many tables say what of one text.
template <class Label>
struct Votes {
  std::map<Label, int> tables;

  // What at least two tables and four fifths of all say.
  [[nodiscard]] std::optional<Label> agreed() const {
    int all = 0;
    for (const auto& [label, count] : tables) all += count;
    for (const auto& [label, count] : tables)
      if (count >= 2 && count * 5 >= all * 4) return label;
    return std::nullopt;
  }
};

struct Labels {
  Votes<int> state;
  Votes<std::uint32_t> dce;
  Votes<unsigned> options; // of error control and compression
};
// Verbose responses by their text without framing.
std::map<std::string, Labels> verbose_labels(const std::vector<Response>& responses);

inline constexpr unsigned compression_bit = 1;
inline constexpr unsigned error_control_bit = 2;

} // namespace dialbench::tests
