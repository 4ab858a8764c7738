#include "at/dialect.hpp"

#include "at/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dialbench::at {
namespace {

// The preprocessor takes no include by a made-up name, so each table is included by its own line; that none
// of list.def is missing shows when the array below does not compile.
#define ROW(number, word, meaning) {number, word, Meaning::meaning},
constexpr auto v250_rows = std::to_array<DialectRow>({
#include "at/dialects/v250.def"
});
constexpr auto hayes_rows = std::to_array<DialectRow>({
#include "at/dialects/hayes.def"
});
constexpr auto conexant_rows = std::to_array<DialectRow>({
#include "at/dialects/conexant.def"
});
constexpr auto usr_rows = std::to_array<DialectRow>({
#include "at/dialects/usr.def"
});
constexpr auto lucent_rows = std::to_array<DialectRow>({
#include "at/dialects/lucent.def"
});
constexpr auto multitech_rows = std::to_array<DialectRow>({
#include "at/dialects/multitech.def"
});
constexpr auto si24xx_rows = std::to_array<DialectRow>({
#include "at/dialects/si24xx.def"
});
constexpr auto zyxel_rows = std::to_array<DialectRow>({
#include "at/dialects/zyxel.def"
});
constexpr auto zyxel_omni56k_rows = std::to_array<DialectRow>({
#include "at/dialects/zyxel_omni56k.def"
});
constexpr auto telebit_rows = std::to_array<DialectRow>({
#include "at/dialects/telebit.def"
});
constexpr auto motorola_v3229_rows = std::to_array<DialectRow>({
#include "at/dialects/motorola_v3229.def"
});
constexpr auto nokia_d211_rows = std::to_array<DialectRow>({
#include "at/dialects/nokia_d211.def"
});
constexpr auto spandsp_rows = std::to_array<DialectRow>({
#include "at/dialects/spandsp.def"
});
#undef ROW

constexpr bool ascending(std::span<const DialectRow> rows) {
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (rows[i - 1].number >= rows[i].number) return false;
  return !rows.empty();
}

#define DIALECT(id, title, source)                                                                           \
  static_assert(ascending(id##_rows), "the numbers of " #id ".def ascend");                                  \
  constexpr Dialect id{#id, (title), (source), id##_rows};
#include "at/dialects/list.def"

constexpr auto all = std::to_array<const Dialect*>({
#define DIALECT(id, title, source) &id,
#include "at/dialects/list.def"
});

constexpr auto base = std::to_array<DialectRow>({
    {0, "OK", Meaning::ok},
    {1, "CONNECT", Meaning::connect},
    {2, "RING", Meaning::ring},
    {3, "NO CARRIER", Meaning::no_carrier},
    {4, "ERROR", Meaning::command_error},
    {5, "CONNECT 1200", Meaning::connect},
    {6, "NO DIALTONE", Meaning::no_dialtone},
    {7, "BUSY", Meaning::busy},
    {8, "NO ANSWER", Meaning::no_answer},
});

// What modems call themselves in ATI and +GMI replies. The first that stands in the text decides, so a model
// that differs from the rest of its maker's stands before the maker, and chip makers, whom many brands name,
// stand last.
struct Maker {
  std::string_view text; // in capitals
  const Dialect* dialect;
};
constexpr auto makers = std::to_array<Maker>({
    {"SPANDSP", &spandsp},
    {"IAXMODEM", &spandsp},
    {"OMNI 56K", &zyxel_omni56k},
    {"ZYXEL", &zyxel},
    {"U-1496", &zyxel},
    {"U.S. ROBOTICS", &usr},
    {"US ROBOTICS", &usr},
    {"USROBOTICS", &usr},
    {"COURIER", &usr},
    {"SPORTSTER", &usr},
    {"3COM", &usr},
    {"TELEBIT", &telebit},
    {"WORLDBLAZER", &telebit},
    {"D211", &nokia_d211},
    {"V3229", &motorola_v3229},
    {"SI24", &si24xx},
    {"SILICON LAB", &si24xx},
    {"LUCENT", &lucent},
    {"AGERE", &lucent},
    {"ACTIONTEC", &lucent},
    {"CONEXANT", &conexant},
    {"ROCKWELL", &conexant},
    {"CX81801", &conexant},
    {"MT5600", &conexant},
    {"ZDX", &lucent},
    {"MULTI-TECH", &multitech},
    {"MULTITECH", &multitech},
    {"MT2834", &multitech},
    {"HAYES", &hayes},
});

// Whether `word` (in capitals) stands in `text`, in any case, and not inside another word: 3COM is not in
// 83COMPANY.
bool stands_in(std::string_view text, std::string_view word) noexcept {
  const auto same = [](char a, char b) { return detail::to_upper(a) == b; };
  const auto is_letter_or_digit = [](char c) {
    return detail::is_upper(detail::to_upper(c)) || detail::is_digit(c);
  };
  auto from = text.begin();
  while (true) {
    const auto found = std::search(from, text.end(), word.begin(), word.end(), same);
    if (found == text.end()) return false;
    if (found == text.begin() || !is_letter_or_digit(*(found - 1))) return true;
    from = found + 1;
  }
}

} // namespace

std::span<const Dialect* const> dialects() noexcept { return all; }

const Dialect* find_dialect(std::string_view id) noexcept {
  const auto found =
      std::find_if(all.begin(), all.end(), [id](const Dialect* each) { return each->id == id; });
  return found == all.end() ? nullptr : *found;
}

const DialectRow* find_number(const Dialect& dialect, int number) noexcept {
  const auto found = std::lower_bound(dialect.rows.begin(), dialect.rows.end(), number,
                                      [](const DialectRow& row, int wanted) { return row.number < wanted; });
  return found == dialect.rows.end() || found->number != number ? nullptr : &*found;
}

const DialectRow* find_base_number(int number) noexcept {
  return number >= 0 && static_cast<std::size_t>(number) < base.size()
             ? &base[static_cast<std::size_t>(number)]
             : nullptr;
}

const Dialect* identify(std::string_view identification) noexcept {
  for (const Maker& maker : makers)
    if (stands_in(identification, maker.text)) return maker.dialect;
  return nullptr;
}

} // namespace dialbench::at
