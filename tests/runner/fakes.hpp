// A port and a machine for tests of the shell: both do what a test tells them, and keep what was asked of
// them.
#pragma once

#include "harness/evidence/outcome.hpp"
#include "harness/port/port.hpp"
#include "harness/runner/shell.hpp"
#include "harness/session/port_request.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::tests {

// An operation that waits, and belongs to the io_context as those of a real port do.
class Pending {
 public:
  explicit Pending(const boost::asio::any_io_executor& executor)
      : timer_(executor, boost::asio::steady_timer::time_point::max()) {}
  boost::asio::awaitable<void> wait(boost::system::error_code& error) {
    cancelled_ = woken_ = false;
    boost::system::error_code ignored;
    auto token = boost::asio::redirect_error(boost::asio::use_awaitable, ignored);
    co_await timer_.async_wait(token);
    // Neither: the caller's own cancellation.
    if (cancelled_ || !woken_) error = boost::asio::error::operation_aborted;
  }
  void wake() {
    woken_ = true;
    timer_.cancel();
  }
  void cancel() {
    cancelled_ = true;
    wake();
  }

 private:
  boost::asio::steady_timer timer_;
  bool cancelled_ = false;
  bool woken_ = false;
};

// In memory. Reads wait until give(); writes are taken at once, `takes` bytes at a time, or never (0).
class FakePort final : public port::Port {
 public:
  explicit FakePort(const boost::asio::any_io_executor& executor)
      : reads_(executor)
      , writes_(executor) {}

  boost::asio::awaitable<std::size_t> read_some(std::span<char> buffer,
                                                boost::system::error_code& error) override {
    while (input.empty() && !input_error && !error) co_await reads_.wait(error);
    if (error) co_return 0;
    if (input.empty()) {
      ++failed_reads;
      error = input_error;
      co_return 0;
    }
    const auto count = std::min(buffer.size(), input.size());
    std::copy_n(input.begin(), count, buffer.begin());
    input.erase(0, count);
    co_return count;
  }
  boost::asio::awaitable<std::size_t> write_some(std::span<const char> bytes,
                                                 boost::system::error_code& error) override {
    ++writes;
    while (takes == 0 && !output_error && !error) co_await writes_.wait(error);
    if (error) co_return 0;
    if (output_error) {
      error = output_error;
      co_return 0;
    }
    const auto count = std::min(bytes.size(), takes);
    output.append(bytes.data(), count);
    if (on_write) on_write(output);
    co_return count;
  }
  void cancel() noexcept override {
    ++cancels;
    reads_.cancel();
    writes_.cancel();
  }
  void close() noexcept override { closed = true; }
  std::optional<evidence::ModemLines> lines() noexcept override { return ++looks, modem_lines; }
  std::optional<evidence::UartErrors> uart_errors() noexcept override { return uart; }
  bool set_lines(std::optional<bool> dtr, std::optional<bool> rts) noexcept override {
    if (!modem_lines) return false;
    done.push_back(std::string("dtr ") + shown(dtr) + " rts " + shown(rts));
    return true;
  }
  bool set_break(bool on) noexcept override {
    if (!can_break) return false;
    done.push_back(on ? "break on" : "break off");
    return true;
  }
  void discard_input() noexcept override { done.push_back("discarded"), input.clear(); }
  // What was pending ends with operation_aborted, as a closed descriptor's operations do.
  std::optional<evidence::PortProblem> reopen() override {
    done.push_back("reopened");
    cancel();
    return reopen_problem;
  }
  [[nodiscard]] evidence::PortProblem problem(const boost::system::error_code& error) const override {
    evidence::PortProblem problem;
    problem.system_error = error.value();
    return problem;
  }
  [[nodiscard]] const std::string& name() const noexcept override { return name_; }

  void give(std::string_view bytes) { input += bytes, reads_.wake(); }
  void fail_input(boost::system::error_code error) { input_error = error, reads_.wake(); }
  void fail_output(boost::system::error_code error) { output_error = error, writes_.wake(); }
  void take(std::size_t bytes) { takes = bytes, writes_.wake(); }

