// bench-attempt [--attempts N] [--rounds N] [--ports N] [--gate-socat R] [--gate-pty R] [--gate-calls N]
// [--gate-instructions N] [--gate-ports R] [--gate-port-kib N]: what a dial attempt costs through the real
// driver, beside a C loop that does the same reads and writes (docs/performance.md). --rounds 0 leaves the
// times out, --single 0 those of one port, --counted 0 the counts, --ports 0 (the usual) the many ports.
// Status 1 where a gate is passed or a run went wrong; 64 for wrong usage.
#include "tests/bench/attempt/counts.hpp"
#include "tests/bench/options.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>
#include <unistd.h>

namespace {

using namespace dialbench::bench;

using Values = std::map<std::string, double, std::less<>>;

Values usual() {
  return {{"single", 1},     {"attempts", 250},   {"rounds", 16},
          {"counted", 100},  {"ports", 0},        {"gate-socat", 0},
          {"gate-pty", 0},   {"gate-calls", 0},   {"gate-instructions", 0},
          {"gate-ports", 0}, {"gate-port-kib", 0}};
}

bool read_values(int count, char** arguments, Values& values) {
  std::vector<Option> known;
  for (auto& [name, value] : values) known.push_back({name, &value});
  return read_options(count, arguments, known) && values["attempts"] >= 2;
}

std::size_t whole(double value) { return static_cast<std::size_t>(value); }

struct Spread {
  double middle = 0, least = 0, most = 0;
};

Spread spread(const std::vector<double>& values) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  return {median(values), *least, *most};
}

class Bench {
 public:
  Bench(Values values, const std::filesystem::path& programs, std::string folder)
      : values_(std::move(values))
      , placement_{0, std::move(folder)}
      , c_{"C loop", {programs / "attempt-c"}, {}}
      , driver_{"dialbench",
                {programs / "attempt-driver", "--transcript", placement_.folder + "/transcript"},
                {DIALBENCH_SOURCE_DIR "/tests/bench/busy.toml"}} {}

  bool run() {
    if (values_["rounds"] > 0) {
      // The kernel's worker that carries a pty's bytes would wander to an idle processor and back, which
      // costs five times what is measured here; two that spin keep it beside us.
      std::vector<Child> spinners;
      const bool two = ::sysconf(_SC_NPROCESSORS_ONLN) > 1;
      for (int i = 0; two && i < 2; ++i) spinners.push_back(Child::function(spin, 1));
      std::printf("%-22s %-10s %22s %30s %14s\n", "path", "client", "us an attempt", "of the C loop, paired",
                  "CPU us");
      if (values_["single"] > 0) {
        time(Path::pty, "direct pty", values_["gate-pty"]);
        time(Path::socat, "socat pair", values_["gate-socat"]);
      }
      if (values_["ports"] > 1) time_ports(whole(values_["ports"]));
    }
    if (values_["counted"] > 0) count();
    return good_;
  }

 private:
  static void spin() {
    for (volatile unsigned turns = 0;;) turns = turns + 1;
  }

  std::string judged(double value, double gate) {
    if (gate <= 0 || value <= gate) return "";
    good_ = false;
    return " ABOVE ITS GATE";
  }

  void show(const std::string& path, const Client& client, const std::vector<double>& times,
            const std::vector<double>& ratios, const std::vector<double>& cpu, double gate) {
    const auto time = spread(times);
    const auto ratio = spread(ratios);
    std::printf("%-22s %-10s %7.1f [%5.1f-%6.1f] %14.3f [%5.3f-%6.3f] %14.1f%s\n", path.c_str(),
                client.name.c_str(), time.middle, time.least, time.most, ratio.middle, ratio.least,
                ratio.most, median(cpu), judged(ratio.middle, gate).c_str());
    std::fflush(stdout);
  }

  struct Series {
    std::vector<double> times, ratios, cpu;
  };

