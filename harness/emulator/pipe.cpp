#include "harness/emulator/pipe.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

constexpr std::int64_t looks_per_second = 100;
constexpr std::int64_t micros = std::chrono::microseconds(std::chrono::seconds(1)).count();

} // namespace

void Pipe::open(unsigned bits_per_second, bool error_control) noexcept {
  clear();
  bits_per_second_ = std::max(bits_per_second, 1U);
  bits_per_byte_ = error_control ? 8 : 10;
}

void Pipe::clear() noexcept {
  bytes_.clear();
  behind_ = 0;
}

void Pipe::put(std::string_view bytes, Time now) {
  // A line that was idle begins now; one that is busy goes on where it is.
  if (bytes_.empty() && (behind_ == 0 || arrives(0) <= now)) {
    began_ = now;
    behind_ = 0;
  }
  bytes_ += bytes.substr(0, room());
}

Time Pipe::arrives(std::size_t bytes) const noexcept {
  const auto bits = static_cast<std::int64_t>(behind_ + bytes) * bits_per_byte_;
  return began_ + Duration((bits * micros + bits_per_second_ - 1) / bits_per_second_);
}

std::optional<Time> Pipe::deadline() const noexcept {
  if (bytes_.empty()) return std::nullopt;
  const auto batch = std::max<std::int64_t>(bits_per_second_ / bits_per_byte_ / looks_per_second, 1);
  return arrives(std::min(bytes_.size(), static_cast<std::size_t>(batch)));
}

std::optional<Time> Pipe::last_arrives() const noexcept {
  if (bytes_.empty()) return std::nullopt;
  return arrives(bytes_.size());
}

std::string Pipe::take(Time now, std::size_t most) {
  std::size_t count = 0;
  while (count < std::min(most, bytes_.size()) && arrives(count + 1) <= now) ++count;
  std::string taken = bytes_.substr(0, count);
  bytes_.erase(0, count);
  behind_ += count;
  // Kept small: a call of days would count bits beyond what fits.
  const auto per_second = static_cast<std::size_t>(bits_per_second_);
  if (behind_ >= per_second) {
    behind_ -= per_second;
    began_ += Duration(bits_per_byte_ * micros);
  }
  return taken;
}

} // namespace dialbench::emulator
