// Inside of the reader and of classify(): looks at many bytes at once, with SSE2 where the machine has it
// (every x86-64 does) and byte by byte elsewhere; both give the same. Nothing here reads beyond the bytes it
// is given.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace dialbench::at::detail {

// How many bytes one mask tells of: bit i is byte i.
inline constexpr std::size_t block_bytes = 64;

// Little-endian whatever the machine is, so that tables made by the compiler fit.
template <std::size_t count>
constexpr std::uint64_t load(const char* bytes) noexcept {
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, count);
    return value;
  }
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i)
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return value;
}

// The first eight bytes, or all that there are with zeros behind them.
constexpr std::uint64_t load_up_to_8(const char* bytes, std::size_t size) noexcept {
  if (size >= 8) return load<8>(bytes);
  if (size >= 4) return load<4>(bytes) | load<4>(bytes + size - 4) << (8 * (size - 4));
  if (size == 0) return 0;
  return load<1>(bytes) | load<1>(bytes + size / 2) << (8 * (size / 2)) |
         load<1>(bytes + size - 1) << (8 * (size - 1));
}

constexpr std::uint64_t low_bits(std::size_t count) noexcept {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

// A line as the tables look at it: its first and last eight bytes, or all of them where there are fewer,
// zeros behind them.
constexpr std::uint64_t front_of(const char* text, std::size_t size) noexcept {
  return load_up_to_8(text, size);
}
constexpr std::uint64_t back_of(const char* text, std::size_t size) noexcept {
  return size < 8 ? load_up_to_8(text, size) : load<8>(text + size - 8);
}
// What the reader has seen of a line on its way.
struct Sight {
  std::uint64_t front = 0;
  std::uint64_t back = 0;
  std::uint64_t odd =
      0; // the bytes that are not printable, where `surveyed`; a line of 64 bytes at most then
  bool surveyed = false;
};
// What is seen of a line without more than these.
constexpr Sight sight_of(std::string_view line) noexcept {
  return {front_of(line.data(), line.size()), back_of(line.data(), line.size())};
}
// Front and back where eight bytes can be read from the text's begin on, and eight up to its end; it is not
// empty.
inline std::uint64_t front_amid(const char* text, std::size_t size) noexcept {
  return load<8>(text) & ~std::uint64_t{0} >> (size < 8 ? 64 - 8 * size : 0);
}
inline std::uint64_t back_amid(const char* text, std::size_t size) noexcept {
  return load<8>(text + size - 8) >> (size < 8 ? 64 - 8 * size : 0);
}

#if defined(__SSE2__)
inline __m128i load_16(const char* bytes) noexcept {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
}

// Fewer than 16 bytes, zeros behind them.
inline __m128i load_under_16(const char* bytes, std::size_t size) noexcept {
  const std::uint64_t low = load_up_to_8(bytes, size);
  const std::uint64_t high = size <= 8 ? 0 : load<8>(bytes + size - 8) >> (8 * (16 - size));
  return _mm_set_epi64x(static_cast<long long>(high), static_cast<long long>(low));
}

inline std::uint64_t bits_of(__m128i lanes) noexcept {
  return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(lanes)));
}

// What one `test` (16 lanes to 16 lanes of ones or zeros) says of up to 64 bytes.
template <class Test>
[[gnu::always_inline]] inline std::uint64_t mask_of(const char* bytes, std::size_t size, Test test) noexcept {
  if (size >= block_bytes)
    return bits_of(test(load_16(bytes))) | bits_of(test(load_16(bytes + 16))) << 16 |
           bits_of(test(load_16(bytes + 32))) << 32 | bits_of(test(load_16(bytes + 48))) << 48;
  if (size < 16) return bits_of(test(load_under_16(bytes, size))) & low_bits(size);
  // The last 16 bytes are looked at as they stand; bits that come twice are the same.
  std::uint64_t mask = bits_of(test(load_16(bytes))) | bits_of(test(load_16(bytes + size - 16)))
                                                           << (size - 16);
  if (size > 32) mask |= bits_of(test(load_16(bytes + 16))) << 16;
  if (size > 48) mask |= bits_of(test(load_16(bytes + 32))) << 32;
  return mask;
}
#endif

