// Ours beside memchr, RE2::Set and std::regex, on the same 64 MiB; the regular expressions know the same
// results, and std::regex gets 2 MiB, since it would take minutes. bench-reader-gate is the one that judges.
#include "tests/bench/reading.hpp"

#include <benchmark/benchmark.h>
#include <re2/set.h>

#include <regex>

namespace {

using namespace dialbench;

const bench::ModemOutput& output() {
  static const bench::ModemOutput made =
      bench::modem_output(std::size_t{64} << 20, 1, bench::Order::conversations);
  return made;
}

// The whole lines that are results, as a user of regular expressions would write them.
constexpr const char* patterns[] = {"OK",
                                    "RING",
                                    "BUSY",
                                    "NO CARRIER",
                                    "NO ANSWER",
                                    "NO DIAL ?TONE",
                                    "ERROR",
                                    "RINGING",
                                    "VOICE",
                                    "DELAYED",
                                    "BLACKLISTED",
                                    "\\+FCERROR",
                                    "LINE IN USE",
                                    "CONNECT(?: .*)?",
                                    "CARRIER [0-9].*",
                                    "PROTOCOL: .*",
                                    "COMPRESSION: .*",
                                    "\\+MCR: .*",
                                    "\\+MRR: .*",
                                    "\\+CME ERROR: .*",
                                    "DATE = .*",
                                    "NMBR = .*",
                                    "DIAG <.*"};

// Calls each(line) for what stands between CRs and LFs.
template <class Each>
void for_each_line(std::string_view bytes, Each&& each) {
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
    if (end != begin) each(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
}

void set_speed(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

void memchr_line_feeds(benchmark::State& state) {
  const bench::ModemOutput& log = output(); // made before the clock runs
  for (auto _ : state) benchmark::DoNotOptimize(bench::count_line_feeds(log.bytes));
  set_speed(state, output().bytes.size());
}

void interpreter(benchmark::State& state) {
  for (auto _ : state)
    if (!(bench::read_in_chunks(output().bytes, static_cast<std::size_t>(state.range(0))) == output().truth))
      state.SkipWithError("the counts are wrong");
  set_speed(state, output().bytes.size());
}

void re2_set(benchmark::State& state) {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  RE2::Set set(options, RE2::ANCHOR_BOTH);
  for (const char* pattern : patterns) set.Add(pattern, nullptr);
  set.Compile();
  for (auto _ : state) {
    std::uint64_t results = 0;
    for_each_line(output().bytes, [&](std::string_view line) {
      results += set.Match({line.data(), line.size()}, nullptr) ? 1 : 0;
    });
    benchmark::DoNotOptimize(results);
  }
  set_speed(state, output().bytes.size());
}

void std_regex(benchmark::State& state) {
  std::string all;
  for (const char* pattern : patterns) all += (all.empty() ? "(?:" : "|(?:") + std::string(pattern) + ")";
  const std::regex regex(all, std::regex::ECMAScript | std::regex::optimize);
  const std::string_view sample = std::string_view(output().bytes).substr(0, std::size_t{2} << 20);
  for (auto _ : state) {
    std::uint64_t results = 0;
    for_each_line(sample, [&](std::string_view line) {
      results += std::regex_match(line.begin(), line.end(), regex) ? 1 : 0;
    });
    benchmark::DoNotOptimize(results);
  }
  set_speed(state, sample.size());
}

BENCHMARK(memchr_line_feeds)->Unit(benchmark::kMillisecond);
BENCHMARK(interpreter)
    ->Arg(1)
    ->Arg(16)
    ->Arg(64)
    ->Arg(256)
    ->Arg(4096)
    ->Arg(65536)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(re2_set)->Unit(benchmark::kMillisecond);
BENCHMARK(std_regex)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
