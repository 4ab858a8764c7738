// Child processes of the benchmark, each on the processor it is given.
#pragma once

#include <functional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace dialbench::bench {

// -1: any processor.
using Processor = int;

// Ends its process, and waits for the end, when it goes.
class Child {
 public:
  // The program of words[0], with standard output into `output` where that is not negative; `silent`:
  // standard output goes nowhere.
  static Child program(const std::vector<std::string>& words, Processor processor, int output = -1,
                       bool silent = false);
  // A function that never returns, in a copy of this process.
  static Child function(const std::function<void()>& body, Processor processor);

  Child(Child&& other) noexcept;
  Child& operator=(Child&&) = delete;
  ~Child();

  // Its status, as the shell has it; 128 and more: a signal.
  int wait();

 private:
  explicit Child(pid_t pid)
      : pid_(pid) {}
  pid_t pid_;
};

// Prints what went wrong, and ends the benchmark with status 1.
[[noreturn]] void give_up(const std::string& what);

} // namespace dialbench::bench
