// attempt-driver [--memory] [--transcript PATH] ATTEMPTS SCRIPT PORT...: the attempts of the benchmark by the
// real driver: port, runner, session with its deadlines and its evidence, and a transcript of every byte
// where one is asked for (for each port PATH with the port's number behind it). It prints the processor time
// of its attempts in microseconds, opening and closing left out; --memory: before that the private memory in
// KiB when the first port is through with its attempts. Status 1 where an attempt ends otherwise than busy.
#include "harness/app/transcript_file.hpp"
#include "harness/port/port.hpp"
#include "harness/runner/run.hpp"
#include "harness/script/read.hpp"
#include "tests/bench/attempt/cpu.hpp"
#include "tests/bench/attempt/memory.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace dialbench;

struct Options {
  bool memory = false;
  std::string transcript;
  long attempts = 0;
  std::string script;
  std::vector<std::string> ports;
};

bool read_options(int count, char** arguments, Options& options) {
  std::vector<std::string> rest;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = arguments[i];
    if (rest.empty() && word == "--memory") {
      options.memory = true;
    } else if (rest.empty() && word == "--transcript" && i + 1 < count) {
      options.transcript = arguments[++i];
    } else {
      rest.emplace_back(word);
    }
  }
  if (rest.size() < 3) return false;
  options.attempts = std::strtol(rest[0].c_str(), nullptr, 10);
  options.script = rest[1];
  options.ports.assign(rest.begin() + 2, rest.end());
  return options.attempts > 0;
}

class Driver {
 public:
  Driver(const Options& options, script::Script script)
      : options_(options)
      , script_(std::make_shared<const script::Script>(std::move(script))) {}

  int run() {
    if (!open_ports()) return 1;
    open_transcripts();
    const double start = bench::cpu_us();
    for (std::size_t i = 0; i < ports_.size(); ++i) {
      auto failed = [this](const std::exception_ptr& failure) { good_ = good_ && !failure; };
      boost::asio::co_spawn(context_, attempts(i), std::move(failed));
    }
    context_.run();
    std::printf("%.0f\n", bench::cpu_us() - start);
    return good_ ? 0 : 1;
  }

 private:
  // All of them before the first is used: opening is no part of an attempt.
  bool open_ports() {
    std::vector<port::Settings> settings(options_.ports.size());
    for (std::size_t i = 0; i < settings.size(); ++i) settings[i].name = options_.ports[i];
    for (auto& opened : port::open_serial(context_.get_executor(), settings)) {
      if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().detail.c_str());
        return false;
      }
      ports_.push_back(std::move(*opened));
    }
    return true;
  }

  // They are closed when all ports are through: neither is that a part of an attempt, nor may it keep others
  // waiting that have attempts to make.
  void open_transcripts() {
    if (options_.transcript.empty()) return;
    for (std::size_t i = 0; i < ports_.size(); ++i)
      transcripts_.push_back(std::make_unique<app::TranscriptFile>(options_.transcript + std::to_string(i),
                                                                   transcript::Format::text));
  }

  [[nodiscard]] session::Session session_on(const port::Port& port, unsigned epoch) const {
    session::Options given;
    given.command_gap = {};
    given.rules.line_simulator = true;
    given.emulated = true;
    given.epoch = epoch;
    given.port_name = port.name();
    return session::Session(script_, std::move(given));
  }

  boost::asio::awaitable<void> attempts(std::size_t number) {
    port::Port& port = *ports_[number];
    app::TranscriptFile* const transcript = transcripts_.empty() ? nullptr : transcripts_[number].get();
    unsigned epoch = 0;
    for (long i = 0; i < options_.attempts; ++i) {
      auto session = session_on(port, epoch);
      runner::Run run;
      if (transcript != nullptr)
        run.record = [transcript](const transcript::Event& event) { transcript->keep(event); };
      co_await runner::run(session, port, std::move(run));
      const auto* outcome = session.outcome();
      good_ = good_ && outcome != nullptr && outcome->outcome == evidence::OutcomeClass::busy;
      if (!good_) co_return;
      epoch = outcome->evidence.epoch;
    }
    if (options_.memory && !told_) std::printf("%ld\n", bench::private_kib());
    told_ = true;
  }

  const Options& options_;
  std::shared_ptr<const script::Script> script_;
  boost::asio::io_context context_{1};
  std::vector<std::unique_ptr<port::Port>> ports_;
  std::vector<std::unique_ptr<app::TranscriptFile>> transcripts_; // of the ports, where they are asked for
  bool good_ = true;
  bool told_ = false;
};

} // namespace

int main(int count, char** arguments) {
  Options options;
  if (!read_options(count, arguments, options)) {
    std::fputs("usage: attempt-driver [--memory] [--transcript PATH] ATTEMPTS SCRIPT PORT...\n", stderr);
    return 64;
  }
  const auto text = script::read_file(options.script);
  script::NumberRules rules;
  rules.line_simulator = true;
  auto script = text ? script::read_toml(*text, options.script, {}, rules)
                     : at::Expected<script::Script, script::Fault>(at::Unexpected{text.error()});
  if (!script) {
    std::fprintf(stderr, "%s\n", script::shown(script.error()).c_str());
    return 64;
  }
  return Driver(options, std::move(*script)).run();
}
