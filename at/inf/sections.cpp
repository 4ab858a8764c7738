#include "at/inf/sections.hpp"

#include "at/inf/fold.hpp"

#include <algorithm>
#include <numeric>

namespace dialbench::at::inf {
namespace {

std::string_view header_name(std::string_view line) noexcept {
  line.remove_prefix(1);
  return trimmed(line.substr(0, line.find(']')));
}

// Calls visit(line, number) for each line that is not blank.
template <class Visit>
void each_line(std::string_view text, Visit visit) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    ++number;
    const std::string_view line = trimmed(text.substr(at, end - at));
    if (!line.empty()) visit(line, number);
    at = end + 1;
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++at;
  }
}

} // namespace

Sections::Sections(Text text)
    : text_(std::move(text)) {
  // First the headers as they stand, then those of one name put together, then the lines behind them.
  std::vector<Section> headers;
  std::size_t count = 0;
  each_line(text_.bytes, [&](std::string_view line, std::size_t number) {
    if (line.front() == '[')
      headers.push_back({header_name(line), number, 0, 0});
    else if (!headers.empty())
      ++headers.back().end, ++count;
  });
  std::vector<std::size_t> order(headers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&headers](std::size_t a, std::size_t b) {
    return folded_less(headers[a].name, headers[b].name);
  });
  std::size_t begin = 0;
  for (const std::size_t each : order) {
    Section& header = headers[each];
    const std::size_t end = begin + header.end;
    if (sections_.empty() || !same(sections_.back().name, header.name))
      sections_.push_back({header.name, header.number, begin, end});
    sections_.back().end = end;
    header.begin = begin;
    begin = end;
  }
  lines_.resize(count);
  std::size_t header = 0;
  std::size_t next = 0;
  each_line(text_.bytes, [&](std::string_view line, std::size_t number) {
    if (line.front() == '[')
      next = headers[header++].begin;
    else if (header != 0)
      lines_[next++] = {line, number};
  });
}

std::optional<Sections::Id> Sections::find(std::string_view name) const noexcept {
  const auto found =
      std::lower_bound(sections_.begin(), sections_.end(), name,
                       [](const Section& each, std::string_view n) { return folded_less(each.name, n); });
  if (found == sections_.end() || !same(found->name, name)) return std::nullopt;
  return static_cast<Id>(found - sections_.begin());
}

std::vector<Sections::Id> Sections::decorated(std::string_view name) const {
  const std::string prefix = std::string(name) + ".";
  auto at =
      std::lower_bound(sections_.begin(), sections_.end(), std::string_view(prefix),
                       [](const Section& each, std::string_view n) { return folded_less(each.name, n); });
  std::vector<Id> result;
  for (; at != sections_.end() && same(at->name.substr(0, prefix.size()), prefix); ++at)
    result.push_back(static_cast<Id>(at - sections_.begin()));
  return result;
}

std::span<const RawLine> Sections::lines(Id id) const noexcept {
  const Section& section = sections_[id];
  return std::span(lines_).subspan(section.begin, section.end - section.begin);
}

} // namespace dialbench::at::inf
