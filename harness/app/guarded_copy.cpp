#include "harness/app/guarded_copy.hpp"

#include <atomic>
#include <csignal>
#include <cstring>
#include <sys/mman.h>

namespace dialbench::app {
namespace {

// What is being written to; the handler runs in the middle of it.
struct {
  char* begin = nullptr;
  std::size_t size = 0;
  bool lost = false;
} guarded;

struct sigaction before;

void on_bus_error(int number, siginfo_t* info, void*) {
  auto* const address = static_cast<char*>(info->si_addr);
  const bool ours =
      guarded.begin != nullptr && address >= guarded.begin && address < guarded.begin + guarded.size;
  // Back at the instruction, which then finds memory, or meets the signal once more as it was before us.
  if (!ours || ::mmap(guarded.begin, guarded.size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED) {
    ::sigaction(number, &before, nullptr);
    return;
  }
  guarded.lost = true;
}

bool watch() noexcept {
  struct sigaction action = {};
  action.sa_sigaction = on_bus_error;
  action.sa_flags = SA_SIGINFO;
  return ::sigaction(SIGBUS, &action, &before) == 0;
}

} // namespace

bool guarded_copy(char* to, std::string_view bytes, std::span<char> mapping) noexcept {
  static const bool watched = watch();
  guarded = {mapping.data(), watched ? mapping.size() : 0, false};
  std::atomic_signal_fence(std::memory_order_seq_cst);
  std::memcpy(to, bytes.data(), bytes.size());
  std::atomic_signal_fence(std::memory_order_seq_cst);
  guarded.begin = nullptr;
  return !guarded.lost;
}

} // namespace dialbench::app
