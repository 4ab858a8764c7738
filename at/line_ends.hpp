// Inside of the reader: where the line ends are. A block of 64 bytes is looked at once, and its mask of line
// ends then answers for every line in it.
#pragma once

#include "at/bytes.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dialbench::at::detail {

class LineEnds {
 public:
  constexpr LineEnds() noexcept { set('\r', '\n'); }

  // CR and LF are line ends beside these.
  constexpr void set(char s3, char s4) noexcept {
    s3_ = s3;
    s4_ = s4;
    usual_ = is_usual(s3) && is_usual(s4);
  }

  [[nodiscard]] constexpr bool is_end(char byte) const noexcept {
    return is_usual(byte) || byte == s3_ || byte == s4_;
  }
  [[nodiscard]] constexpr char s3() const noexcept { return s3_; }
  [[nodiscard]] constexpr char s4() const noexcept { return s4_; }
  friend constexpr bool operator==(const LineEnds&, const LineEnds&) noexcept = default;

  // The line ends among up to 64 bytes.
  [[nodiscard, gnu::always_inline]] inline std::uint64_t mask(const char* bytes,
                                                              std::size_t size) const noexcept {
#if defined(__SSE2__)
    const auto usual = [](__m128i x) {
      return _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('\r')), _mm_cmpeq_epi8(x, _mm_set1_epi8('\n')));
    };
    if (usual_) [[likely]]
      return mask_of(bytes, size, usual);
    return mask_of(bytes, size, [&](__m128i x) {
      return _mm_or_si128(usual(x), _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(s3_)),
                                                 _mm_cmpeq_epi8(x, _mm_set1_epi8(s4_))));
    });
#else
    return mask_bytewise(bytes, size);
#endif
  }

  [[nodiscard]] constexpr std::uint64_t mask_bytewise(const char* bytes, std::size_t size) const noexcept {
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < size && i < block_bytes; ++i)
      mask |= static_cast<std::uint64_t>(is_end(bytes[i])) << i;
    return mask;
  }

 private:
  static constexpr bool is_usual(char c) noexcept { return c == '\r' || c == '\n'; }

  char s3_ = '\r';
  char s4_ = '\n';
  bool usual_ = true; // S3 and S4 add nothing to CR and LF
};

// Walks through a chunk from one change to the next: where a text begins, where it ends, where the next one
// begins. The mask of a block has one bit for each change, so a step costs the same however long the text is.
class LineScan {
 public:
  // Whether the bytes stand behind a line end, or go on with a text: then the first change is its end.
  LineScan(const LineEnds& ends, std::string_view bytes, bool behind_end = true) noexcept
      : ends_(ends)
      , bytes_(bytes) {
    look_at(0, behind_end ? 1 : 0);
  }

  // The next change; the first one is the begin of a text. The size of the chunk where there is none.
  [[nodiscard]] std::size_t next() noexcept {
    while (changes_ == 0) {
      if (block_ + block_bytes >= bytes_.size()) return bytes_.size();
      odd_before_ = odd_;
      look_at(block_ + block_bytes, ends_mask_ >> 63);
    }
    const std::size_t found = block_ + static_cast<std::size_t>(std::countr_zero(changes_));
    changes_ &= changes_ - 1;
    return found;
  }

  // Which bytes of a text that ends in the block that was looked at last are not printable, as odd_bytes()
  // has it. False: that would take another look.
  [[nodiscard]] bool odd(std::size_t begin, std::size_t end, std::uint64_t& bytes) const noexcept {
    if (begin >= block_) {
      bytes = odd_ >> (begin - block_) & low_bits(end - begin);
      return true;
    }
    const std::size_t before = block_ - begin;
    if (before >= block_bytes || end - begin > block_bytes) return false;
    bytes = odd_before_ >> (block_bytes - before) | (odd_ & low_bits(end - block_)) << before;
    return true;
  }

 private:
  void look_at(std::size_t block, std::uint64_t end_before) noexcept {
    block_ = block;
    ends_mask_ = ends_.mask(bytes_.data() + block, bytes_.size() - block);
    odd_ = odd_bytes(bytes_.data() + block, bytes_.size() - block);
    count_changes(end_before);
  }

  void count_changes(std::uint64_t end_before) noexcept {
    changes_ = (ends_mask_ ^ (ends_mask_ << 1 | end_before)) & low_bits(bytes_.size() - block_);
  }

  const LineEnds& ends_;
  std::string_view bytes_;
  std::size_t block_ = 0;
  std::uint64_t ends_mask_ = 0;
  std::uint64_t changes_ = 0;    // of this block, not yet told
  std::uint64_t odd_ = 0;        // bytes of this block that are not printable
  std::uint64_t odd_before_ = 0; // the same for the block before it
};

} // namespace dialbench::at::detail
