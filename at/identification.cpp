#include "at/identification.hpp"

#include "at/dialect.hpp"
#include "at/identification_query.hpp"
#include "at/result.hpp"
#include "at/words.hpp"

#include <algorithm>
#include <cstddef>

namespace dialbench::at {
namespace {

using detail::Query;

constexpr std::size_t lines_max = 32;
constexpr std::size_t field_bytes_max = 256;
constexpr std::size_t pages_max = 16;

std::string_view trimmed(std::string_view text) noexcept {
  const auto is_outer = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; };
  while (!text.empty() && is_outer(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_outer(text.back())) text.remove_suffix(1);
  return text;
}

// Outer quotes only: what stands between two quoted parts belongs to the text.
std::string_view unquoted(std::string_view text) noexcept {
  const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"' &&
                      text.substr(1, text.size() - 2).find('"') == std::string_view::npos;
  return quoted ? trimmed(text.substr(1, text.size() - 2)) : text;
}

std::string* field_of(Identification& who, Query query) noexcept {
  switch (query) {
  case Query::maker: return &who.maker;
  case Query::model: return &who.model;
  case Query::revision: return &who.revision;
  case Query::serial: return &who.serial;
  case Query::object: return &who.object;
  case Query::country: return &who.country;
  default: return nullptr;
  }
}

void add_capabilities(Identification& who, std::string_view list) {
  if (!list.empty() && list.front() == '(' && list.back() == ')') list = list.substr(1, list.size() - 2);
  while (!list.empty() && who.capabilities.size() < lines_max) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view capability = unquoted(trimmed(list.substr(0, comma)));
    if (!capability.empty() && !who.has(capability)) who.capabilities.emplace_back(capability);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

// One country code, T.35: `B5`, `00`.
void set_country(Identification& who, std::string_view text) {
  const auto is_hexadecimal = [](char c) {
    return detail::is_digit(c) || (detail::to_upper(c) >= 'A' && detail::to_upper(c) <= 'F');
  };
  if (text.size() != 2 || !std::all_of(text.begin(), text.end(), is_hexadecimal)) return;
  who.country = {detail::to_upper(text[0]), detail::to_upper(text[1])};
}

// V.250 lets the text of one query have several lines.
void add_text(std::string& field, std::string_view text) {
  if (field.size() + text.size() + 1 > field_bytes_max) {
    if (!field.empty()) return;
    text = text.substr(0, field_bytes_max);
  }
  if (!field.empty()) field += ' ';
  field += text;
}

void add_to_page(Identification& who, std::string_view command_line, std::string_view line) {
  if (who.asked.empty() || who.asked.back() != command_line) {
    if (who.pages.size() == pages_max) return;
    who.asked.emplace_back(command_line);
    who.pages.emplace_back(line);
    return;
  }
  std::string& page = who.pages.back();
  if (static_cast<std::size_t>(std::count(page.begin(), page.end(), '\n')) + 1 >= lines_max) return;
  page += '\n';
  page += line;
}

void answer(Identification& who, Query query, std::string_view text) {
  if (query == Query::capabilities) return add_capabilities(who, text);
  text = unquoted(text);
  if (query == Query::country) return set_country(who, text);
  if (std::string* field = field_of(who, query)) add_text(*field, text);
}

bool is_answered(const Identification& who, Query query) noexcept {
  switch (query) {
  case Query::maker: return !who.maker.empty();
  case Query::model: return !who.model.empty();
  case Query::revision: return !who.revision.empty();
  case Query::serial: return !who.serial.empty();
  case Query::object: return !who.object.empty();
  case Query::country: return !who.country.empty();
  case Query::capabilities: return !who.capabilities.empty();
  case Query::page: return false;
  }
  return false;
}

// `OK` and its kin; a number is text here, since ATI replies are often nothing but one.
bool is_result(std::string_view line) noexcept { return classify(line, {}).role != Role::information; }

} // namespace

bool Identification::has(std::string_view capability) const noexcept {
  return std::any_of(capabilities.begin(), capabilities.end(), [capability](const std::string& each) {
    return detail::same_letters(each, capability);
  });
}

bool asks_for_identification(std::string_view command_line) noexcept {
  return detail::queries_of(command_line).has_value();
}

void add_line(Identification& who, std::string_view command_line, std::string_view line) {
  command_line = trimmed(command_line).substr(0, field_bytes_max);
  line = trimmed(line).substr(0, field_bytes_max);
  if (line.empty() || detail::same_letters(line, command_line) || is_result(line)) return;
  if (const auto prefixed = detail::prefix_of(line))
    return answer(who, prefixed->query, trimmed(prefixed->text));
  const auto queries = detail::queries_of(command_line);
  if (!queries || queries->size == 0) return add_to_page(who, command_line, line);
  const auto open = std::find_if(queries->begin(), queries->end(),
                                 [&who](Query query) { return !is_answered(who, query); });
  // More lines than queries: they go on with the last.
  const Query query = open == queries->end() ? *(queries->end() - 1) : *open;
  if (query == Query::page) return add_to_page(who, command_line, line);
  answer(who, query, line);
}

const Dialect* dialect_of(const Identification& who) noexcept {
  // A chip maker's name in one reply must not hide the modem maker's in another, so that all is looked at
  // together.
  try {
    std::string all;
    for (const std::string* part : {&who.maker, &who.model, &who.revision}) all += *part + '\n';
    for (const std::string& page : who.pages) all += page + '\n';
    return identify(all);
  } catch (...) {
    return nullptr;
  }
}

} // namespace dialbench::at
