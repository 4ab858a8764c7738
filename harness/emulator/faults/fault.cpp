#include "harness/emulator/faults/fault.hpp"

#include "harness/evidence/duration.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace dialbench::faults {
namespace {

enum class Ways : std::uint8_t { both, from, port };
struct Row {
  std::string_view name;
  Ways ways;
};
constexpr std::array rows{
#define FAULT(kind, ways, text) Row{#kind, Ways::ways},
#include "harness/emulator/faults/faults.def"
};
constexpr std::string_view keys = ""
#define FIELD(key, text) " " #key
#include "harness/emulator/faults/faults.def"
    ;

const Row& row(Fault::Kind kind) noexcept { return rows[static_cast<std::size_t>(kind)]; }

std::optional<std::string> read_number(unsigned& into, std::string_view value, unsigned least,
                                       unsigned most) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || number < least || number > most)
    return "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  into = number;
  return std::nullopt;
}

std::optional<std::string> read_duration(Duration& into, std::string_view value) {
  const auto duration = evidence::parse_duration(value);
  if (!duration) return "a duration such as 1.5s, 300ms or 1m30s";
  into = *duration;
  return std::nullopt;
}

std::optional<std::string> read_kind(Fault::Kind& into, std::string_view value) {
  const auto found = std::ranges::find(rows, value, &Row::name);
  if (found != rows.end()) {
    into = static_cast<Fault::Kind>(found - rows.begin());
    return std::nullopt;
  }
  std::string expected = "one of";
  for (const auto& one : rows) expected += ' ' + std::string(one.name);
  return expected;
}

std::optional<std::string> read_way(Fault::Way& into, std::string_view value) {
  if (value != "from_modem" && value != "to_modem") return "from_modem or to_modem";
  into = value == "to_modem" ? Fault::Way::to_modem : Fault::Way::from_modem;
  return std::nullopt;
}

// A word is what a modem says in one line: printable ASCII, and nothing that its own quotes would need
// escaped.
std::optional<std::string> read_word(std::string& into, std::string_view value) {
  const bool printable =
      std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
  if (!printable || value.size() > word_max)
    return "printable ASCII without \" and \\, at most " + std::to_string(word_max) + " characters";
  into = value;
  return std::nullopt;
}

// The text up to the next blank, or between quotes; nothing where a quote is not closed.
std::optional<std::string_view> take_value(std::string_view& rest) {
  const bool quoted = rest.starts_with('"');
  if (quoted) rest.remove_prefix(1);
  const auto end = rest.find(quoted ? '"' : ' ');
  if (quoted && end == std::string_view::npos) return std::nullopt;
  const std::string_view value = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + (quoted ? 1 : 0));
  return value;
}

void skip_blanks(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
}

} // namespace

std::string_view name(Fault::Kind kind) noexcept { return row(kind).name; }
bool is_of_port(Fault::Kind kind) noexcept { return row(kind).ways == Ways::port; }
bool fits(Fault::Kind kind, Fault::Way way) noexcept {
  return row(kind).ways == Ways::both || way == Fault::Way::from_modem;
}

std::optional<std::string> set_fault(Fault& fault, std::string_view key, std::string_view value) {
  if (key == "kind") return read_kind(fault.kind, value);
  if (key == "way") return read_way(fault.way, value);
  if (key == "call") return read_number(fault.call, value, 0, call_max);
  if (key == "at") return read_duration(fault.at, value);
  if (key == "count") return read_number(fault.count, value, 1, count_max);
  if (key == "for") return read_duration(fault.length, value);
  if (key == "value") return read_number(fault.value, value, 0, count_max);
  if (key == "word") return read_word(fault.word, value);
  if (key != "byte") return "one of" + std::string(keys);
  unsigned byte = 0;
  if (auto expected = read_number(byte, value, 0, byte_max)) return expected;
  fault.byte = byte;
  return std::nullopt;
}

std::optional<std::string> contradiction(const Fault& fault) {
  const std::string kind(name(fault.kind));
  if (!fits(fault.kind, fault.way))
    return "from_modem: " + kind + " cannot happen to what is sent to the modem";
  if (fault.kind == Fault::Kind::flip && (fault.value == 0 || fault.value > 255))
    return "value, 1 to 255: the bits to flip";
  const bool needs_time = fault.kind == Fault::Kind::stall || fault.kind == Fault::Kind::delay ||
                          fault.kind == Fault::Kind::late_result || fault.kind == Fault::Kind::echo_storm;
  if (needs_time && fault.length == Duration{}) return "for: " + kind + " needs for how long";
  return std::nullopt;
}

std::string shown(const Fault& fault) {
  const Fault usual;
  std::string line(name(fault.kind));
  const auto add = [&](std::string_view key, const std::string& value) {
    line += ' ';
    line += key;
    line += '=' + value;
  };
  if (fault.way != usual.way) add("way", "to_modem");
  if (fault.call != usual.call) add("call", std::to_string(fault.call));
  if (fault.at != usual.at) add("at", evidence::spelled(fault.at));
  if (fault.byte) add("byte", std::to_string(*fault.byte));
  if (fault.count != usual.count) add("count", std::to_string(fault.count));
  if (fault.length != usual.length) add("for", evidence::spelled(fault.length));
  if (fault.value != usual.value) add("value", std::to_string(fault.value));
  if (fault.word != usual.word) add("word", '"' + fault.word + '"');
  return line;
}

at::Expected<Fault, std::string> read_fault(std::string_view line) {
  Fault fault;
  skip_blanks(line);
  if (auto expected = set_fault(fault, "kind", take_value(line).value_or("")))
    return at::Unexpected{std::move(*expected)};
  for (skip_blanks(line); !line.empty(); skip_blanks(line)) {
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return at::Unexpected{std::string("key=value")};
    const std::string_view key = line.substr(0, equals);
    line.remove_prefix(equals + 1);
    const auto value = take_value(line);
    if (!value) return at::Unexpected{std::string("a closing double quote")};
    if (key == "kind") return at::Unexpected{std::string("the kind first, and once")};
    if (auto expected = set_fault(fault, key, *value))
      return at::Unexpected{std::string(key) + ": " + *expected};
  }
  if (auto wrong = contradiction(fault)) return at::Unexpected{std::move(*wrong)};
  return fault;
}

} // namespace dialbench::faults
