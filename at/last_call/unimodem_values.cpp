#include "at/last_call/unimodem_values.hpp"

#include "at/last_call/number.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace dialbench::at::last_call {
namespace {

enum class Table : std::uint8_t {
  heard,
  call_type,
  interface_mode,
  modulation,
  error_control,
  compression,
  flow
};

struct Word {
  Table table;
  std::uint32_t number;
  std::string_view word;
};
constexpr auto words_of_values = std::to_array<Word>({
#define VALUE(table, number, word) {Table::table, number, word},
#define CAUSE(number, end)
#include "at/last_call/unimodem_values.def"
});

struct Cause {
  std::uint32_t number;
  CallEnd end;
};
constexpr auto causes = std::to_array<Cause>({
#define VALUE(table, number, word)
#define CAUSE(number, end) {number, CallEnd::end},
#include "at/last_call/unimodem_values.def"
});

enum class Kind : std::uint8_t { word, modulation, flow, minus, number, octets, revision, cause };

struct Key {
  std::uint32_t key;
  Kind kind;
  FieldId field;
  std::uint32_t largest;
};
constexpr auto keys = std::to_array<Key>({
#define KEY(key, reading, field, largest) {key, Kind::reading, FieldId::field, largest},
#include "at/last_call/unimodem_keys.def"
});

// The table of a key's words; those of two keys that share a table are told by the key's kind.
Table table_of(const Key& key) noexcept {
  if (key.kind == Kind::modulation) return Table::modulation;
  if (key.kind == Kind::flow) return Table::flow;
  switch (key.field) {
  case FieldId::call_type: return Table::call_type;
  case FieldId::interface_mode: return Table::interface_mode;
  case FieldId::error_control: return Table::error_control;
  case FieldId::compression: return Table::compression;
  default: return Table::heard;
  }
}

bool set_word(Collector& collector, const Key& key, std::uint32_t number) {
  const auto found = std::find_if(words_of_values.begin(), words_of_values.end(), [&](const Word& word) {
    return word.table == table_of(key) && word.number == number;
  });
  if (found == words_of_values.end()) return false;
  collector.set(key.field, found->word);
  return true;
}

bool set_cause(Collector& collector, std::uint32_t number, std::string_view words) {
  const auto found = std::find_if(causes.begin(), causes.end(),
                                  [number](const Cause& cause) { return cause.number == number; });
  if (found == causes.end()) {
    collector.end_words(words);
    return false;
  }
  collector.end(found->end, words);
  return true;
}

bool set_revision(Collector& collector, FieldId field, std::uint32_t number) {
  if (number >> 4 > 9 || (number & 0xF) > 9) return false;
  const std::string revision = {static_cast<char>('0' + (number >> 4)), '.',
                                static_cast<char>('0' + (number & 0xF))};
  collector.set(field, std::string_view(revision));
  return true;
}

} // namespace

bool assign_unimodem(Collector& collector, std::string_view key, std::string_view value) {
  const auto number_of_key = key.size() <= 2 ? hexadecimal(key) : std::nullopt;
  const auto row =
      std::find_if(keys.begin(), keys.end(), [&](const Key& each) { return each.key == number_of_key; });
  if (row == keys.end()) return false;
  if (row->kind == Kind::octets) {
    collector.set(row->field, value);
    return true;
  }
  // Levels are told without their sign; a modem that writes it means the same.
  if (row->kind == Kind::minus && !value.empty() && value.front() == '-') value.remove_prefix(1);
  const auto number = hexadecimal(value);
  if (row->kind == Kind::cause) {
    const std::string words = std::string(key) + '=' + std::string(value.substr(0, value_bytes_max));
    if (number) return set_cause(collector, *number, words);
    collector.end_words(words);
    return false;
  }
  if (!number) return false;
  if (row->kind == Kind::word || row->kind == Kind::modulation || row->kind == Kind::flow)
    return set_word(collector, *row, *number);
  if (*number > row->largest) return false;
  switch (row->kind) {
  case Kind::revision: return set_revision(collector, row->field, *number);
  case Kind::minus: collector.set(row->field, -static_cast<std::int64_t>(*number)); return true;
  default: collector.set(row->field, static_cast<std::int64_t>(*number)); return true;
  }
}

} // namespace dialbench::at::last_call
