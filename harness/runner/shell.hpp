// What runs a session on a port: one coroutine reads, a timer watches the time, and what is to be written is
// written at once; only what the port does not take at once is left to a second coroutine.
//
// Each of them tells the machine what happened and then settles: carries out what the machine asks of the
// port, writes what there is to write, and moves the alarm to the next moment that matters. A write that
// stalls keeps neither the reader nor a deadline waiting. When the machine is over, everything pending is
// ended and awaited.
//
// A command and its reply so cost one write, one read and one wait for the port, as in a loop written by hand
// (docs/performance.md).
//
// `Machine` has the interface of session::Session; tests put small machines of their own here.
#pragma once

#include "harness/port/port.hpp"
#include "harness/runner/join.hpp"
#include "harness/runner/notes.hpp"
#include "harness/runner/paced_clock.hpp"
#include "harness/runner/recorder.hpp"
#include "harness/runner/stopper.hpp"
#include "harness/runner/wake.hpp"
#include "harness/session/port_request.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace dialbench::runner {

struct ShellOptions {
  double pace = 1.0;
  Recorder::Sink record;
  Recorder::Cover cover;
  std::function<void(Time now)> progress;
  Stopper* stopper = nullptr;
};

template <class Machine>
class Shell {
 public:
  // Takes what is in `options`.
  Shell(const boost::asio::any_io_executor& executor, Machine& machine, port::Port& port,
        ShellOptions& options)
      : machine_(machine)
      , port_(port)
      , progress_(std::move(options.progress))
      , stopper_(options.stopper)
      , clock_(options.pace)
      , recorder_(port.name(), std::move(options.record), std::move(options.cover))
      , executor_(executor)
      , alarm_(executor, [this] { guarded([this] { on_alarm(); }); }) {}
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;
  ~Shell() {
    if (stopper_) stopper_->attach({});
  }

  // Runs the machine to its end, in one coroutine.
  static boost::asio::awaitable<void> run(Machine& machine, port::Port& port, ShellOptions options) {
    const auto executor = co_await boost::asio::this_coro::executor;
    Shell shell(executor, machine, port, options);
    // A cancelled caller must still wait for what is pending: it holds references to what the caller owns.
    const bool throws = co_await boost::asio::this_coro::throw_if_cancelled();
    co_await boost::asio::this_coro::throw_if_cancelled(false);
    shell.guarded([&] { shell.begin(); });
    std::array<char, read_max> buffer;
    const std::span<char> room(buffer);
    while (!shell.over_) {
      const auto state = co_await boost::asio::this_coro::cancellation_state;
      if (state.cancelled() != boost::asio::cancellation_type::none) {
        shell.finish();
        break;
      }
      if (shell.failed_) {
        boost::system::error_code ended;
        auto token = boost::asio::redirect_error(boost::asio::use_awaitable, ended);
        co_await shell.over_timer().async_wait(token);
        continue;
      }
      const auto opened = shell.opened_;
      boost::system::error_code error;
      shell.reading_ = true;
      const auto count = co_await port.read_some(room, error);
      shell.reading_ = false;
      const auto after = co_await boost::asio::this_coro::cancellation_state;
      if (count == 0 && after.cancelled() != boost::asio::cancellation_type::none) continue;
      shell.guarded([&] { shell.on_read({buffer.data(), count}, error, opened); });
    }
    if (shell.writer_) {
      std::function<void()> abandon = [] {};
      co_await shell.writer_->wait(std::move(abandon));
    }
    co_await boost::asio::this_coro::throw_if_cancelled(throws);
    if (shell.failure_) std::rethrow_exception(shell.failure_);
  }

 private:
  using Steady = PacedClock::Steady;
  using Moment = Steady::time_point;
  static constexpr auto lines_every = std::chrono::milliseconds(50);
  static constexpr auto progress_every = std::chrono::milliseconds(250);
  static constexpr std::size_t write_max = 4096;
  // A port of its own needs its buffer all the time; 512 of them on one thread are to stay small. A reply
  // fits, and what is longer takes a second read.
  static constexpr std::size_t read_max = 256;
  // So many writes in a row; others on the thread have their turn then.
  static constexpr unsigned writes_max = 8;

  // Whatever `work` throws, of a progress display for example, ends the run and is thrown by it.
  template <class Work>
  void guarded(Work&& work) noexcept {
    try {
      work();
    } catch (...) {
      if (!failure_) failure_ = std::current_exception();
      finish();
    }
  }

