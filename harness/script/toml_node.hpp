// Values of a TOML document, with the type that the reader wants, or a fault where they stand.
#pragma once

#include "harness/script/reading.hpp"

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::script {

Place place_of(const toml::node& node) noexcept;
Place place_of(const toml::key& key) noexcept;

struct Entry {
  const toml::key* key;
  const toml::node* node;
  [[nodiscard]] std::string_view name() const noexcept { return key->str(); }
};
// The entries of a table as they follow each other in the file; toml++ keeps them by name.
std::vector<Entry> in_order(const toml::table& table);

// "send is a table; expected a string". Always false.
bool wrong_type(const Entry& entry, std::string expected, Reading& reading);
// "unknown key "timout" in a send step; expected send, label ..."
bool unknown_key(const Entry& entry, const std::string& where, std::string_view known, Reading& reading);
// Whether `word` is one of the words in `blank_separated`.
bool is_one_of(std::string_view word, std::string_view blank_separated);

std::optional<std::string> string_in(const Entry& entry, Reading& reading);
std::optional<bool> bool_in(const Entry& entry, Reading& reading);
std::optional<unsigned> count_in(const Entry& entry, unsigned least, unsigned most, Reading& reading);

} // namespace dialbench::script
