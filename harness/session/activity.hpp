// One thing that a session is doing: a command, a dial, a hang-up. The session runs one at a time; an
// activity may run smaller ones inside. The session calls tick() after whatever happened, and again at
// deadline().
#pragma once

#include "harness/evidence/time.hpp"
#include "harness/session/session.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace dialbench::session {

class Activity {
 public:
  Activity() = default;
  virtual ~Activity() = default;
  Activity(const Activity&) = delete;
  Activity& operator=(const Activity&) = delete;

  // Returns how many bytes it used; what it leaves belongs to the activity after it.
  virtual std::size_t receive(std::string_view bytes) = 0;
  virtual void tick() = 0;
  [[nodiscard]] virtual std::optional<Time> deadline() const = 0;
  [[nodiscard]] virtual bool done() const = 0;
  virtual void answered(RequestId, const PortAnswer&) {}
  virtual void lines_changed(const evidence::ModemLines&) {}
  [[nodiscard]] virtual std::optional<Session::Waiting> waiting() const { return std::nullopt; }
};

// The earlier of two deadlines, either of which may not be there.
inline std::optional<Time> earlier(std::optional<Time> a, std::optional<Time> b) {
  if (!a) return b;
  if (!b) return a;
  return std::min(*a, *b);
}

} // namespace dialbench::session
