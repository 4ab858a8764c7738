#include "at/pattern.hpp"

#include "at/characters.hpp"
#include "at/link_tokens.hpp"

#include <array>

namespace dialbench::at {
namespace {

enum class Gap { none, carrier_rate, connect_rate, anything, one };

struct GapName {
  std::string_view name;
  Gap gap;
};
constexpr auto gap_names = std::to_array<GapName>({{"<carrierbps>", Gap::carrier_rate},
                                                   {"<connectbps>", Gap::connect_rate},
                                                   {"<ignore>", Gap::anything},
                                                   {"<?>", Gap::one}});

// A gap or a character at the front of a pattern.
struct Element {
  Gap gap = Gap::none;
  std::size_t length = 1;
};

Element element_at(std::string_view pattern) noexcept {
  if (pattern.front() != '<') return {};
  for (const GapName& each : gap_names)
    if (pattern.substr(0, each.name.size()) == each.name) return {each.gap, each.name.size()};
  return {Gap::none, pattern.substr(0, 2) == "<<" ? std::size_t{2} : std::size_t{1}};
}

// How much of `text` the element takes, and the rate if it is one; nothing where it does not fit.
std::optional<std::size_t> take(const Element& element, char letter, std::string_view text,
                                PatternRates& rates) noexcept {
  if (text.empty()) return std::nullopt;
  switch (element.gap) {
  case Gap::none:
    if (detail::to_upper(letter) != detail::to_upper(text.front())) return std::nullopt;
    return 1;
  case Gap::one: return 1;
  case Gap::anything: return 0;
  case Gap::carrier_rate:
  case Gap::connect_rate: break;
  }
  const auto number = detail::number_at_front(text);
  if (!number) return std::nullopt;
  (element.gap == Gap::carrier_rate ? rates.dce : rates.dte) = number->value;
  return text.size() - number->unit.size();
}

} // namespace

std::optional<PatternRates> match_pattern(std::string_view pattern, std::string_view text) noexcept {
  PatternRates rates;
  std::size_t p = 0;
  std::size_t t = 0;
  // Where the last <ignore> ended, and how far it has reached: the next try lets it reach one further.
  std::optional<std::size_t> behind_ignore;
  std::size_t ignored = 0;
  PatternRates rates_before;
  for (;;) {
    if (p == pattern.size() && t == text.size()) return rates;
    if (p < pattern.size()) {
      const Element element = element_at(pattern.substr(p));
      if (element.gap == Gap::anything) {
        p += element.length;
        if (p == pattern.size()) return rates;
        behind_ignore = p;
        ignored = t;
        rates_before = rates;
        continue;
      }
      if (const auto taken = take(element, pattern[p], text.substr(t), rates)) {
        p += element.length;
        t += *taken;
        continue;
      }
    }
    if (!behind_ignore || ignored == text.size()) return std::nullopt;
    p = *behind_ignore;
    t = ++ignored;
    rates = rates_before;
  }
}

std::size_t literal_characters(std::string_view pattern) noexcept {
  std::size_t count = 0;
  while (!pattern.empty()) {
    const Element element = element_at(pattern);
    if (element.gap == Gap::none && !detail::is_blank(pattern.front())) ++count;
    pattern.remove_prefix(element.length);
  }
  return count;
}

} // namespace dialbench::at
