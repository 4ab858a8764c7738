#include "at/inf/registry.hpp"

#include "at/inf/escapes.hpp"
#include "at/inf/fold.hpp"
#include "at/inf/properties.hpp"
#include "at/inf/response.hpp"

#include <array>
#include <charconv>

namespace dialbench::at::inf {
namespace {

constexpr std::array<std::string_view, 5> command_lists = {"Init", "Monitor", "Answer", "Hangup", "Reset"};

// Command lists have numbers for names, Unimodem's own and those of voice and caller ID alike.
std::optional<std::uint32_t> list_number(const Value& value) noexcept {
  std::uint32_t number = 0;
  const char* end = value.name.data() + value.name.size();
  const auto [stop, error] = std::from_chars(value.name.data(), end, number);
  if (value.kind != ValueKind::text || value.key.empty() || error != std::errc() || stop != end)
    return std::nullopt;
  return number;
}

std::string list_name(const std::string& key) {
  for (const std::string_view each : command_lists)
    if (same(each, key)) return std::string(each);
  return key;
}

std::string as_text(const Value& value) {
  if (value.kind == ValueKind::text) return value.text;
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : value.bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (!result.empty()) result += ' ';
    result += digits[byte >> 4U];
    result += digits[byte & 0x0FU];
  }
  return result;
}

} // namespace

void Registry::set(const Member& member, const Value& value) {
  const bool own = same(value.root, "HKR");
  if (own && same(value.key, "Responses")) return set_response(member, value);
  if (own && same(value.key, "Settings")) return set_pair(model_.settings, value.name, value);
  if (own && value.key.empty() && set_root_value(member, value)) return;
  if (const auto number = list_number(value); own && number) {
    std::string& command = commands_[list_name(value.key)][*number];
    if (command.empty() || !value.keeps) command = unescape(value.text).bytes;
    return;
  }
  std::string name = own ? value.key : value.root + (value.key.empty() ? "" : "\\" + value.key);
  if (!name.empty()) name += '\\';
  set_pair(model_.others, name + value.name, value);
}

bool Registry::set_root_value(const Member& member, const Value& value) {
  if (same(value.name, "Reset") && value.kind == ValueKind::text) {
    commands_["Reset"][1] = unescape(value.text).bytes;
    return true;
  }
  if (same(value.name, "Properties") && value.kind != ValueKind::text) {
    model_.properties = properties_of(value.bytes);
    if (!model_.properties)
      library_.fault(member, 662, value.line,
                     joined({"Properties has ", std::to_string(value.bytes.size()), " bytes, not ",
                             std::to_string(properties_bytes)}));
    return true;
  }
  if (same(value.name, "InactivityScale") && value.bytes.size() == 4) {
    model_.inactivity_scale_seconds = dword(value.bytes, 0);
    return true;
  }
  return false;
}

void Registry::set_response(const Member& member, const Value& value) {
  auto response = response_of(value);
  if (!response) return library_.fault(member, 698, value.line, response.error());
  if (const std::string unknown = unescape(value.name).unknown; !unknown.empty())
    library_.fault(member, 698, value.line,
                   joined({quoted(unknown), " in a response is none of <cr>, <lf>, <hXX> and <<"}));
  response->place = {member.name, value.line};
  const auto [found, fresh] =
      known_.emplace(joined({"responses\\", folded(value.name)}), model_.responses.size());
  if (fresh)
    model_.responses.push_back(std::move(response.value()));
  else if (!value.keeps)
    model_.responses[found->second] = std::move(response.value());
}

void Registry::set_pair(Pairs& pairs, std::string name, const Value& value) {
  std::string known = (&pairs == &model_.settings ? "settings\\" : "others\\") + folded(name);
  const auto [found, fresh] = known_.emplace(std::move(known), pairs.size());
  if (fresh)
    pairs.emplace_back(std::move(name), as_text(value));
  else if (!value.keeps)
    pairs[found->second].second = as_text(value);
}

Model Registry::take() {
  for (auto& [key, list] : commands_)
    for (auto& [number, command] : list) model_.commands[key].push_back(std::move(command));
  commands_.clear();
  known_.clear();
  return std::move(model_);
}

} // namespace dialbench::at::inf
