// Who opens and closes the terminals of a thread, from one inotify instance for all of them. A user has few
// instances (128 where nobody has raised fs.inotify.max_user_instances), and to close one is to wait for the
// kernel: 10 ms on an idle machine, hundreds on a busy one.
//
// The kernel tells two equal events in a row once while nobody has read them: who opens twice at once counts
// as one, and is gone with the first close.
#pragma once

#include "harness/emulator/serve/descriptor.hpp"

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace dialbench::serve {

class Openers {
 public:
  // Only changes from nobody to somebody and back.
  enum class Seen { opened, closed };

  // One that lives as long as somebody of this thread holds it.
  static std::shared_ptr<Openers> of_this_thread();
  Openers();
  Openers(const Openers&) = delete;
  Openers& operator=(const Openers&) = delete;

  // Begins to count those who open `node` from now on. The error: below 0; nothing is counted there.
  int add(const std::string& node);
  void remove(int watch) noexcept;
  // Called where there is something to see; what it does may add and remove watches.
  void on_change(int watch, std::function<void()> changed);

  void read(); // everything that has happened so far
  [[nodiscard]] int count(int watch) const noexcept;
  [[nodiscard]] bool has_seen(int watch) const noexcept;
  std::vector<Seen> take(int watch); // since the last time, in its order

  // False: out of instances, or more has happened than the kernel remembers (16,384 events that nobody read);
  // then no count holds.
  [[nodiscard]] bool work() const noexcept { return static_cast<bool>(descriptor_); }
  [[nodiscard]] int descriptor() const noexcept { return descriptor_.number(); } // readable: read()
  void give_up() noexcept { descriptor_.close(); }

 private:
  struct Counted {
    int openers = 0;
    std::vector<Seen> seen;
    std::function<void()> changed;
  };
  Descriptor descriptor_;
  std::unordered_map<int, Counted> counted_; // by the number of the watch; the kernel gives none twice
};

} // namespace dialbench::serve
