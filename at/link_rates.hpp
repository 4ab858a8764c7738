// Inside of add_line(): the rates of one line, and which of them are the line's and which the port's.
#pragma once

#include "at/connect.hpp"
#include "at/meaning.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace dialbench::at::detail {

enum class Side : std::uint8_t {
  unknown,
  transmit,
  receive,
  line,   // both ways
  bearer, // what the channel carries at most, filled by the rate before it: 38400 / 64KPIAFS
  port
};

struct Rate {
  Bps value = 0;
  Side side = Side::unknown;
  bool beside = false; // a slash or a comma joins it to the rate before it: 1200/75
};

// Collects rates and the words that tell whose they are, then decides. Such a word stands before its rate
// (Transmit: 33600 Receive: 46667) or behind it (31200:TX/33600:RX, 75TX/1200RX); which of both, the last
// one of the line shows.
class Rates {
 public:
  void add(const Rate& rate) noexcept;
  void add(Side label) noexcept;
  // 33.6 K, 64 KBPS: the unit stands by itself.
  void last_is_in_kilobits() noexcept;
  // The last rate and these three digits are one number: 115,200. False where they may be two rates.
  bool join_thousands(Bps digits) noexcept;
  void clear() noexcept { size_ = 0; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

  // Writes them into `link`, whose modulation this line has told already.
  void apply(Link& link, Meaning meaning);

 private:
  struct Item {
    bool label = false;
    Rate rate;
  };
  static constexpr std::size_t size_max = 8; // port, transmit, receive, and a word for each of them

  void settle_labels() noexcept;

  std::array<Item, size_max> items_{};
  std::size_t size_ = 0;
};

} // namespace dialbench::at::detail
