// Another program, which ends with us: in its own process group (Ctrl-C is ours to handle), killed and reaped
// by its owner's end, and by the kernel where we are killed ourselves.
#pragma once

#include "at/expected.hpp"
#include "harness/emulator/serve/descriptor.hpp"

#include <sys/types.h>

#include <string>
#include <vector>

namespace dialbench::serve {

class Child {
 public:
  // Starts `arguments[0]`, found by PATH, in `folder`. The error: an errno value; ENOENT: no such program.
  static at::Expected<Child, int> start(const std::vector<std::string>& arguments, const std::string& folder);

  Child(Child&& other) noexcept;
  Child& operator=(Child&& other) = delete;
  ~Child() { kill(); }

  [[nodiscard]] pid_t pid() const noexcept { return pid_; } // 0: reaped
  // Waits at most so long for the child to write to stderr or to end.
  void wait(int milliseconds) const;
  // Whether it has ended; what it said on stderr is then in last_words().
  bool ended();
  [[nodiscard]] const std::string& last_words() const noexcept { return last_words_; }
  void kill() noexcept; // at once; returns when it is gone

 private:
  Child(pid_t pid, Descriptor errors);
  pid_t pid_ = 0;
  Descriptor errors_; // its stderr; closed by its end
  std::string last_words_;
};

} // namespace dialbench::serve
