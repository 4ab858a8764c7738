#include "at/inf/text.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

namespace {

std::string utf16(std::u16string_view text, bool big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

constexpr std::u16string_view sample = u"[Strings]\r\nName=\"Modème 日本 \U0001F600\"\r\n";
constexpr std::string_view sample8 =
    "[Strings]\r\nName=\"Mod\xC3\xA8me \xE6\x97\xA5\xE6\x9C\xAC \xF0\x9F\x98\x80\"\r\n";

} // namespace

TEST_CASE("UTF-16 of both orders, with and without a mark, becomes UTF-8") {
  CHECK(decode("\xFF\xFE" + utf16(sample, false)).bytes == sample8);
  CHECK(decode("\xFE\xFF" + utf16(sample, true)).bytes == sample8);
  CHECK(decode(utf16(sample, false)).bytes == sample8);
  CHECK(decode(utf16(sample, true)).bytes == sample8);
  CHECK(decode(utf16(sample, true)).utf8);
}

TEST_CASE("half a surrogate pair is replaced, an odd byte dropped") {
  CHECK(decode("\xFF\xFE" +
               utf16(std::u16string_view(u"a\xD83D"
                                         u"b",
                                         3),
                     false) +
               "c")
            .bytes == "a\xEF\xBF\xBD"
                      "b");
  CHECK(decode("\xFF\xFE" + utf16(std::u16string_view(u"\xDE00", 1), false)).bytes == "\xEF\xBF\xBD");
  CHECK(decode("\xFF\xFE" + utf16(std::u16string_view(u"a\xD83D", 2), false)).bytes == "a\xEF\xBF\xBD");
}

TEST_CASE("the mark of UTF-8 is taken off, and other bytes stay") {
  CHECK(decode("\xEF\xBB\xBF[a]").bytes == "[a]");
  CHECK(decode("\xEF\xBB\xBF[a]").utf8);
  CHECK(decode("Mod\xE8me").bytes == "Mod\xE8me");
  CHECK(!decode("Mod\xE8me").utf8);
  CHECK(!decode("\x95\x5C").utf8);
  CHECK(decode("Mod\xC3\xA8me").utf8);
  CHECK(!decode("Mod\xC3").utf8);
  CHECK(decode("").bytes.empty());
}

TEST_CASE("zeros alone are no text of two bytes") {
  const std::string zeros(4096, '\0');
  CHECK(decode(zeros).bytes == zeros);
}
