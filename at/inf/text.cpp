#include "at/inf/text.hpp"

#include <algorithm>
#include <cstdint>

namespace dialbench::at::inf {
namespace {

enum class Order { none, little, big };

std::uint8_t byte_at(std::string_view bytes, std::size_t at) noexcept {
  return static_cast<std::uint8_t>(bytes[at]);
}

// INF files are ASCII for the most part, so one byte of most pairs is zero.
Order order_by_zeros(std::string_view bytes) noexcept {
  constexpr std::size_t sample_bytes_max = std::size_t{64} * 1024;
  const std::size_t pairs = std::min(bytes.size(), sample_bytes_max) / 2;
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    even += bytes[2 * i] == '\0' ? 1 : 0;
    odd += bytes[2 * i + 1] == '\0' ? 1 : 0;
  }
  if (odd > pairs / 4 && even < pairs / 16 + 1) return Order::little;
  if (even > pairs / 4 && odd < pairs / 16 + 1) return Order::big;
  return Order::none;
}

void append_utf8(std::string& out, std::uint32_t point) {
  const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(static_cast<std::uint8_t>(byte)); };
  if (point < 0x80U) {
    put(point);
  } else if (point < 0x800U) {
    put(0xC0U | (point >> 6U));
    put(0x80U | (point & 0x3FU));
  } else if (point < 0x10000U) {
    put(0xE0U | (point >> 12U));
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
  } else {
    put(0xF0U | (point >> 18U));
    put(0x80U | ((point >> 12U) & 0x3FU));
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
  }
}

std::string from_utf16(std::string_view bytes, Order order) {
  const auto unit = [&](std::size_t at) -> std::uint32_t {
    const std::uint32_t first = byte_at(bytes, at);
    const std::uint32_t second = byte_at(bytes, at + 1);
    return order == Order::little ? first | (second << 8U) : (first << 8U) | second;
  };
  const auto is_high = [](std::uint32_t u) { return u >= 0xD800U && u < 0xDC00U; };
  const auto is_low = [](std::uint32_t u) { return u >= 0xDC00U && u < 0xE000U; };
  std::string result;
  result.reserve(bytes.size() / 2);
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    std::uint32_t point = unit(at);
    if (is_high(point) && at + 3 < bytes.size() && is_low(unit(at + 2))) {
      point = 0x10000U + ((point - 0xD800U) << 10U) + (unit(at + 2) - 0xDC00U);
      at += 2;
    } else if (is_high(point) || is_low(point)) {
      point = 0xFFFDU;
    }
    append_utf8(result, point);
  }
  return result;
}

// Well enough to tell it from a code page: lead bytes with as many continuation bytes as they announce.
bool is_utf8(std::string_view bytes) noexcept {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::uint8_t lead = byte_at(bytes, at++);
    if (lead < 0x80U) continue;
    if (lead < 0xC2U || lead > 0xF4U) return false;
    for (int more = lead < 0xE0U ? 1 : lead < 0xF0U ? 2 : 3; more > 0; --more, ++at)
      if (at >= bytes.size() || (byte_at(bytes, at) & 0xC0U) != 0x80U) return false;
  }
  return true;
}

} // namespace

Text decode(std::string_view bytes) {
  const auto begins = [&bytes](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (begins("\xEF\xBB\xBF")) return {std::string(bytes.substr(3)), is_utf8(bytes)};
  if (begins("\xFF\xFE")) return {from_utf16(bytes.substr(2), Order::little), true};
  if (begins("\xFE\xFF")) return {from_utf16(bytes.substr(2), Order::big), true};
  if (const Order order = order_by_zeros(bytes); order != Order::none)
    return {from_utf16(bytes, order), true};
  return {std::string(bytes), is_utf8(bytes)};
}

} // namespace dialbench::at::inf
