// identify(): what modems call themselves.
#include "at/dialect.hpp"
#include "at/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dialbench::at {
namespace {

enum class Form : std::uint8_t { name, prefix, code };

struct Name {
  Form form;
  std::string_view text; // in capitals
  std::string_view dialect;
};
constexpr auto names = std::to_array<Name>({
#define NAME(form, text, dialect) {Form::form, text, #dialect},
#include "at/dialects/names.def"
#undef NAME
});

constexpr auto ids = std::to_array<std::string_view>({
#define DIALECT(id, title, source) #id,
#include "at/dialects/list.def"
});

constexpr bool well_written() {
  for (const Name& name : names) {
    bool known = false;
    for (const std::string_view id : ids) known |= id == name.dialect;
    if (!known || name.text.size() < 3) return false;
    for (const char c : name.text)
      if (!detail::is_printable(c) || detail::is_lower(c) ||
          (name.form == Form::code && !detail::is_digit(c)))
        return false;
  }
  return true;
}
static_assert(well_written(), "names.def names dialects, in capitals, and codes are digits");

bool same(char a, char b) noexcept { return detail::to_upper(a) == detail::to_upper(b); }
bool begins_with(std::string_view text, std::string_view word) noexcept {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), same);
}

// Hayes compatible, Rockwell AT command set: whose ways a modem has, not who made it.
bool names_another(std::string_view behind) noexcept {
  const std::size_t word = std::min(behind.find_first_not_of(" \t-"), behind.size());
  behind.remove_prefix(word);
  if (word == 0) return false;
  if (begins_with(behind, "AT") && (behind.size() == 2 || !detail::is_letter_or_digit(behind[2])))
    return true;
  static constexpr std::string_view words[] = {"COMPATIB", "COMMAND", "STANDARD", "STYLE",
                                               "TYPE",     "LIKE",    "ESCAPE"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view each) { return begins_with(behind, each); });
}

// Not inside another word: 3COM is not in 83COMPANY, nor LUCENT in TRANSLUCENT.
bool stands_in(std::string_view text, const Name& name) noexcept {
  for (std::size_t at = 0; at + name.text.size() <= text.size(); ++at) {
    if (at > 0 && detail::is_letter_or_digit(text[at - 1])) continue;
    if (!begins_with(text.substr(at), name.text)) continue;
    const std::string_view behind = text.substr(at + name.text.size());
    if (name.form == Form::name && !behind.empty() && detail::is_letter_or_digit(behind.front())) continue;
    if (!names_another(behind)) return true;
  }
  return false;
}

bool is_a_line_of(std::string_view text, std::string_view code) noexcept {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    while (!line.empty() && detail::is_blank(line.front())) line.remove_prefix(1);
    while (!line.empty() && detail::is_blank(line.back())) line.remove_suffix(1);
    if (line == code) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

} // namespace

const Dialect* identify(std::string_view identification) noexcept {
  const auto found = std::find_if(names.begin(), names.end(), [&](const Name& name) {
    return name.form == Form::code ? is_a_line_of(identification, name.text)
                                   : stands_in(identification, name);
  });
  return found == names.end() ? nullptr : find_dialect(found->dialect);
}

} // namespace dialbench::at
