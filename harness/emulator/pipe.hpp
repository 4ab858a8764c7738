// Bytes on their way over a line: each arrives when the line's rate lets it.
#pragma once

#include "harness/evidence/time.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::emulator {

inline constexpr std::size_t pipe_bytes_max = 4096; // under way at once, in one direction

class Pipe {
 public:
  // `bits_per_second`: of the line. Error control sends eight bits a byte, without it there are ten.
  void open(unsigned bits_per_second, bool error_control) noexcept;
  void clear() noexcept;

  void put(std::string_view bytes, Time now); // at most room()
  // What has arrived, `most` at the most; it is gone from here.
  std::string take(Time now, std::size_t most);
  // When more has arrived that is worth a look: ten milliseconds' worth, or the last byte.
  [[nodiscard]] std::optional<Time> deadline() const noexcept;
  [[nodiscard]] std::optional<Time> last_arrives() const noexcept; // none: nothing is under way
  [[nodiscard]] std::size_t room() const noexcept { return pipe_bytes_max - bytes_.size(); }

 private:
  [[nodiscard]] Time arrives(std::size_t bytes) const noexcept; // the last of so many

  std::string bytes_;
  Time began_{};           // the first of bytes_ began to be sent
  std::size_t behind_ = 0; // bytes sent since began_, that were taken already
  std::int64_t bits_per_second_ = 33600;
  std::int64_t bits_per_byte_ = 8;
};

} // namespace dialbench::emulator
