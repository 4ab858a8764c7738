#include "at/inf/ras_macros.hpp"

#include "at/inf/escapes.hpp"
#include "at/inf/fault.hpp"
#include "at/inf/fold.hpp"

#include <array>

namespace dialbench::at::inf {
namespace {

constexpr std::array<std::string_view, 9> known_when_dialling = {"phonenumber", "x25pad",      "x25address",
                                                                 "userdata",    "facilities",  "username",
                                                                 "password",    "diagnostics", "message"};
constexpr std::array<std::string_view, 6> variable = {"carrierbps",  "connectbps", "ignore",
                                                      "diagnostics", "message",    "?"};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& names, std::string_view name) noexcept {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The name of the macro that `text` begins with, folded; empty where it is not written as one.
std::string macro_name(std::string_view text) {
  constexpr std::size_t name_bytes_max = 64;
  const std::size_t end = text.substr(0, name_bytes_max).find('>');
  if (end == std::string_view::npos) return {};
  const std::string_view name = text.substr(1, end - 1);
  return name.find_first_of(" \t<") == std::string_view::npos ? folded(name) : std::string();
}

// The value of <name>, or of <name_on> and <name_off>; null after a complaint.
const std::string* value_of(const std::string& name, const RasMacros& macros, const Complain& complain) {
  const auto find = [&macros](const std::string& key) {
    const auto found = macros.values.find(key);
    return found == macros.values.end() ? nullptr : &found->second;
  };
  if (const std::string* value = find(name)) return value;
  const std::string* on = find(name + "_on");
  const std::string* off = find(name + "_off");
  if (on != nullptr && off != nullptr) return macros.off.count(name) != 0 ? off : on;
  if (on == nullptr && off == nullptr)
    complain(654, joined({"<", shown(name), "> is not defined"}));
  else
    complain(653, joined({"<", shown(name), (on == nullptr ? "_on" : "_off"), "> is not there"}));
  return on != nullptr ? on : off;
}

// \\ is one backslash.
std::size_t put_plain(std::string& out, std::string_view text) {
  out += text.front();
  return text.substr(0, 2) == "\\\\" ? 2 : 1;
}

std::string plain(std::string_view text) {
  std::string result;
  while (!text.empty()) text.remove_prefix(put_plain(result, text));
  return unescape(result).bytes;
}

// In a pattern one < begins a gap.
std::string as_pattern(std::string_view bytes) {
  std::string result;
  for (const char c : bytes) result += c == '<' ? std::string("<<") : std::string(1, c);
  return result;
}

} // namespace

std::string ras_command(std::string_view value, const RasMacros& macros, const Complain& complain) {
  std::string result;
  while (!value.empty()) {
    if (result.size() > command_bytes_max) {
      complain(700, joined({"the command is longer than ", std::to_string(command_bytes_max), " bytes"}));
      result.resize(command_bytes_max);
      break;
    }
    if (value.front() != '<') {
      value.remove_prefix(put_plain(result, value));
      continue;
    }
    if (const Escape escape = escape_at(value); escape.length != 0) {
      result += escape.byte;
      value.remove_prefix(escape.length);
      continue;
    }
    const std::string name = macro_name(value);
    if (name.empty())
      complain(654, joined({quoted(value.substr(0, 16)), " is no macro: <name>, without blanks"}));
    const std::size_t length = name.empty() ? 1 : name.size() + 2;
    const std::string* replacement =
        name.empty() || holds(known_when_dialling, name) ? nullptr : value_of(name, macros, complain);
    result += replacement != nullptr ? plain(*replacement) : std::string(value.substr(0, length));
    value.remove_prefix(length);
  }
  return result;
}

RasText ras_response(std::string_view value, const RasMacros& macros, const Complain& complain) {
  RasText result;
  const auto put = [&result](std::string_view bytes) {
    if (!result.open) result.text += bytes;
    result.pattern += as_pattern(bytes);
  };
  while (!value.empty() && result.pattern.size() <= command_bytes_max) {
    if (value.front() != '<') {
      std::string plain_text;
      value.remove_prefix(put_plain(plain_text, value));
      put(plain_text);
      continue;
    }
    if (const Escape escape = escape_at(value); escape.length != 0) {
      put({&escape.byte, 1});
      value.remove_prefix(escape.length);
      continue;
    }
    const std::string name = macro_name(value);
    if (name.empty()) {
      complain(698, joined({quoted(value.substr(0, 16)), " is no macro: <name>, without blanks"}));
      put(value.substr(0, 1));
      value.remove_prefix(1);
      continue;
    }
    value.remove_prefix(name.size() + 2);
    if (name == "match") {
      // <match>"text": the text stands somewhere in the line.
      if (value.size() < 2 || value.front() != '"' || value.find('"', 1) == std::string_view::npos) {
        complain(698, "<match> is followed by no text in quotes");
      } else {
        result.text = plain(value.substr(1, value.find('"', 1) - 1));
        result.pattern = joined({"<ignore>", as_pattern(result.text), "<ignore>"});
      }
      result.open = true;
      break;
    }
    if (name == "append") continue; // joins what stands before and behind it
    if (holds(variable, name)) {
      result.open = true;
      const bool anything = name == "diagnostics" || name == "message";
      result.pattern += anything ? "<ignore>" : joined({"<", name, ">"});
      continue;
    }
    if (const std::string* replacement = value_of(name, macros, complain)) put(plain(*replacement));
  }
  if (!result.open) result.pattern.clear();
  return result;
}

} // namespace dialbench::at::inf
