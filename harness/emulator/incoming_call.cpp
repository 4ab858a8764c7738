#include "harness/emulator/incoming_call.hpp"

#include "harness/emulator/link.hpp"
#include "harness/emulator/setting.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

constexpr std::size_t number_digits_max = 32;
constexpr std::size_t name_bytes_max = 32;

constexpr std::string_view call_keys = "one of"
#define INCOMING(type, field, initial, text) " " #field
#include "harness/emulator/incoming_call.def"
                                       " talk expect";

constexpr std::string_view turn_keys = "one of"
#define TURN(type, field, initial, text) " " #field
#include "harness/emulator/incoming_call.def"
    ;

std::optional<std::string> assign(IncomingCall& call, std::string_view name, std::string_view value) {
#define INCOMING(type, field, initial, text)                                                                 \
  if (name == #field) return read_setting(call.field, value);
#include "harness/emulator/incoming_call.def"
  return std::string(call_keys);
}

// What the type of a field leaves open.
std::optional<std::string> objection(const IncomingCall& call, std::string_view name) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (call.rings == 0 || call.rings > incoming_rings_max) return "1 to 1000 rings";
  if (call.number.size() > number_digits_max || !std::ranges::all_of(call.number, is_digit))
    return "at most 32 digits";
  if (call.name.size() > name_bytes_max || !std::ranges::all_of(call.name, is_plain))
    return "at most 32 printable ASCII characters";
  if (!call.modulation.empty() && !is_modulation(call.modulation))
    return "the name of a modulation, such as V.32B, V.34 or V.90";
  // A rate that nobody has named is what the modulation has of it.
  if (call.rate == IncomingCall().rate && name != "rate") return std::nullopt;
  return rate_expected(call.modulation, call.rate);
}

} // namespace

Far IncomingCall::link() const {
  Far far;
  far.rate = rate;
  far.modulation = modulation;
  far.error_control = error_control;
  far.error_control_given = error_control_given;
  far.compression = compression;
  far.after = training;
  return far;
}

std::optional<std::string> set_incoming(IncomingCall& call, std::string_view name, std::string_view value) {
  IncomingCall changed = call;
  auto expected = assign(changed, name, value);
  changed.error_control_given = changed.error_control_given || name == "error_control";
  if (!expected) expected = objection(changed, name);
  if (!expected) call = std::move(changed);
  return expected;
}

std::optional<std::string> set_turn(IncomingCall::Turn& turn, std::string_view name, std::string_view value) {
#define TURN(type, field, initial, text)                                                                     \
  if (name == #field) return read_setting(turn.field, value);
#include "harness/emulator/incoming_call.def"
  return std::string(turn_keys);
}

} // namespace dialbench::emulator
