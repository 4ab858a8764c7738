// The [Strings] of a file, and %key% replaced by them. A value is never looked into again, as in Windows, so
// %a% = "%a%" ends at once.
#pragma once

#include "at/inf/sections.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dialbench::at::inf {

class Strings {
 public:
  // What [Strings] lacks is taken from [Strings.0409] (English), then from the other languages.
  explicit Strings(const Sections& sections);
  [[nodiscard]] const std::string* find(std::string_view key) const;

 private:
  void read(const Sections& sections, Sections::Id section);
  std::unordered_map<std::string, std::string> values_; // by folded key
};

// What replacing made of a text.
struct Replaced {
  std::string text;
  std::string undefined;  // the first key that is in no [Strings]; it stays in the text as it was
  bool exhausted = false; // the allowance was used up: the rest stays as it was
};

// %% is one per cent sign; %24% and its like name folders and stay; a single per cent sign stays. `allowance`
// is how many bytes all replacements of one reading may make, and is lessened.
Replaced replace(std::string_view text, const Strings& strings, std::size_t& allowance);

} // namespace dialbench::at::inf
