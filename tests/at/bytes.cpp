#include "at/bytes.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <vector>

using namespace dialbench::at::detail;

namespace {

std::vector<char> sample(std::size_t size, unsigned seed) {
  std::vector<char> bytes;
  for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(seed + i * 41));
  return bytes;
}

} // namespace

TEST_CASE("a few bytes are loaded with zeros behind them") {
  const std::string text = "abcdefghij";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    std::uint64_t expected = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(size, 8); ++i)
      expected |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) << (8 * i);
    CAPTURE(size);
    CHECK(load_up_to_8(text.data(), size) == expected);
    CHECK(front_of(text.data(), size) == expected);
  }
}

TEST_CASE("front and back are the same whether there is room around the text or not") {
  const std::string around = "........0123456789........";
  for (std::size_t size = 1; size <= 10; ++size) {
    const char* const text = around.data() + 8;
    CAPTURE(size);
    CHECK(front_amid(text, size) == front_of(text, size));
    CHECK(back_amid(text, size) == back_of(text, size));
  }
}

TEST_CASE("many bytes at once are seen as one by one") {
  for (std::size_t size = 0; size <= 70; ++size)
    for (unsigned seed = 0; seed < 256; seed += 5) {
      const std::vector<char> bytes = sample(size, seed); // no byte behind it may be read
      const std::string_view text(bytes.data(), bytes.size());
      const Survey fast = survey(text);
      const Survey slow = survey_bytewise(text);
      CAPTURE(size, seed);
      CHECK(fast.small == slow.small);
      CHECK(fast.blank == slow.blank);
      CHECK(fast.odd == slow.odd);
      CHECK(odd_bytes(text.data(), text.size()) == slow.odd);
      std::uint64_t tab = 0;
      for (std::size_t i = 0; i < std::min<std::size_t>(size, 64); ++i)
        tab |= static_cast<std::uint64_t>(text[i] == '\t') << i;
      CHECK(tabs(text.data(), text.size()) == tab);
      CHECK(std::popcount(small_letters(load_up_to_8(text.data(), size))) ==
            std::count_if(text.begin(),
                          text.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(size, 8)),
                          [](char c) { return c >= 'a' && c <= 'z'; }));
      if (size > 64) continue;
      char capitals[64];
      upper_64(text, capitals);
      for (std::size_t i = 0; i < size; ++i)
        CHECK(capitals[i] == (text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 32) : text[i]));
    }
}
