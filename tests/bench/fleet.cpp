// bench-fleet [--modems N] [--seconds S] [--rate B] [--pace P] [--gate-mib M] [--gate-late MS] [--program
// DIALBENCH]: many emulated modems on ptys in one process, each in a call that another process drives, B
// bytes a second each way. Prints the peak memory of the modems' process and how late the modems' deadlines
// were met; with --program those of `dialbench emulate` (whose deadlines cannot be seen), and how soon that
// is ready and gone. Status 1 where a call or a byte is lost, or a gate is not kept; 64 for wrong usage.
#include "harness/emulator/serve/fleet.hpp"
#include "tests/bench/fleet_driver.hpp"
#include "tests/bench/fleet_lateness.hpp"
#include "tests/bench/fleet_program.hpp"
#include "tests/bench/options.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace dialbench;
namespace asio = boost::asio;

struct Options {
  unsigned modems = 500;
  double seconds = 5, rate = 1000, pace = 1, gate_mib = 0, gate_late = 0;
  std::string program;
};

bool read_options(int count, char** arguments, Options& options) {
  double modems = options.modems;
  const bench::Option known[] = {{"modems", &modems, 2, 1000},
                                 {"seconds", &options.seconds},
                                 {"rate", &options.rate},
                                 {"pace", &options.pace, std::numeric_limits<double>::min()},
                                 {"gate-mib", &options.gate_mib},
                                 {"gate-late", &options.gate_late},
                                 {.name = "program", .text = &options.program}};
  if (!bench::read_options(count, arguments, known)) return false;
  options.modems = static_cast<unsigned>(modems) / 2 * 2;
  return true;
}

bench::Drive drive_of(const Options& options, std::vector<std::string> ports) {
  bench::Drive drive;
  drive.ports = std::move(ports);
  drive.seconds = options.seconds;
  drive.bytes_per_second = options.rate;
  return drive;
}

double processor_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void print_calls(const Options& options, const bench::Driven& driven) {
  std::printf("%u modems, %zu in a call, %zu bytes received in %.1f s\n", options.modems, driven.connected,
              driven.bytes, options.seconds);
  if (!driven.problem.empty()) std::printf("failed: %s\n", driven.problem.c_str());
}

bool kept(const char* what, double value, double gate) {
  if (gate <= 0 || value <= gate) return true;
  std::printf("%s: %.1f is above the gate of %.1f\n", what, value, gate);
  return false;
}

int with_program(const Options& options) {
  const std::string link = "/tmp/dialbench-fleet-" + std::to_string(::getpid()) + '-';
  bench::FleetProgram program(options.program, options.modems, link, options.pace);
  if (program.ports().size() != options.modems) return 1; // it has said why
  const auto driven = bench::drive(drive_of(options, program.ports()), [] {});
  print_calls(options, driven);
  const double mib = bench::peak_mib(program.process());
  std::printf("ready after %.1f ms, peak memory %.1f MiB\n", program.ready_ms(), mib);
  const double gone = program.end();
  std::printf("gone %.1f ms after SIGTERM\n", gone);
  return driven.problem.empty() && gone >= 0 && kept("memory in MiB", mib, options.gate_mib) ? 0 : 1;
}

// The process that drives: reads the names of the ports, a line each, and says `b` when the data begins and
// `k` when all of it came.
[[noreturn]] void drive_in_child(const Options& options, int names, int news) {
  std::vector<std::string> ports(1);
  for (char c; ::read(names, &c, 1) == 1;) c == '\n' ? void(ports.emplace_back()) : void(ports.back() += c);
  ports.pop_back();
  const auto tell = [news](char what) { [[maybe_unused]] const auto told = ::write(news, &what, 1); };
  const auto driven = bench::drive(drive_of(options, std::move(ports)), [&] { tell('b'); });
  print_calls(options, driven);
  std::fflush(stdout);
  tell(driven.problem.empty() ? 'k' : 'f');
  ::_exit(driven.problem.empty() ? 0 : 1);
}

