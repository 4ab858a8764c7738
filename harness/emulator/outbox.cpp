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
  auto behind = writes_.end();
  std::size_t place = later_.size();
  for (; behind != writes_.begin() && std::prev(behind)->due > due; --behind)
    place -= std::prev(behind)->bytes;
  later_.insert(place, bytes);
  if (garbled_) {
    const auto first = later_.begin() + static_cast<std::ptrdiff_t>(place);
    std::transform(first, first + static_cast<std::ptrdiff_t>(bytes.size()), first, as_at_another_rate);
  }
  if (behind != writes_.begin() && std::prev(behind)->due == due)
    std::prev(behind)->bytes += bytes.size();
  else
    writes_.insert(behind, {due, bytes.size()});
}

void Outbox::run(Time now) {
  std::size_t due = 0;
  std::size_t bytes = 0;
  for (; due < writes_.size() && writes_[due].due <= now; ++due) bytes += writes_[due].bytes;
  if (due != 0) {
    // A line that was idle sends the first byte at once.
    if (paced_.empty()) next_byte_ = std::max(next_byte_, writes_.front().due);
    std::string& next = byte_interval_ == Duration{} ? ready_ : paced_;
    if (next.empty() && due == writes_.size()) {
      next.swap(later_);
    } else {
      next.append(later_, 0, bytes);
      later_.erase(0, bytes);
    }
    writes_.erase(writes_.begin(), writes_.begin() + static_cast<std::ptrdiff_t>(due));
  }
  if (!paced_.empty()) pace(now);
}

void Outbox::pace(Time now) {
  std::size_t bytes = 0;
  for (; bytes < paced_.size() && next_byte_ <= now; ++bytes) next_byte_ += byte_interval_;
  ready_.append(paced_, 0, bytes);
  paced_.erase(0, bytes);
}

void Outbox::clear() noexcept {
  writes_.clear();
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
  if (!paced_.empty()) return writes_.empty() ? next_byte_ : std::min(next_byte_, writes_.front().due);
  if (!writes_.empty()) return writes_.front().due;
  return std::nullopt;
}

} // namespace dialbench::emulator
