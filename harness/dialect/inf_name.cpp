#include "harness/dialect/inf_name.hpp"

#include "harness/dialect/nearest.hpp"

#include <filesystem>
#include <system_error>

namespace dialbench::dialect {
namespace {

constexpr std::string_view prefix = "inf:";

bool is_there(const std::string& path) {
  std::error_code unseen;
  return std::filesystem::exists(path, unseen);
}

} // namespace

bool is_inf_name(std::string_view name) noexcept {
  return same_in_any_case(name.substr(0, prefix.size()), prefix);
}

InfName parse_inf_name(std::string_view name) {
  if (is_inf_name(name)) name.remove_prefix(prefix.size());
  const std::string whole(name);
  const auto last = whole.rfind('#');
  if (last == std::string::npos || is_there(whole)) return {whole, ""};
  for (auto at = last; at != std::string::npos && at > 0; at = whole.rfind('#', at - 1))
    if (is_there(whole.substr(0, at))) return {whole.substr(0, at), whole.substr(at + 1)};
  return {whole.substr(0, last), whole.substr(last + 1)};
}

std::string inf_name(std::string_view file, std::string_view model) {
  return std::string(prefix) + std::string(file) + (model.empty() ? "" : "#" + std::string(model));
}

} // namespace dialbench::dialect
