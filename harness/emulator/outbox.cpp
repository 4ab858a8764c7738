#include "harness/emulator/outbox.hpp"

#include <algorithm>
#include <iterator>

namespace dialbench::emulator {

namespace {

// Sampled at the wrong moments a byte keeps little of itself; most come out with the top bit set.
char as_at_another_rate(char c) { return static_cast<char>((c ^ 0x35) | 0x80); }

} // namespace

void Outbox::send(std::string_view bytes, Time due) {
  bytes = bytes.substr(0, room());
  if (bytes.empty()) return;
  held_ += bytes.size();
  std::string written(bytes);
  if (garbled_) std::ranges::transform(written, written.begin(), as_at_another_rate);
  const auto behind = std::ranges::upper_bound(later_, due, {}, &Write::due);
  if (behind != later_.begin() && std::prev(behind)->due == due)
    std::prev(behind)->bytes += written;
  else
    later_.insert(behind, {due, std::move(written)});
}

void Outbox::run(Time now) {
  std::size_t due = 0;
  for (; due < later_.size() && later_[due].due <= now; ++due) {
    if (byte_interval_ == Duration{}) {
      ready_ += later_[due].bytes;
      continue;
    }
    // A line that was idle sends the first byte at once.
    if (paced_.empty()) next_byte_ = std::max(next_byte_, later_[due].due);
    paced_ += later_[due].bytes;
  }
  later_.erase(later_.begin(), later_.begin() + static_cast<std::ptrdiff_t>(due));
  pace(now);
}

void Outbox::pace(Time now) {
  std::size_t bytes = 0;
  for (; bytes < paced_.size() && next_byte_ <= now; ++bytes) next_byte_ += byte_interval_;
  ready_.append(paced_, 0, bytes);
  paced_.erase(0, bytes);
}

void Outbox::clear() noexcept {
  later_.clear();
  paced_.clear();
  ready_.clear();
  taken_ = 0;
  held_ = 0;
}

void Outbox::taken(std::size_t bytes) {
  bytes = std::min(bytes, ready().size());
  taken_ += bytes;
  held_ -= bytes;
  if (taken_ != ready_.size()) return;
  ready_.clear();
  taken_ = 0;
}

std::optional<Time> Outbox::deadline() const noexcept {
  if (!paced_.empty()) return later_.empty() ? next_byte_ : std::min(next_byte_, later_.front().due);
  if (!later_.empty()) return later_.front().due;
  return std::nullopt;
}

} // namespace dialbench::emulator
