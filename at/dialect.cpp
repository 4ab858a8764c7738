#include "at/dialect.hpp"

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

// What the side tables say of one dialect. Their rows are read twice: once for the dialects that they are of,
// once for what they say, so that a dialect's rows lie side by side in memory.
constexpr auto reports_of = std::to_array<std::string_view>({
#define REPORT(dialect, kind, command) #dialect,
#include "at/dialects/reports.def"
#undef REPORT
});
constexpr auto report_rows = std::to_array<ReportCommand>({
#define REPORT(dialect, kind, command) {ReportKind::kind, command},
#include "at/dialects/reports.def"
#undef REPORT
});
constexpr auto spellings_of = std::to_array<std::string_view>({
#define SPELLING(dialect, word, meaning) #dialect,
#include "at/dialects/spellings.def"
#undef SPELLING
});
constexpr auto spelling_rows = std::to_array<DialectRow>({
#define SPELLING(dialect, word, meaning) {-1, word, Meaning::meaning},
#include "at/dialects/spellings.def"
#undef SPELLING
});

struct Blacklist {
  std::string_view dialect;
  std::string_view reset;
  std::string_view list;
};
constexpr auto blacklists = std::to_array<Blacklist>({
#define BLACKLIST(dialect, reset, list) {#dialect, reset, list},
#include "at/dialects/blacklist.def"
#undef BLACKLIST
});

struct Limit {
  std::string_view dialect;
  std::size_t number;
  std::size_t command;
};
constexpr auto limits = std::to_array<Limit>({
#define LIMIT(dialect, number, command) {#dialect, number, command},
#include "at/dialects/limits.def"
#undef LIMIT
});

template <class Row, std::size_t N>
constexpr std::span<const Row> rows_of(std::string_view id, const std::array<std::string_view, N>& ids,
                                       const std::array<Row, N>& rows) {
  std::size_t first = 0;
  while (first < N && ids[first] != id) ++first;
  std::size_t last = first;
  while (last < N && ids[last] == id) ++last;
  return std::span<const Row>(rows).subspan(first, last - first);
}

// The row of a dialect in a table with at most one for each; an empty one where there is none.
template <class Row, std::size_t N>
constexpr Row row_of(std::string_view id, const std::array<Row, N>& rows) {
  for (const Row& row : rows)
    if (row.dialect == id) return row;
  return {};
}

constexpr Dialect make_dialect(std::string_view id, std::string_view title, std::string_view source,
                               std::span<const DialectRow> rows) {
  const Blacklist blacklist = row_of(id, blacklists);
  const Limit limit = row_of(id, limits);
  return {id,
          title,
          source,
          rows,
          rows_of(id, spellings_of, spelling_rows),
          rows_of(id, reports_of, report_rows),
          blacklist.reset,
          blacklist.list,
          limit.number,
          limit.command};
}

#define DIALECT(id, title, source)                                                                           \
  static_assert(ascending(id##_rows), "the numbers of " #id ".def ascend");                                  \
  constexpr Dialect id = make_dialect(#id, title, source, id##_rows);
#include "at/dialects/list.def"

constexpr auto all = std::to_array<const Dialect*>({
#define DIALECT(id, title, source) &id,
#include "at/dialects/list.def"
});

// A row of a side table that is of no dialect, or stands apart from the others of its dialect, would be lost
// without a word: then fewer rows have arrived than there are.
constexpr std::size_t arrived(std::size_t (*count)(const Dialect&)) {
  std::size_t sum = 0;
  for (const Dialect* dialect : all) sum += count(*dialect);
  return sum;
}
static_assert(arrived([](const Dialect& d) { return d.reports.size(); }) == report_rows.size(),
              "reports.def");
static_assert(arrived([](const Dialect& d) { return d.spellings.size(); }) == spelling_rows.size(),
              "spellings.def");
static_assert(arrived([](const Dialect& d) -> std::size_t {
                return d.blacklist_reset.empty() && d.blacklist_list.empty() ? 0 : 1;
              }) == blacklists.size(),
              "blacklist.def");
static_assert(arrived([](const Dialect& d) -> std::size_t {
                return d.number_characters_max == 0 && d.command_characters_max == 0 ? 0 : 1;
              }) == limits.size(),
              "limits.def");

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

} // namespace dialbench::at