  void begin() {
    if (stopper_) stopper_->attach([this] { stop(); });
    const auto moment = Steady::now();
    if (progress_) progress_due_ = moment + progress_every;
    machine_.start(clock_.at(moment));
    lines_ = port_.lines();
    if (lines_) {
      lines_due_ = moment + lines_every;
      machine_.lines_changed(*lines_, clock_.at(moment));
    }
    for (unsigned asked = stopper_ ? stopper_->asked() : 0; asked > 0; --asked)
      machine_.stop(clock_.at(moment));
    settle(moment);
  }

  void on_read(std::string_view bytes, const boost::system::error_code& error, unsigned opened) {
    const auto moment = Steady::now();
    if (!bytes.empty()) recorder_.received(bytes, clock_.at(moment));
    if (over_) return;
    if (!bytes.empty()) {
      machine_.receive(bytes, clock_.at(moment));
    } else if (opened == opened_) {
      fail(error ? error : boost::asio::error::eof);
    }
    settle(moment);
  }

  // What the port did not take at once.
  boost::asio::awaitable<void> write() {
    while (!over_ && !failed_ && !machine_.output().empty()) {
      // A copy: the machine may add to its output while the port takes its time.
      outgoing_.assign(machine_.output().substr(0, write_max));
      const bool secret = machine_.output_is_secret();
      const auto opened = opened_;
      const std::span<const char> bytes(outgoing_);
      boost::system::error_code error;
      const auto count = co_await port_.write_some(bytes, error);
      guarded([&] {
        if (count > 0) return on_written(std::string_view(outgoing_).substr(0, count), secret, Steady::now());
        if (!over_ && opened == opened_) fail(error ? error : boost::asio::error::eof);
      });
      guarded([&] { settle(Steady::now()); });
    }
    writing_ = false;
  }

  void on_written(std::string_view bytes, bool secret, Moment moment) {
    const auto now = clock_.at(moment);
    recorder_.sent(bytes, secret, now);
    if (!over_) machine_.sent(bytes.size(), now);
  }

  // True: the port took something, at `moment` then, and the machine was told.
  bool write_now(unsigned writes, Moment& moment) {
    const auto output = machine_.output();
    if (output.empty() || writing_ || failed_) return false;
    if (writes < writes_max) {
      const auto chunk = output.substr(0, write_max);
      boost::system::error_code error;
      const auto count = port_.write_now(std::span<const char>(chunk), error);
      if (count > 0 || error) moment = Steady::now();
      if (count > 0) return on_written(chunk.substr(0, count), machine_.output_is_secret(), moment), true;
      if (error) return fail(error), true;
    }
    writing_ = true;
    if (!writer_) writer_ = std::make_unique<Join>(executor_);
    writer_->start(write());
    return false;
  }

  void on_alarm() {
    const auto moment = Steady::now();
    const bool ticked = tick(moment);
    const bool unbroken = moment >= break_until_ && end_break();
    const bool lines_changed = moment >= lines_due_ && look_at_lines(moment);
    if (ticked || unbroken || lines_changed || moment >= progress_due_) {
      settle(moment);
    } else {
      alarm_.set(next_moment());
    }
  }

  void stop() {
    if (over_) return;
    guarded([this] {
      const auto moment = Steady::now();
      machine_.stop(clock_.at(moment));
      settle(moment);
    });
  }

  // Once only, whichever of reader and writer sees it first.
  void fail(const boost::system::error_code& error) {
    if (!failed_) fail(port_.problem(error));
  }
  void fail(const evidence::PortProblem& problem) {
    failed_ = true;
    const auto now = clock_.now();
    recorder_.note(text_of(problem), now);
    machine_.port_failed(problem, now);
  }

  // What follows every word to the machine; `moment`: when that was.
  void settle(Moment moment) {
    for (unsigned writes = 0; !over_; ++writes) {
      carry_out_requests();
      if (tick(moment)) {
        carry_out_requests();
        deadline_ = machine_.deadline();
      }
      if (progress_) {
        progress_due_ = moment + progress_every;
        progress_(clock_.at(moment));
        if (over_) return; // it asked to stop
      }
      if (machine_.outcome() != nullptr) return finish();
      if (!write_now(writes, moment)) break;
    }
    if (!over_) alarm_.set(next_moment());
  }

  bool tick(Moment moment) {
    const auto now = clock_.at(moment);
    deadline_ = machine_.deadline();
    if (!deadline_ || *deadline_ > now) return false;
    ticked_ = moment;
    machine_.tick(now);
    return true;
  }

