#include "harness/emulator/setting.hpp"

#include <charconv>

namespace dialbench::emulator {

bool lacks_unit(std::string_view value) noexcept {
  return value != "0" && value.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::optional<std::string> read_setting(bool& field, std::string_view value) {
  if (value != "true" && value != "false") return "true or false";
  field = value == "true";
  return std::nullopt;
}

std::optional<std::string> read_setting(unsigned& field, std::string_view value) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || number > setting_number_max)
    return "a whole number from 0 to " + std::to_string(setting_number_max);
  field = number;
  return std::nullopt;
}

std::optional<std::string> read_setting(Duration& field, std::string_view value) {
  const auto duration = evidence::parse_duration(value);
  if (!duration || lacks_unit(value)) return "a duration such as 1.5s, 300ms or 1m30s";
  field = *duration;
  return std::nullopt;
}

std::optional<std::string> read_setting(std::string& field, std::string_view value) {
  if (value.size() > setting_bytes_max)
    return "a text of at most " + std::to_string(setting_bytes_max) + " bytes";
  field = value;
  return std::nullopt;
}

std::optional<std::string> read_setting(std::vector<std::string>& field, std::string_view value) {
  if (field.size() >= setting_items_max) return "at most " + std::to_string(setting_items_max) + " items";
  std::string item;
  if (auto expected = read_setting(item, value)) return expected;
  field.push_back(std::move(item));
  return std::nullopt;
}

} // namespace dialbench::emulator