  // The clients in turn, each round the other one first; a ratio is of two runs beside each other.
  void alternate(Path path, std::size_t ports, std::size_t attempts, Series& limit, Series& ours) {
    for (std::size_t round = 0; round < whole(values_["rounds"]); ++round) {
      Cost costs[2];
      for (const bool second : {false, true}) {
        const bool driver = second != (round % 2 == 1);
        const Client& client = driver ? driver_ : c_;
        costs[driver ? 1 : 0] = run_client(client, path, ports, attempts, placement_);
      }
      limit.times.push_back(costs[0].attempt_us);
      ours.times.push_back(costs[1].attempt_us);
      limit.ratios.push_back(1);
      ours.ratios.push_back(costs[1].attempt_us / costs[0].attempt_us);
      limit.cpu.push_back(costs[0].cpu_us);
      ours.cpu.push_back(costs[1].cpu_us);
    }
  }

  void time(Path path, const char* name, double gate) {
    Series limit, ours;
    alternate(path, 1, whole(values_["attempts"]), limit, ours);
    show(name, c_, limit.times, limit.ratios, limit.cpu, 0);
    show(name, driver_, ours.times, ours.ratios, ours.cpu, gate);
  }

  void time_ports(std::size_t ports) {
    Series limit, ours;
    alternate(Path::pty, ports, port_attempts, limit, ours);
    const std::string name = std::to_string(ports) + " ptys";
    show(name, c_, limit.times, limit.ratios, limit.cpu, 0);
    show(name, driver_, ours.times, ours.ratios, ours.cpu, values_["gate-ports"]);
    std::vector<double> ratios;
    for (std::size_t i = 0; i < ours.cpu.size(); ++i) ratios.push_back(ours.cpu[i] / limit.cpu[i]);
    const auto cpu = spread(ratios);
    std::printf("%-33s CPU of the C loop, paired %13.3f [%5.3f-%6.3f]%s\n", name.c_str(), cpu.middle,
                cpu.least, cpu.most, judged(cpu.middle, values_["gate-ports"]).c_str());
    const double kib = kib_a_port(driver_, ports);
    std::printf("%-33s private memory a port: C %.2f KiB, dialbench %.2f KiB%s\n", name.c_str(),
                kib_a_port(c_, ports), kib, judged(kib, values_["gate-port-kib"]).c_str());
  }

  // What one port more takes: what a program has for itself is no part of it.
  double kib_a_port(const Client& client, std::size_t ports) {
    const std::size_t few = std::max<std::size_t>(ports / 8, 2);
    const double all = private_kib(client, ports, port_attempts, placement_);
    return (all - private_kib(client, few, port_attempts, placement_)) / static_cast<double>(ports - few);
  }

  void count() {
    std::printf("\n%-10s %12s %18s   which calls\n", "client", "system calls", "user instructions");
    for (const Client* client : {&c_, &driver_}) {
      const auto attempts = whole(values_["counted"]);
      const Calls calls = calls_an_attempt(*client, attempts, placement_);
      const double instructions = instructions_an_attempt(*client, attempts, placement_);
      std::string which;
      for (const auto& [name, each] : calls.each) {
        char text[64];
        std::snprintf(text, sizeof text, "%s%s %.1f", which.empty() ? "" : ", ", name.c_str(), each);
        if (each > 0.04) which += text;
      }
      const bool ours = client == &driver_;
      std::printf("%-10s %12.2f %18.0f   %s%s%s\n", client->name.c_str(), calls.all, instructions,
                  which.c_str(), ours ? judged(calls.all, values_["gate-calls"]).c_str() : "",
                  ours ? judged(instructions, values_["gate-instructions"]).c_str() : "");
    }
  }

  static constexpr std::size_t port_attempts = 20; // on each of many ports

  Values values_;
  Placement placement_;
  Client c_;
  Client driver_;
  bool good_ = true;
};

} // namespace

int main(int count, char** arguments) {
  Values values = usual();
  if (!read_values(count, arguments, values)) {
    std::fputs("usage: bench-attempt [--attempts N] [--rounds N] [--single 0] [--counted N] [--ports N] "
               "[--gate-socat R]\n"
               "       [--gate-pty R] [--gate-calls N] [--gate-instructions N] [--gate-ports R]\n"
               "       [--gate-port-kib N]\n",
               stderr);
    return 64;
  }
  const auto programs = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  std::string folder = (std::filesystem::temp_directory_path() / "bench-attempt-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) give_up("no temporary folder");
  const bool good = Bench(std::move(values), programs, folder).run();
  std::filesystem::remove_all(folder);
  return good ? 0 : 1;
}
