#include "at/last_call/collector.hpp"

#include <algorithm>

namespace dialbench::at::last_call {

std::string Collector::bounded(std::string_view text) {
  if (text.size() > value_bytes_max) cut();
  return std::string(text.substr(0, value_bytes_max));
}

void Collector::put(FieldId id, FieldValue value) {
  const auto found = std::find_if(call_.fields.begin(), call_.fields.end(),
                                  [id](const Field& field) { return field.id == id; });
  if (found != call_.fields.end())
    found->value = std::move(value);
  else
    call_.fields.push_back({id, std::move(value)});
}

void Collector::keep(std::string_view key, std::string_view value) {
  if (call_.unknown.size() == unknown_fields_max) return cut();
  call_.unknown.push_back({bounded(key), bounded(value)});
}

void Collector::end(CallEnd end, std::string_view words) {
  call_.end = end;
  call_.end_words = bounded(words);
}

void Collector::end_words(std::string_view words) {
  call_.end.reset();
  call_.end_words = bounded(words);
}

} // namespace dialbench::at::last_call
