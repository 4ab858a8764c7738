// Calls a function at a moment that others move about: the alarm of whoever is no coroutine. Moving it costs
// nothing, except to a moment earlier than all others of the context (Clockwork).
#pragma once

#include "harness/runner/clockwork.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/query.hpp>

#include <functional>
#include <utility>

namespace dialbench::runner {

class Wake {
 public:
  using Moment = Clockwork::Moment;

  // `executor`: an io_context's, or what leads to one. `call` must not throw; it is never called after the
  // end of this object.
  Wake(const boost::asio::any_io_executor& executor, std::function<void()> call)
      : clockwork_(boost::asio::use_service<Clockwork>(
            boost::asio::query(executor, boost::asio::execution::context)))
      , call_(std::move(call)) {
    clockwork_.add(*this);
  }
  Wake(const Wake&) = delete;
  Wake& operator=(const Wake&) = delete;
  ~Wake() {
    stop();
    clockwork_.remove(*this);
  }

  // Moment::max(): not at all.
  void set(Moment moment) { clockwork_.moved(*this, moment); }
  void stop() { set(Moment::max()); }

 private:
  friend class Clockwork;
  Clockwork& clockwork_;
  std::function<void()> call_;
  Moment wanted_ = Moment::max();
  std::uint64_t round_ = 0; // of the last call
  Wake* previous_ = nullptr;
  Wake* next_ = nullptr;
};

} // namespace dialbench::runner
