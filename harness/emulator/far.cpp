#include "harness/emulator/far.hpp"

#include "harness/emulator/link.hpp"
#include "harness/emulator/setting.hpp"

namespace dialbench::emulator {
namespace {

constexpr std::string_view kind_names[] = {
#define FAR_KIND(kind, text) #kind,
#include "harness/emulator/far.def"
};

constexpr std::string_view field_names = "kind"
#define FAR(type, field, initial, text) ", " #field
#include "harness/emulator/far.def"
                                         ", says";

constexpr std::string_view says_names = "one of"
#define FAR_SAYS(type, field, initial, text) " " #field
#include "harness/emulator/far.def"
    ;

} // namespace

std::optional<std::string> set_far(Far& far, std::string_view name, std::string_view value) {
  if (name == "kind") return read_choice(far.kind, kind_names, value);
  if (name == "modulation" && !value.empty() && !is_modulation(value))
    return "the name of a modulation, such as V.32B, V.34 or V.90";
  if (name == "rate" && value == "0") return "a rate in bit/s, 1 or more";
  if (name == "error_control") {
    auto expected = read_setting(far.error_control, value);
    far.error_control_given = far.error_control_given || !expected;
    return expected;
  }
#define FAR(type, field, initial, text)                                                                      \
  if (name == #field) return read_setting(far.field, value);
#include "harness/emulator/far.def"
  if (name != "says") return "one of " + std::string(field_names);
  if (far.says.size() >= setting_items_max) return "at most " + std::to_string(setting_items_max) + " items";
  Far::Says says;
  if (auto expected = read_setting(says.bytes, value)) return expected;
  far.says.push_back(std::move(says));
  return std::nullopt;
}

std::optional<std::string> set_says(Far::Says& says, std::string_view name, std::string_view value) {
#define FAR_SAYS(type, field, initial, text)                                                                 \
  if (name == #field) return read_setting(says.field, value);
#include "harness/emulator/far.def"
  return std::string(says_names);
}

} // namespace dialbench::emulator