// The bytes among up to 64 that are not printable (20 to 7E).
inline std::uint64_t odd_bytes(const char* bytes, std::size_t size) noexcept {
#if defined(__SSE2__)
  // Signed comparison: bytes with the top bit set are negative.
  return mask_of(bytes, size, [](__m128i x) {
    return _mm_or_si128(_mm_cmplt_epi8(x, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(x, _mm_set1_epi8(0x7F)));
  });
#else
  std::uint64_t odd = 0;
  for (std::size_t i = 0; i < size && i < block_bytes; ++i)
    odd |= static_cast<std::uint64_t>(bytes[i] < 0x20 || bytes[i] > 0x7E) << i;
  return odd;
#endif
}

// The tabs among up to 64 bytes.
inline std::uint64_t tabs(const char* bytes, std::size_t size) noexcept {
#if defined(__SSE2__)
  return mask_of(bytes, size, [](__m128i x) { return _mm_cmpeq_epi8(x, _mm_set1_epi8('\t')); });
#else
  std::uint64_t tabs = 0;
  for (std::size_t i = 0; i < size && i < block_bytes; ++i)
    tabs |= static_cast<std::uint64_t>(bytes[i] == '\t') << i;
  return tabs;
#endif
}

// Where the small letters, the blanks and the bytes that are not printable stand among the first 64 of a
// text. A tab is not printable here.
struct Survey {
  std::uint64_t small = 0;
  std::uint64_t blank = 0;
  std::uint64_t odd = 0;
};

constexpr Survey survey_bytewise(std::string_view text) noexcept {
  Survey found;
  for (std::size_t i = 0; i < text.size() && i < block_bytes; ++i) {
    const char c = text[i];
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (c >= 'a' && c <= 'z') found.small |= bit;
    if (c == ' ') found.blank |= bit;
    if (c < 0x20 || c > 0x7E) found.odd |= bit;
  }
  return found;
}

inline Survey survey(std::string_view text) noexcept {
#if defined(__SSE2__)
  // Signed comparisons: bytes with the top bit set are negative. 'z' is moved to the largest number there is.
  const auto small = [](__m128i x) {
    return _mm_cmpgt_epi8(_mm_add_epi8(x, _mm_set1_epi8(0x7F - 'z')), _mm_set1_epi8(0x7F - 26));
  };
  const auto blank = [](__m128i x) { return _mm_cmpeq_epi8(x, _mm_set1_epi8(' ')); };
  return {mask_of(text.data(), text.size(), small), mask_of(text.data(), text.size(), blank),
          odd_bytes(text.data(), text.size())};
#else
  return survey_bytewise(text);
#endif
}

// Up to 64 bytes in capitals, written to `to`, where there is room for 64.
inline void upper_64(std::string_view text, char* to) noexcept {
#if defined(__SSE2__)
  const auto upper = [](__m128i x) {
    const __m128i small =
        _mm_cmpgt_epi8(_mm_add_epi8(x, _mm_set1_epi8(0x7F - 'z')), _mm_set1_epi8(0x7F - 26));
    return _mm_sub_epi8(x, _mm_and_si128(small, _mm_set1_epi8('a' - 'A')));
  };
  const auto store = [to](std::size_t at, __m128i x) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), x);
  };
  if (text.size() < 16) return store(0, upper(load_under_16(text.data(), text.size())));
  for (std::size_t at = 0; at + 16 < text.size(); at += 16) store(at, upper(load_16(text.data() + at)));
  store(text.size() - 16, upper(load_16(text.data() + text.size() - 16)));
#else
  for (std::size_t i = 0; i < text.size(); ++i)
    to[i] = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
#endif
}

// A one in the top bit of each byte that is a small letter.
constexpr std::uint64_t small_letters(std::uint64_t bytes) noexcept {
  constexpr std::uint64_t each = 0x0101010101010101U;
  const std::uint64_t seven_bits = bytes & ~(each << 7);
  const std::uint64_t from_a = seven_bits + each * (0x80 - 'a');
  const std::uint64_t behind_z = seven_bits + each * (0x7F - 'z');
  return from_a & ~behind_z & ~bytes & each << 7;
}

constexpr bool at_least_two(std::uint64_t mask) noexcept { return (mask & (mask - 1)) != 0; }

} // namespace dialbench::at::detail
