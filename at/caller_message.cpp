#include "at/caller_message.hpp"

#include "at/words.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace dialbench::at::caller {
namespace {

using detail::is_digit;
using detail::to_upper;

constexpr char single_message = '\x04';
constexpr char multiple_message = '\x80';
constexpr std::size_t moment_bytes = 8; // MMDDHHMM
constexpr std::size_t message_bytes_max = 258;

enum Parameter : std::uint8_t {
  moment = 0x01,
  calling_number = 0x02,
  called_number = 0x03,
  no_number_because = 0x04,
  calling_name = 0x07,
  no_name_because = 0x08
};

std::optional<unsigned> digit_of(char c) noexcept {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  const char letter = to_upper(c);
  if (letter >= 'A' && letter <= 'F') return static_cast<unsigned>(letter - 'A' + 10);
  return std::nullopt;
}

// Blanks between bytes are allowed; empty where anything else is not two digits a byte, or too many.
std::string bytes_of(std::string_view hexadecimal) {
  std::string bytes;
  std::optional<unsigned> high;
  for (const char c : hexadecimal) {
    if (c == ' ' && !high) continue;
    const auto digit = digit_of(c);
    if (!digit || bytes.size() == message_bytes_max) return {};
    if (high) {
      bytes += static_cast<char>(*high << 4 | *digit);
      high.reset();
    } else
      high = digit;
  }
  return high ? std::string() : bytes;
}

std::size_t size_at(std::string_view bytes, std::size_t at) noexcept {
  return static_cast<unsigned char>(bytes[at]);
}

bool adds_up(std::string_view bytes) noexcept {
  unsigned sum = 0;
  for (const char c : bytes) sum += static_cast<unsigned char>(c);
  return sum % 256 == 0;
}

std::string hexadecimal_of(std::string_view bytes) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4];
    text += digits[byte & 0xF];
  }
  return text;
}

bool set_moment(CallerId& caller, std::string_view data) {
  return data.size() >= moment_bytes && set_date(caller, data.substr(0, 4)) &&
         set_time(caller, data.substr(4, 4));
}

// A reason for the absence of something is one letter.
bool set_reason(CallerId& caller, std::string_view data, bool (*set)(CallerId&, std::string_view)) {
  return (data == "P" || data == "O") && set(caller, data);
}

bool set_parameter(CallerId& caller, unsigned type, std::string_view data) {
  switch (type) {
  case moment: return set_moment(caller, data);
  case calling_number: return set_number(caller, data);
  case called_number: return set_called(caller, data);
  case no_number_because: return set_reason(caller, data, set_number);
  case calling_name: return set_name(caller, data);
  case no_name_because: return set_reason(caller, data, set_name);
  default: return false;
  }
}

bool decode_parameters(CallerId& caller, std::string_view body) {
  while (!body.empty()) {
    if (body.size() < 2 || size_at(body, 1) > body.size() - 2) return false;
    const std::string_view data = body.substr(2, size_at(body, 1));
    if (!set_parameter(caller, static_cast<unsigned char>(body[0]), data))
      keep(caller, hexadecimal_of(body.substr(0, 1)), hexadecimal_of(data));
    body.remove_prefix(2 + data.size());
  }
  return true;
}

bool decode_single(CallerId& caller, std::string_view body) {
  if (!set_moment(caller, body)) return false;
  return body.size() == moment_bytes || set_number(caller, body.substr(moment_bytes));
}

} // namespace

MessageForm message_form(std::string_view hexadecimal) noexcept {
  std::array<unsigned char, 2> head{};
  std::size_t digits = 0;
  for (const char c : hexadecimal) {
    if (c == ' ') continue;
    const auto digit = digit_of(c);
    if (!digit || digits > message_bytes_max * 2) return MessageForm::none;
    if (digits < 4) head[digits / 2] = static_cast<unsigned char>(head[digits / 2] << 4 | *digit);
    ++digits;
  }
  const bool known = head[0] == static_cast<unsigned char>(single_message) ||
                     head[0] == static_cast<unsigned char>(multiple_message);
  if (!known || digits % 2 != 0 || head[1] < moment_bytes) return MessageForm::none;
  if (digits / 2 == head[1] + 3U) return MessageForm::whole;
  return digits / 2 == head[1] + 2U ? MessageForm::without_checksum : MessageForm::none;
}

bool decode_message(CallerId& caller, std::string_view hexadecimal) {
  const std::string bytes = bytes_of(hexadecimal);
  if (bytes.size() < 3 || size_at(bytes, 1) != bytes.size() - 3 || !adds_up(bytes)) return false;
  const std::string_view body = std::string_view(bytes).substr(2, bytes.size() - 3);
  CallerId told = caller;
  const bool understood =
      bytes[0] == single_message ? decode_single(told, body) : decode_parameters(told, body);
  if (understood) caller = std::move(told);
  return understood;
}

} // namespace dialbench::at::caller
