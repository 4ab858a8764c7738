#include "harness/emulator/serve/openers.hpp"

#include <sys/inotify.h>

#include <array>
#include <cstring>
#include <utility>

namespace dialbench::serve {

std::shared_ptr<Openers> Openers::of_this_thread() {
  thread_local std::weak_ptr<Openers> here;
  auto openers = here.lock();
  if (!openers) here = openers = std::make_shared<Openers>();
  return openers;
}

Openers::Openers()
    : descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

int Openers::add(const std::string& node) {
  if (!work()) return -1;
  // Two counts of one node would share a watch, and end together.
  const int watch =
      ::inotify_add_watch(descriptor_.number(), node.c_str(), IN_OPEN | IN_CLOSE | IN_MASK_CREATE);
  if (watch >= 0) counted_.try_emplace(watch);
  return watch;
}

void Openers::remove(int watch) noexcept {
  if (counted_.erase(watch) > 0 && work()) ::inotify_rm_watch(descriptor_.number(), watch);
}

void Openers::on_change(int watch, std::function<void()> changed) {
  const auto found = counted_.find(watch);
  if (found != counted_.end()) found->second.changed = std::move(changed);
}

void Openers::read() {
  std::vector<int> changed;
  alignas(inotify_event) std::array<char, 4096> buffer;
  while (work()) {
    const auto size = ::read(descriptor_.number(), buffer.data(), buffer.size());
    if (size <= 0) break;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof event);
      at += sizeof event + event.len;
      if ((event.mask & IN_Q_OVERFLOW) != 0) {
        give_up();
        changed.clear();
        for (const auto& [watch, counted] : counted_) changed.push_back(watch);
        break;
      }
      const auto found = counted_.find(event.wd);
      if (found == counted_.end()) continue; // of a terminal that is gone
      auto& [openers, seen, unused] = found->second;
      const auto before = seen.size();
      if ((event.mask & IN_OPEN) != 0 && ++openers == 1) seen.push_back(Seen::opened);
      if ((event.mask & IN_CLOSE) != 0 && openers > 0 && --openers == 0) seen.push_back(Seen::closed);
      if (seen.size() > before && before == 0) changed.push_back(event.wd);
    }
  }
  for (const int watch : changed) {
    const auto found = counted_.find(watch);
    if (found == counted_.end() || !found->second.changed) continue;
    const auto tell = found->second.changed; // it may remove itself
    tell();
  }
}

int Openers::count(int watch) const noexcept {
  const auto found = counted_.find(watch);
  return found == counted_.end() ? 0 : found->second.openers;
}

bool Openers::has_seen(int watch) const noexcept {
  const auto found = counted_.find(watch);
  return found != counted_.end() && !found->second.seen.empty();
}

std::vector<Openers::Seen> Openers::take(int watch) {
  const auto found = counted_.find(watch);
  return found == counted_.end() ? std::vector<Seen>() : std::exchange(found->second.seen, {});
}

} // namespace dialbench::serve
