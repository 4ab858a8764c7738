#include "harness/emulator/stream.hpp"

namespace dialbench::emulator {
namespace {

constexpr std::size_t chunk_bytes = 115;
constexpr Duration chunk_time = std::chrono::milliseconds(10);

} // namespace

void Stream::add(std::string_view pattern, Time now) {
  if (pattern_.empty()) next_ = now;
  pattern_ += pattern.substr(0, stream_pattern_max - pattern_.size());
}

void Stream::stop() noexcept {
  pattern_.clear();
  position_ = 0;
}

void Stream::run(Outbox& out) {
  std::string chunk;
  while (chunk.size() < chunk_bytes) chunk += pattern_[position_++ % pattern_.size()];
  out.send(chunk, next_);
  next_ += chunk_time;
}

std::optional<Time> Stream::deadline(const Outbox& out) const noexcept {
  if (pattern_.empty() || out.room() < chunk_bytes) return std::nullopt;
  return next_;
}

} // namespace dialbench::emulator
