// What runs a session on a port: three coroutines (one reads, one writes, one watches the time) around one
// machine.
//
// Each of them tells the machine what happened and then settles: carries out what the machine asks of the
// port, wakes the writer when there is output, and moves the alarm to the next moment that matters. A write
// that stalls keeps neither the reader nor a deadline waiting. When the machine is over, all three are ended
// and awaited.
//
// `Machine` has the interface of session::Session; tests put small machines of their own here.
#pragma once

#include "harness/port/port.hpp"
#include "harness/runner/alarm.hpp"
#include "harness/runner/event.hpp"
#include "harness/runner/join.hpp"
#include "harness/runner/notes.hpp"
#include "harness/runner/paced_clock.hpp"
#include "harness/runner/recorder.hpp"
#include "harness/runner/stopper.hpp"
#include "harness/session/port_request.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/error.hpp>

#include <algorithm>
#include <array>
#include <functional>
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
  Shell(const boost::asio::any_io_executor& executor, Machine& machine, port::Port& port,
        ShellOptions options)
      : machine_(machine)
      , port_(port)
      , progress_(std::move(options.progress))
      , stopper_(options.stopper)
      , clock_(options.pace)
      , recorder_(port.name(), std::move(options.record), std::move(options.cover))
      , alarm_(executor)
      , join_(executor) {}
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;
  ~Shell() {
    if (stopper_) stopper_->attach({});
  }

  boost::asio::awaitable<void> run() {
    begin();
    if (!over_) {
      join_.start(read());
      join_.start(write());
      join_.start(keep_time());
      std::function<void()> abandon = [this] { finish(); };
      co_await join_.wait(std::move(abandon));
    }
  }

 private:
  using Steady = PacedClock::Steady;
  using Moment = Steady::time_point;
  static constexpr auto lines_every = std::chrono::milliseconds(50);
  static constexpr auto progress_every = std::chrono::milliseconds(250);
  static constexpr std::size_t write_max = 4096;

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
    settle();
  }

  boost::asio::awaitable<void> read() {
    std::array<char, 4096> buffer;
    const std::span<char> room(buffer);
    while (!over_ && !failed_) {
      const auto opened = opened_;
      boost::system::error_code error;
      const auto count = co_await port_.read_some(room, error);
      const auto now = clock_.now();
      if (count > 0) recorder_.received({buffer.data(), count}, now);
      if (over_) break;
      if (count > 0) {
        machine_.receive({buffer.data(), count}, now);
      } else if (opened == opened_) {
        fail(error ? error : boost::asio::error::eof);
      }
      settle();
    }
  }

  boost::asio::awaitable<void> write() {
    while (!over_ && !failed_) {
      if (machine_.output().empty()) {
        co_await output_.wait();
        continue;
      }
      // A copy: the machine may add to its output while the port takes its time.
      outgoing_.assign(machine_.output().substr(0, write_max));
      const bool secret = machine_.output_is_secret();
      const auto opened = opened_;
      const std::span<const char> bytes(outgoing_);
      boost::system::error_code error;
      const auto count = co_await port_.write_some(bytes, error);
      const auto now = clock_.now();
      if (count > 0) recorder_.sent(std::string_view(outgoing_).substr(0, count), secret, now);
      if (over_) break;
      if (count > 0) {
        machine_.sent(count, now);
      } else if (opened == opened_) {
        fail(error ? error : boost::asio::error::eof);
      }
      settle();
    }
  }

  boost::asio::awaitable<void> keep_time() {
    while (!over_) {
      co_await alarm_.wait();
      if (over_) break;
      const auto moment = Steady::now();
      const bool ticked = tick(moment);
      const bool unbroken = moment >= break_until_ && end_break();
      const bool lines_changed = moment >= lines_due_ && look_at_lines(moment);
      if (ticked || unbroken || lines_changed || moment >= progress_due_) {
        settle();
      } else {
        alarm_.set(next_moment());
      }
    }
  }

  void stop() {
    if (over_) return;
    machine_.stop(clock_.now());
    settle();
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

  // What follows every word to the machine.
  void settle() {
    if (over_) return;
    carry_out_requests();
    const auto moment = Steady::now();
    if (tick(moment)) carry_out_requests();
    if (progress_) {
      progress_due_ = moment + progress_every;
      progress_(clock_.at(moment));
      if (over_) return; // it asked to stop
    }
    if (machine_.outcome() != nullptr) return finish();
    alarm_.set(next_moment());
    if (!machine_.output().empty()) output_.set();
  }

  bool tick(Moment moment) {
    const auto now = clock_.at(moment);
    const auto deadline = machine_.deadline();
    if (!deadline || *deadline > now) return false;
    ticked_ = moment;
    machine_.tick(now);
    return true;
  }

  [[nodiscard]] Moment next_moment() const {
    auto next = std::min({lines_due_, progress_due_, break_until_});
    if (const auto deadline = machine_.deadline()) {
      // A deadline that a tick has not moved is asked for once a millisecond, not in a spin.
      const auto soonest = ticked_ + std::chrono::milliseconds(1);
      const bool passed = *deadline <= clock_.at(ticked_);
      next = std::min(next, passed ? soonest : clock_.when(*deadline));
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

  void finish() {
    over_ = true;
    end_break();
    port_.cancel();
    alarm_.ring();
    output_.set();
  }

  Machine& machine_;
  port::Port& port_;
  std::function<void(Time)> progress_;
  Stopper* stopper_;
  PacedClock clock_;
  Recorder recorder_;
  Alarm alarm_;
  Event output_;
  Join join_;

  std::string outgoing_;
  std::optional<evidence::ModemLines> lines_;
  Moment lines_due_ = Moment::max();
  Moment progress_due_ = Moment::max();
  Moment break_until_ = Moment::max();
  Moment ticked_{}; // before the start
  session::RequestId break_request_ = 0;
  unsigned opened_ =
      0; // how often it was opened again; what was pending then ends with an error that is none
  bool failed_ = false;
  bool over_ = false;
};

} // namespace dialbench::runner
