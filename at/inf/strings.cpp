#include "at/inf/strings.hpp"

#include "at/inf/fold.hpp"
#include "at/inf/lines.hpp"

#include <algorithm>

namespace dialbench::at::inf {
namespace {

bool is_folder(std::string_view key) noexcept {
  return std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Strings::Strings(const Sections& sections) {
  if (const auto plain = sections.find("Strings")) read(sections, *plain);
  if (const auto english = sections.find("Strings.0409")) read(sections, *english);
  for (const Sections::Id each : sections.decorated("Strings")) read(sections, each);
}

void Strings::read(const Sections& sections, Sections::Id section) {
  Line line;
  for (Lines lines(sections, section); lines.next(line);)
    if (line.has_key && !line.key.empty())
      values_.emplace(folded(line.key), std::move(line.fields.front())); // of two, the first
}

const std::string* Strings::find(std::string_view key) const {
  const auto found = values_.find(folded(key));
  return found == values_.end() ? nullptr : &found->second;
}

Replaced replace(std::string_view text, const Strings& strings, std::size_t& allowance) {
  Replaced result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find('%', at), text.size());
    result.text += text.substr(at, begin - at);
    if (begin == text.size()) break;
    const std::size_t end = text.find('%', begin + 1);
    if (end == std::string_view::npos) {
      result.text += text.substr(begin);
      break;
    }
    at = end + 1;
    const std::string_view key = text.substr(begin + 1, end - begin - 1);
    const std::string* value = key.empty() ? nullptr : strings.find(key);
    if (value != nullptr && value->size() > allowance) {
      result.exhausted = true;
      value = nullptr;
    } else if (value != nullptr) {
      allowance -= value->size();
      result.text += *value;
      continue;
    }
    if (key.empty()) {
      result.text += '%';
      continue;
    }
    result.text += text.substr(begin, end + 1 - begin);
    if (!result.exhausted && result.undefined.empty() && !is_folder(key)) result.undefined = key;
  }
  return result;
}

} // namespace dialbench::at::inf