  std::string input, output;
  boost::system::error_code input_error, output_error;
  std::size_t takes = 1000;
  std::optional<evidence::ModemLines> modem_lines;
  std::optional<evidence::UartErrors> uart;
  std::optional<evidence::PortProblem> reopen_problem;
  bool can_break = true;
  bool closed = false;
  unsigned writes = 0, cancels = 0, looks = 0, failed_reads = 0;
  std::vector<std::string> done;
  std::function<void(const std::string& output)> on_write;

 private:
  static const char* shown(std::optional<bool> line) { return !line ? "-" : *line ? "on" : "off"; }

  std::string name_ = "fake";
  Pending reads_, writes_;
};

// Has session::Session's interface. It logs what it hears; the functions are its behaviour.
struct FakeMachine {
  void start(Time now) { hear("start", now), call(on_start); }
  void receive(std::string_view bytes, Time now) {
    hear("received " + std::string(bytes), now), call(on_receive);
  }
  void sent(std::size_t bytes, Time now) {
    hear("sent " + std::to_string(bytes), now);
    pending.erase(0, bytes);
    call(on_sent);
  }
  void answered(session::RequestId id, const session::PortAnswer& answer, Time now) {
    hear("answered " + std::to_string(id) + " " + std::to_string(static_cast<int>(answer.kind)), now);
    answers.push_back(answer);
    call(on_answer);
  }
  void lines_changed(const evidence::ModemLines& lines, Time now) {
    hear(lines.dcd ? "dcd on" : "dcd off", now), call(on_lines);
  }
  void port_failed(const evidence::PortProblem& problem, Time now) {
    hear("port failed " + std::to_string(problem.system_error), now), call(on_failed);
  }
  void stop(Time now) { hear("stop", now), call(on_stop); }
  void tick(Time now) { hear("tick", now), call(on_tick); }

  [[nodiscard]] std::string_view output() const noexcept { return pending; }
  [[nodiscard]] bool output_is_secret() const noexcept { return secret; }
  std::optional<session::PortRequest> next_request() {
    if (requests.empty()) return std::nullopt;
    auto request = requests.front();
    requests.pop_front();
    return request;
  }
  [[nodiscard]] std::optional<Time> deadline() const noexcept { return due; }
  [[nodiscard]] const evidence::Outcome* outcome() const noexcept { return over ? &end : nullptr; }

  void say(std::string_view bytes) { pending += bytes; }
  void ask(session::PortRequest::Kind kind, session::RequestId id) {
    session::PortRequest request;
    request.kind = kind;
    request.id = id;
    requests.push_back(request);
  }
  void finish() { over = true, due.reset(); }

  using Behaviour = std::function<void()>;
  Behaviour on_start, on_receive, on_sent, on_answer, on_lines, on_tick;
  Behaviour on_failed = [this] { finish(); };
  Behaviour on_stop = [this] { finish(); };
  std::vector<std::string> heard;
  std::vector<Time> times;
  std::vector<session::PortAnswer> answers;
  std::string pending;
  std::deque<session::PortRequest> requests;
  std::optional<Time> due;
  bool secret = false;
  bool over = false;
  evidence::Outcome end;

 private:
  void hear(std::string what, Time now) { heard.push_back(std::move(what)), times.push_back(now); }
  static void call(const Behaviour& behaviour) {
    if (behaviour) behaviour();
  }
};

// One run of a machine on a port. It must end by itself; the limit only keeps a wrong test from hanging.
struct Bench {
  boost::asio::io_context io{1};
  FakePort port{io.get_executor()};
  FakeMachine machine;
  runner::ShellOptions options;
  bool ended = false;
  std::exception_ptr failure;

  void run() {
    boost::asio::co_spawn(io, runner::Shell<FakeMachine>::run(machine, port, std::move(options)),
                          [this](std::exception_ptr error) { ended = true, failure = error; });
    io.run_for(std::chrono::seconds(20));
  }
};

} // namespace dialbench::tests
