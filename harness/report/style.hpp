// Colour, where it was asked for. It repeats what the words say and carries nothing of its own.
#pragma once

#include <string>
#include <string_view>

namespace dialbench::report {

struct Style {
  bool colour = false;

  [[nodiscard]] std::string heading(std::string_view text) const { return painted("\033[1m", text); }
  [[nodiscard]] std::string good(std::string_view text) const { return painted("\033[1;32m", text); }
  [[nodiscard]] std::string bad(std::string_view text) const { return painted("\033[1;31m", text); }
  [[nodiscard]] std::string faint(std::string_view text) const { return painted("\033[2m", text); }

 private:
  [[nodiscard]] std::string painted(std::string_view start, std::string_view text) const {
    if (!colour) return std::string(text);
    return std::string(start) + std::string(text) + "\033[0m";
  }
};

} // namespace dialbench::report
