#include "harness/exchange/read.hpp"

#include "harness/emulator/far.hpp"
#include "harness/exchange/read_tables.hpp"
#include "harness/script/quoted.hpp"
#include "harness/script/toml_document.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace dialbench::exchange {
namespace {

using emulator::Station;
using script::Entry;
using script::Reading;

constexpr unsigned first_number = 5550200;
constexpr std::size_t name_bytes_max = 32;
constexpr std::string_view link_keys = "rate rate_up modulation error_control compression training";

// N of [modem.N]; 0: this is no such key.
unsigned modem_number(std::string_view key) {
  unsigned n = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), n);
  const bool whole = error == std::errc{} && end == key.data() + key.size() && !key.starts_with('0');
  return whole && n <= modems_max ? n : 0;
}

bool is_habit(std::string_view name) {
  const auto rows = emulator::habit_rows();
  return std::ranges::find(rows, name, &emulator::HabitRow::name) != rows.end();
}

class FileReader {
 public:
  explicit FileReader(std::string_view name)
      : faults(name) {}

  void read(const toml::table& document) {
    const auto entries = script::in_order(document);
    for (const auto& entry : entries) {
      const auto name = entry.name();
      if (name == "line")
        each(entry, [this](const Entry& one) { line(one); });
      else if (name == "exchange")
        each(entry, [this](const Entry& one) { read_exchange(one, file.exchange, faults); });
      else if (name != "modem")
        faults.take([&](Reading& reading) {
          return script::unknown_key(entry, "an exchange file", "exchange line modem", reading);
        });
    }
    // A modem hangs on the exchange's line, wherever that stands in the file.
    for (const auto& entry : entries)
      if (entry.name() == "modem") modems(entry);
    check_numbers();
  }

  File file;
  Faults faults;

 private:
  template <class Each>
  void each(const Entry& entry, const Each& visit) {
    const auto* table = read_table(entry, faults);
    if (table == nullptr) return;
    for (const auto& one : script::in_order(*table)) visit(one);
  }

  void line(const Entry& entry) {
    const auto digits = emulator::keys_of(entry.name());
    if (!digits.empty() && !lines_.insert(digits).second) {
      faults.add(script::place_of(*entry.key), script::in_quotes(entry.name()) + " is there already",
                 "one table for each number");
      return;
    }
    read_line(entry, file.exchange, faults);
  }

  // What every modem has is read before what one of them has, wherever it stands.
  void modems(const Entry& entry) {
    each(entry, [this](const Entry& one) {
      if (!one.node->is_table()) modem_key(one, file.every, false);
    });
    if (const auto* table = entry.node->as_table())
      check_rates(*table, file.every.subscriber.link, Calls::either, faults);
    each(entry, [this](const Entry& one) {
      if (!one.node->is_table()) return;
      const unsigned n = modem_number(one.name());
      if (n == 0) {
        faults.add(script::place_of(*one.key), script::in_quotes(one.name()) + " is no modem's number",
                   "[modem.1] to [modem." + std::to_string(modems_max) + "]");
        return;
      }
      Station& modem = file.modems.emplace(n, file.every).first->second;
      places_[n] = script::place_of(*one.key);
      each(one, [&](const Entry& key) { modem_key(key, modem, true); });
      check_rates(*one.node->as_table(), modem.subscriber.link, Calls::either, faults);
    });
  }

  void modem_key(const Entry& entry, Station& modem, bool is_one) {
    const auto name = entry.name();
    if (is_one && name == "number") return number(entry, modem.subscriber.self.number);
    if (is_one && name == "name") return caller_name(entry, modem.subscriber.self.name);
    if (script::is_one_of(name, link_keys)) return link(entry, modem.subscriber.link);
    if (is_own_line_key(name)) {
      if (!modem.line) modem.line = file.exchange.line;
      read_own_line(entry, *modem.line, faults);
      return;
    }
    if (is_habit(name)) {
      read_habit(entry, modem.habits, faults);
      return;
    }
    faults.add(script::place_of(*entry.key), "unknown key " + script::in_quotes(name) + " in [modem]",
               std::string(is_one ? "number, name, " : "") + "a habit of docs/emulator.md, or " +
                   script::listed(std::string(link_keys) + ' ' + std::string(emulator::own_line_keys())));
  }

  void number(const Entry& entry, std::string& into) {
    const auto value = scalar(entry, faults);
    if (!value) return;
    auto digits = number_of(*value);
    if (!digits) return void(faults.not_understood(entry, "a number of 1 to 32 digits"));
    into = std::move(*digits);
  }

  void caller_name(const Entry& entry, std::string& into) {
    const auto value = faults.take([&](Reading& reading) { return script::string_in(entry, reading); });
    if (!value) return;
    const bool plain = std::ranges::all_of(*value, [](char c) { return c >= ' ' && c <= '~'; });
    if (value->size() > name_bytes_max || !plain)
      faults.not_understood(entry, "at most 32 printable ASCII characters");
    into = *value;
  }

  void link(const Entry& entry, emulator::Far& into) {
    const auto field = entry.name() == "training" ? std::string_view("after") : entry.name();
    set_scalar(entry, faults,
               [&](const std::string& value) { return emulator::set_far(into, field, value); });
  }

  // A number leads to one end only.
  void check_numbers() {
    std::set<std::string> taken;
    for (unsigned n = 1; n <= file.highest(); ++n) {
      const auto number = file.modem(n).subscriber.self.number;
      const auto place = places_.contains(n) ? places_[n] : script::Place{1, 1};
      if (!taken.insert(number).second)
        faults.add(place, "two modems have the number " + number, "one for each");
      if (lines_.contains(number))
        faults.add(place, "modem " + std::to_string(n) + " and [line." + number + "] have one number",
                   "one for each");
    }
  }

  std::set<std::string> lines_;
  std::map<unsigned, script::Place> places_;
};

} // namespace

emulator::Station File::modem(unsigned n) const {
  const auto found = modems.find(n);
  emulator::Station modem = found == modems.end() ? every : found->second;
  if (modem.subscriber.self.number.empty()) modem.subscriber.self.number = std::to_string(first_number + n);
  return modem;
}

at::Expected<File, std::vector<script::Fault>> read(std::string_view text, std::string_view file) {
  FileReader reader(file);
  const auto document = reader.faults.take([&](Reading& reading) -> std::optional<toml::table> {
    const auto nul = text.find('\0');
    if (nul == std::string_view::npos) return script::parse_toml(text, reading);
    reading.fail(script::place_of(text, nul), "a NUL byte: this is no text file", "TOML");
    return std::nullopt;
  });
  if (document) reader.read(*document);
  if (!reader.faults.empty()) return at::Unexpected{std::move(reader.faults).sorted()};
  return std::move(reader.file);
}

} // namespace dialbench::exchange
