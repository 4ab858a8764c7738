// The one timer of an executor's context, for all that want to be called at a moment (Wake).
//
// It is armed for the earliest moment, and stays armed when that moment is taken back or moved later: it
// fires then for nothing, and is armed again. So neither the steps of a script nor the end of one call and
// the beginning of the next touch it. While nobody waits, the armed timer does not keep the context running.
#pragma once

#include <boost/asio/execution_context.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstdint>
#include <optional>

namespace dialbench::runner {

class Wake;

// For the one thread that runs the context.
class Clockwork final : public boost::asio::execution_context::service {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  // A moment farther away is approached in steps, so that a short deadline behind a long one is rarely
  // earlier than what is armed: shorter than what a command is usually given (5 s), and long enough to be no
  // load.
  static constexpr std::chrono::seconds step_max{4};
  static boost::asio::execution_context::id id; // as Asio wants it of a service

  explicit Clockwork(boost::asio::execution_context& context);

  void add(Wake& wake) noexcept;
  void remove(Wake& wake) noexcept;
  void moved(Wake& wake, Moment to);
  [[nodiscard]] Moment armed() const noexcept { return armed_; } // max: not

 private:
  void shutdown() override { timer_.reset(); }
  void arm(Moment moment);
  void fired(std::uint64_t number);
  void call_those_due();
  void count(bool counted);

  boost::asio::io_context::executor_type executor_;
  std::optional<boost::asio::steady_timer> timer_; // nothing: the context is at its end
  Wake* first_ = nullptr;
  std::size_t waiting_ = 0;
  Moment armed_ = Moment::max();
  std::uint64_t number_ = 0; // of the last wait; handlers of earlier ones find another
  std::uint64_t round_ = 0;
  bool pending_ = false; // a wait is
  bool counted_ = false; // it counts as work of the context
};

} // namespace dialbench::runner
