#include "at/identification_query.hpp"

#include "at/words.hpp"

#include <algorithm>

namespace dialbench::at::detail {
namespace {

struct Name {
  std::string_view name; // in capitals
  Query query;
};
// V.250 6.1, and what 27.007 calls the same on mobile modems.
constexpr auto names = std::to_array<Name>({
    {"+GMI", Query::maker},
    {"+GMM", Query::model},
    {"+GMR", Query::revision},
    {"+GSN", Query::serial},
    {"+GOI", Query::object},
    {"+GCI", Query::country},
    {"+GCAP", Query::capabilities},
    {"+CGMI", Query::maker},
    {"+CGMM", Query::model},
    {"+CGMR", Query::revision},
    {"+CGSN", Query::serial},
});

std::string_view without_blanks(std::string_view text) noexcept {
  while (!text.empty() && (is_blank(text.front()) || text.front() == '\r' || text.front() == '\n'))
    text.remove_prefix(1);
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\r' || text.back() == '\n'))
    text.remove_suffix(1);
  return text;
}

bool begins_with(std::string_view text, std::string_view capitals) noexcept {
  return text.size() >= capitals.size() && std::equal(capitals.begin(), capitals.end(), text.begin(),
                                                      [](char a, char b) { return a == to_upper(b); });
}

// The name at the front of `text`, taken off; the longest where one begins another.
const Name* take_name(std::string_view& text) noexcept {
  const Name* best = nullptr;
  for (const Name& each : names)
    if (begins_with(text, each.name) && (!best || each.name.size() > best->name.size())) best = &each;
  if (best) text.remove_prefix(best->name.size());
  return best;
}

// An extended command: its name, a question mark, and then its end or a semicolon.
std::optional<Query> take_extended(std::string_view& text) noexcept {
  const Name* name = take_name(text);
  if (!name) return std::nullopt;
  text = without_blanks(text);
  const bool asks = !text.empty() && text.front() == '?';
  // +GCI without a question mark is no command; the others take none, but some modems let it pass.
  if (name->query == Query::country && !asks) return std::nullopt;
  if (asks) text = without_blanks(text.substr(1));
  if (!text.empty() && text.front() != ';') return std::nullopt;
  return name->query;
}

std::optional<Query> take_query(std::string_view& text) noexcept {
  if (to_upper(text.front()) != 'I') return take_extended(text);
  text = without_blanks(text.substr(1));
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits > 3) return std::nullopt;
  text.remove_prefix(digits);
  return Query::page;
}

} // namespace

std::optional<Queries> queries_of(std::string_view command_line) noexcept {
  std::string_view text = without_blanks(command_line);
  if (!begins_with(text, "AT")) return std::nullopt;
  text = without_blanks(text.substr(2));
  Queries queries;
  while (!text.empty()) {
    const auto query = take_query(text);
    if (!query || queries.size == Queries::size_max) return std::nullopt;
    queries.all[queries.size++] = *query;
    text = without_blanks(text);
    if (!text.empty() && text.front() == ';') text = without_blanks(text.substr(1));
  }
  return queries.size == 0 ? std::nullopt : std::optional(queries);
}

std::optional<Prefixed> prefix_of(std::string_view line) noexcept {
  std::string_view text = without_blanks(line);
  const Name* name = take_name(text);
  text = without_blanks(text);
  if (!name || text.empty() || text.front() != ':') return std::nullopt;
  return Prefixed{name->query, without_blanks(text.substr(1))};
}

} // namespace dialbench::at::detail