  [[nodiscard]] Moment next_moment() const {
    auto next = std::min({lines_due_, progress_due_, break_until_});
    if (deadline_) {
      // A deadline that a tick has not moved is asked for once a millisecond, not in a spin.
      const auto soonest = ticked_ + std::chrono::milliseconds(1);
      const bool passed = *deadline_ <= clock_.at(ticked_);
      next = std::min(next, passed ? soonest : clock_.when(*deadline_));
    }
    return next;
  }

  bool look_at_lines(Moment moment) {
    const auto lines = port_.lines();
    lines_due_ = lines ? moment + lines_every : Moment::max();
    if (!lines || lines == lines_) return false;
    lines_ = lines;
    recorder_.note(text_of(*lines), clock_.at(moment));
    machine_.lines_changed(*lines, clock_.at(moment));
    return true;
  }

  void carry_out_requests() {
    while (machine_.outcome() == nullptr) {
      const auto request = machine_.next_request();
      if (!request) return;
      const auto note = text_of(*request);
      if (!note.empty()) recorder_.note(note, clock_.now());
      if (const auto answer = carry_out(*request)) machine_.answered(request->id, *answer, clock_.now());
    }
  }

  // Nothing: the answer comes later.
  std::optional<session::PortAnswer> carry_out(const session::PortRequest& request) {
    using Kind = session::PortRequest::Kind;
    switch (request.kind) {
    case Kind::set_lines: return supported(port_.set_lines(request.dtr, request.rts));
    case Kind::read_lines: return read_lines();
    case Kind::send_break: return begin_break(request);
    case Kind::discard_input: port_.discard_input(); return supported(true);
    case Kind::reopen: return reopen();
    }
    return supported(false);
  }

  static session::PortAnswer supported(bool yes) {
    session::PortAnswer answer;
    answer.kind = yes ? session::PortAnswer::Kind::done : session::PortAnswer::Kind::not_supported;
    return answer;
  }

  session::PortAnswer read_lines() {
    const auto lines = port_.lines();
    const auto uart = port_.uart_errors();
    auto answer = supported(lines || uart);
    answer.lines = lines;
    answer.uart = uart;
    return answer;
  }

  std::optional<session::PortAnswer> begin_break(const session::PortRequest& request) {
    end_break();
    if (!port_.set_break(true)) return supported(false);
    break_request_ = request.id;
    break_until_ = Steady::now() + clock_.real(request.duration);
    return std::nullopt;
  }
  // True: there was one, and the machine was told that it is over.
  bool end_break() {
    if (break_until_ == Moment::max()) return false;
    break_until_ = Moment::max();
    port_.set_break(false);
    if (over_) return false;
    machine_.answered(break_request_, supported(true), clock_.now());
    return true;
  }

  session::PortAnswer reopen() {
    ++opened_;
    const auto problem = port_.reopen();
    if (!problem) return supported(true);
    if (!failed_) fail(*problem);
    session::PortAnswer answer;
    answer.kind = session::PortAnswer::Kind::refused;
    return answer;
  }

  void finish() noexcept {
    if (over_) return;
    over_ = true;
    end_break();
    if (reading_ || writing_) port_.cancel();
    alarm_.stop();
    if (over_timer_) over_timer_->cancel();
  }

  // Never fires; cancelled when the run is over. Needed only where a machine goes on after the port's
  // failure.
  boost::asio::steady_timer& over_timer() {
    if (!over_timer_) over_timer_ = std::make_unique<boost::asio::steady_timer>(executor_, Moment::max());
    return *over_timer_;
  }

  Machine& machine_;
  port::Port& port_;
  std::function<void(Time)> progress_;
  Stopper* stopper_;
  PacedClock clock_;
  Recorder recorder_;
  boost::asio::any_io_executor executor_;
  Wake alarm_;
  std::unique_ptr<Join> writer_; // these two: few calls ever need them
  std::unique_ptr<boost::asio::steady_timer> over_timer_;
  std::exception_ptr failure_;

  std::string outgoing_;
  std::optional<evidence::ModemLines> lines_;
  Moment lines_due_ = Moment::max();
  Moment progress_due_ = Moment::max();
  Moment break_until_ = Moment::max();
  std::optional<Time> deadline_; // of the machine, after the last word to it
  Moment ticked_{};              // before the start
  session::RequestId break_request_ = 0;
  unsigned opened_ =
      0; // how often it was opened again; what was pending then ends with an error that is none
  bool reading_ = false;
  bool writing_ = false;
  bool failed_ = false;
  bool over_ = false;
};

} // namespace dialbench::runner
