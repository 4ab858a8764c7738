// The gate that continuous integration runs: bench-reader-gate [--size MIB] [--rounds N] [--gate-4096 RATIO]
// [--gate-16 RATIO]. Measures memchr for line feeds and our reader at every chunk size in turn, some rounds
// of that, and prints medians. Status 1 where a median ratio is below its gate, a count differs from the
// truth, or a line was paid for with an allocation; 64 for wrong usage.
#include "tests/bench/options.hpp"
#include "tests/bench/reading.hpp"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>
#include <string>
#include <vector>

namespace {
std::atomic<std::uint64_t> allocations{0};
} // namespace

// Every allocation of this program is counted.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace dialbench;

struct Options {
  std::size_t mebibytes = 64;
  int rounds = 7;
  double gate_4096 = 0;
  double gate_16 = 0;
};

bool read_options(int count, char** arguments, Options& options) {
  auto mebibytes = static_cast<double>(options.mebibytes);
  double rounds = options.rounds;
  const bench::Option known[] = {{"size", &mebibytes, 1},
                                 {"rounds", &rounds, 1},
                                 {"gate-4096", &options.gate_4096},
                                 {"gate-16", &options.gate_16}};
  if (!bench::read_options(count, arguments, known)) return false;
  options.mebibytes = static_cast<std::size_t>(mebibytes);
  options.rounds = static_cast<int>(rounds);
  return true;
}

// Time of the processor, so that other programs on a busy machine take none of it.
template <class Work>
double seconds(Work&& work) {
  const std::clock_t began = std::clock();
  work();
  return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Row {
  std::size_t chunk;
  double gate = 0;
  std::vector<double> speeds{}; // bytes a second
  std::vector<double> ratios{}; // of memchr in the same round
  bool exact = true;
  std::uint64_t allocations = 0; // in the last round
};

bool measure(const Options& options, bench::Order order, std::vector<Row> rows) {
  std::printf("%s\n", order == bench::Order::shuffled ? "Shuffled lines:" : "Conversations:");
  const bench::ModemOutput output = bench::modem_output(options.mebibytes << 20, 1, order);
  const auto bytes = static_cast<double>(output.bytes.size());
  std::printf("%.0f bytes, %llu lines, %.1f bytes a line\n", bytes,
              static_cast<unsigned long long>(output.lines), bytes / static_cast<double>(output.lines));
  std::vector<double> memchr_speeds;
  std::uint64_t line_feeds = 0;
  for (int round = 0; round < options.rounds; ++round) {
    for (Row& row : rows) {
      // Right beside each other, so that a slow moment is slow for both.
      const double limit = bytes / seconds([&] { line_feeds += bench::count_line_feeds(output.bytes); });
      memchr_speeds.push_back(limit);
      bench::Counts counts;
      const std::uint64_t before = allocations;
      row.speeds.push_back(bytes / seconds([&] { counts = bench::read_in_chunks(output.bytes, row.chunk); }));
      row.allocations = allocations - before;
      row.ratios.push_back(row.speeds.back() / limit);
      row.exact = row.exact && counts == output.truth;
    }
  }
  std::printf("memchr, line feeds only          %7.0f MB/s  (%llu found)\n", median(memchr_speeds) / 1e6,
              static_cast<unsigned long long>(line_feeds));
  bool good = true;
  for (const Row& row : rows) {
    const double ratio = median(row.ratios);
    const auto [low, high] = std::minmax_element(row.ratios.begin(), row.ratios.end());
    const bool fast = ratio >= row.gate;
    const bool lean = row.allocations < 10; // the interpreter's own, whatever the number of lines
    good = good && fast && lean && row.exact;
    std::printf("interpreter, %5zu-byte chunks    %7.0f MB/s  %.3f of memchr [%.3f-%.3f]%s, counts %s, %llu "
                "allocations%s\n",
                row.chunk, median(row.speeds) / 1e6, ratio, *low, *high, fast ? "" : " BELOW ITS GATE",
                row.exact ? "exact" : "WRONG", static_cast<unsigned long long>(row.allocations),
                lean ? "" : " TOO MANY");
  }
  return good;
}

} // namespace

int main(int count, char** arguments) {
  Options options;
  if (!read_options(count, arguments, options)) {
    std::fputs("usage: bench-reader-gate [--size MIB] [--rounds N] [--gate-4096 RATIO] [--gate-16 RATIO]\n",
               stderr);
    return 64;
  }
  const bool fast = measure(options, bench::Order::conversations,
                            {{1}, {16, options.gate_16}, {64}, {256}, {4096, options.gate_4096}, {65536}});
  const bool exact = measure(options, bench::Order::shuffled, {{16}, {4096}});
  return fast && exact ? 0 : 1;
}
