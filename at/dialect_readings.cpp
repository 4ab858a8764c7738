// readings(): what the dialects mean by one number.
#include "at/dialect.hpp"

#include <algorithm>

namespace dialbench::at {

std::vector<NumberReading> readings(int number) {
  std::vector<NumberReading> result;
  for (const Dialect* dialect : dialects())
    if (const DialectRow* row = find_number(*dialect, number)) result.push_back({dialect, row});
  return result;
}

std::vector<NumberGroup> grouped_readings(int number) {
  std::vector<NumberGroup> groups;
  for (const NumberReading& reading : readings(number)) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const NumberGroup& group) {
      return group.word == reading.row->word && group.meaning == reading.row->meaning;
    });
    if (same != groups.end())
      same->dialects.push_back(reading.dialect);
    else
      groups.push_back({reading.row->word, reading.row->meaning, {reading.dialect}});
  }
  std::stable_sort(groups.begin(), groups.end(), [](const NumberGroup& a, const NumberGroup& b) {
    return a.dialects.size() < b.dialects.size();
  });
  return groups;
}

std::string readings_text(int number) {
  std::string text;
  for (const NumberGroup& group : grouped_readings(number)) {
    if (!text.empty()) text += ", ";
    text += group.word;
    const char* before = " (";
    for (const Dialect* dialect : group.dialects) {
      text += before;
      text += dialect->id;
      before = ", ";
    }
    text += ')';
  }
  return text;
}

std::optional<Meaning> agreed_meaning(int number) noexcept {
  std::optional<Meaning> agreed;
  for (const Dialect* dialect : dialects()) {
    const DialectRow* row = find_number(*dialect, number);
    if (row == nullptr) continue;
    if (agreed && *agreed != row->meaning) return std::nullopt;
    agreed = row->meaning;
  }
  return agreed;
}

} // namespace dialbench::at
