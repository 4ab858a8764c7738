#include "harness/dialect/toml_value.hpp"

#include "at/dial_string.hpp"
#include "harness/dialect/nearest.hpp"
#include "harness/script/quoted.hpp"

#include <algorithm>

namespace dialbench::dialect {
namespace {

using script::Entry;
using script::in_quotes;
using script::Reading;

std::vector<std::string_view> words_of(std::string_view blank_separated) {
  std::vector<std::string_view> words;
  while (!blank_separated.empty()) {
    const auto word = blank_separated.substr(0, blank_separated.find(' '));
    words.push_back(word);
    blank_separated.remove_prefix(std::min(word.size() + 1, blank_separated.size()));
  }
  return words;
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string out;
  for (const auto word : words) out += (out.empty() ? "" : " ") + std::string(word);
  return script::listed(out);
}

// `"numbr" (number?)`, where one is near.
std::string with_meant(std::string_view word, const std::vector<std::string_view>& names) {
  const auto near = meant(word, names);
  return in_quotes(word) + (near.empty() ? "" : " (" + std::string(near) + "?)");
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool fault(const Entry& entry, std::string found, std::string expected, Reading& reading) {
  return reading.fail(script::place_of(*entry.node), std::move(found), std::move(expected));
}

// ATD alone takes the line. A D at the end is part of a longer name in &D and in AT#UD.
bool goes_off_hook(std::string_view command) {
  return lower(command.back()) == 'd' && command[command.size() - 2] != '&' &&
         command.find_first_of("#+%*-\\$") == std::string_view::npos;
}

} // namespace

std::string capitals(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

bool text_in(const Entry& entry, std::size_t most, Reading& reading, std::string& into) {
  auto value = script::string_in(entry, reading);
  if (!value) return false;
  const std::string name(entry.name());
  if (value->empty()) return fault(entry, name + " is empty", "text, or no such line", reading);
  if (value->size() > most)
    return fault(entry, name + " has " + std::to_string(value->size()) + " bytes",
                 "at most " + std::to_string(most), reading);
  if (std::any_of(value->begin(), value->end(), is_control))
    return fault(entry, name + " is " + in_quotes(*value), "text without control characters", reading);
  into = std::move(*value);
  return true;
}

bool command_in(const Entry& entry, Reading& reading, std::string& into) {
  if (!text_in(entry, command_bytes_max, reading, into)) return false;
  const std::string found = std::string(entry.name()) + " is " + in_quotes(into);
  if (into.size() < 3 || capitals(into.substr(0, 2)) != "AT")
    return fault(entry, found, "a command line that begins with AT", reading);
  if (!at::dial_part(into).empty() || goes_off_hook(into))
    return fault(entry, found + ", which dials", "a command that asks or resets", reading);
  return true;
}

std::size_t choice_in(const Entry& entry, const std::vector<std::string_view>& names, const std::string& what,
                      Reading& reading) {
  const auto written = script::string_in(entry, reading);
  if (!written) return names.size();
  const auto found = std::find(names.begin(), names.end(), *written);
  if (found == names.end())
    fault(entry, std::string(entry.name()) + " is " + with_meant(*written, names), what + listed(names),
          reading);
  return static_cast<std::size_t>(found - names.begin());
}

bool unknown_key_near(const Entry& entry, const std::string& where, std::string_view known,
                      Reading& reading) {
  return reading.fail(script::place_of(*entry.key),
                      "unknown key " + with_meant(entry.name(), words_of(known)) + " in " + where,
                      script::listed(known));
}

} // namespace dialbench::dialect
