// Inside of the reader: where the next line end is. Eight bytes at a time while all line ends are control
// characters, as they are with every S3 and S4 that somebody set on purpose.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dialbench::at::detail {

class LineEnds {
 public:
  constexpr LineEnds() noexcept { set('\r', '\n'); }

  constexpr void set(char s3, char s4) noexcept {
    ends_ = {};
    for (const char end : {'\r', '\n', '\0', s3, s4}) ends_[static_cast<unsigned char>(end)] = true;
    all_control_ = static_cast<unsigned char>(s3) < 0x20 && static_cast<unsigned char>(s4) < 0x20;
  }

  [[nodiscard]] bool is_end(char byte) const noexcept { return ends_[static_cast<unsigned char>(byte)]; }

  // The offset of the first line end at or behind `from`; bytes.size() where there is none.
  [[nodiscard]] std::size_t find(std::string_view bytes, std::size_t from) const noexcept {
    while (from < bytes.size()) {
      while (all_control_ && bytes.size() - from >= 8 && !has_control(bytes.data() + from)) from += 8;
      const std::size_t stop = bytes.size() - from < 8 ? bytes.size() : from + 8;
      for (; from < stop; ++from)
        if (is_end(bytes[from])) return from;
    }
    return bytes.size();
  }

 private:
  // Whether one of eight bytes is below 0x20: the borrow of the subtraction reaches the top bit of such a
  // byte, and a byte that had its top bit set before does not count. A false alarm costs eight single looks,
  // nothing else.
  static bool has_control(const char* bytes) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return ((word - 0x2020202020202020U) & ~word & 0x8080808080808080U) != 0;
  }

  std::array<bool, 256> ends_{};
  bool all_control_ = true;
};

} // namespace dialbench::at::detail
