#include "harness/emulator/escape.hpp"

namespace dialbench::emulator {
namespace {

constexpr unsigned characters = 3;

} // namespace

void Escape::start(Time now) noexcept {
  last_ = now;
  count_ = 0;
  complete_at_.reset();
}

std::size_t Escape::feed(std::string_view bytes, Time now, const Rule& rule) noexcept {
  const bool guarded = rule.guard > Duration{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const Duration pause = now - last_;
    last_ = now;
    complete_at_.reset();
    const auto code = static_cast<unsigned char>(bytes[i]);
    const bool fits =
        count_ == 0 ? pause >= rule.guard : count_ < characters && (!guarded || pause <= rule.guard);
    if (code != rule.character || code > 127 || !fits) {
      count_ = 0;
      continue;
    }
    if (++count_ < characters) continue;
    complete_at_ = now + rule.guard;
    if (!guarded) return i + 1;
  }
  return bytes.size();
}

} // namespace dialbench::emulator
