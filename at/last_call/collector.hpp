// Inside of at/last_call: fills a LastCall and keeps its bounds, whatever a report says.
#pragma once

#include "at/last_call/last_call.hpp"

#include <cstddef>
#include <string_view>

namespace dialbench::at::last_call {

inline constexpr std::size_t value_bytes_max = 256;
inline constexpr std::size_t line_bytes_max = 1024;

class Collector {
 public:
  explicit Collector(LastCall& call) noexcept
      : call_(call) {}

  void set(FieldId id, std::int64_t value) { put(id, value); }
  void set(FieldId id, double value) { put(id, value); }
  void set(FieldId id, std::string_view value) { put(id, bounded(value)); }
  // What no table knows. Beyond unknown_fields_max it is dropped, and the call is marked as cut.
  void keep(std::string_view key, std::string_view value);
  void end(CallEnd end, std::string_view words);
  // Words that say why the call ended, but nobody knows what they mean.
  void end_words(std::string_view words);
  void cut() noexcept { call_.cut = true; }

 private:
  void put(FieldId id, FieldValue value);
  std::string bounded(std::string_view text);

  LastCall& call_;
};

} // namespace dialbench::at::last_call