class Here {
 public:
  explicit Here(const Options& options)
      : options_(options)
      , lateness_(options.pace)
      , fleet_(context_.get_executor(), emulator::embedded_exchange(), options.pace,
               [this](unsigned, std::unique_ptr<emulator::Dce> modem, serve::Serving serving) {
                 auto timed = std::make_unique<bench::TimedDce>(std::move(modem), lateness_);
                 return serve::on_pty(context_.get_executor(), std::move(timed), "", std::move(serving));
               }) {}

  std::string add_all(std::string& names) {
    for (unsigned n = 1; n <= options_.modems; ++n) {
      emulator::Station station;
      station.subscriber.self.number = std::to_string(5550200 + n);
      if (auto wrong = fleet_.add(std::move(station)); !wrong.empty()) return wrong;
      names += fleet_.port(n) + '\n';
    }
    return {};
  }

  void run(int news) {
    news_.assign(news);
    listen();
    fleet_.run([](unsigned n, const std::exception_ptr&) { std::printf("modem %u is gone\n", n); });
    context_.run();
  }

  int report() {
    const double mib = bench::peak_mib(::getpid());
    const double real_ms = 1000 * options_.seconds;
    std::printf("before the data: late by %.1f ms at most, of %zu deadlines\n", before_.max_ms(),
                before_.deadlines());
    std::printf(
        "with the data: late by %.1f ms at most, one in 1000 by more than %.1f ms, of %zu deadlines\n",
        lateness_.max_ms(), lateness_.one_in(1000), lateness_.deadlines());
    std::printf("peak memory %.1f MiB, processor %.0f %% of a core\n", mib, 100 * processor_ / real_ms);
    const double late = std::max(before_.max_ms(), lateness_.max_ms());
    const bool good =
        kept("memory in MiB", mib, options_.gate_mib) && kept("ms late", late, options_.gate_late);
    return good ? 0 : 1;
  }

 private:
  void listen() {
    news_.async_read_some(asio::buffer(&what_, 1), [this](boost::system::error_code error, std::size_t) {
      if (!error && what_ == 'b') {
        before_ = lateness_;
        lateness_.forget();
        processor_ = processor_ms();
        return listen();
      }
      processor_ = processor_ms() - processor_;
      fleet_.stop();
    });
  }

  const Options& options_;
  asio::io_context context_{1};
  bench::Lateness lateness_, before_{1};
  serve::Fleet fleet_;
  asio::posix::stream_descriptor news_{context_};
  char what_ = 0;
  double processor_ = 0;
};

int with_fleet(const Options& options) {
  int names[2], news[2];
  if (::pipe(names) != 0 || ::pipe(news) != 0) return 1;
  const pid_t driver = ::fork();
  if (driver == 0) {
    ::close(names[1]);
    ::close(news[0]);
    drive_in_child(options, names[0], news[1]);
  }
  ::close(names[0]);
  ::close(news[1]);
  Here here(options);
  std::string text;
  if (const auto wrong = here.add_all(text); !wrong.empty()) {
    std::printf("failed: %s\n", wrong.c_str());
    return 1;
  }
  [[maybe_unused]] const auto told = ::write(names[1], text.data(), text.size());
  ::close(names[1]);
  here.run(news[0]);
  int status = 1;
  ::waitpid(driver, &status, 0);
  return status == 0 ? here.report() : 1;
}

} // namespace

int main(int count, char** arguments) {
  Options options;
  if (!read_options(count, arguments, options)) {
    std::fprintf(stderr, "bench-fleet [--modems N] [--seconds S] [--rate B] [--pace P] [--gate-mib M] "
                         "[--gate-late MS] [--program DIALBENCH]\n");
    return 64;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  return options.program.empty() ? with_fleet(options) : with_program(options);
}
