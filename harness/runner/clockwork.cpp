#include "harness/runner/clockwork.hpp"

#include "harness/runner/wake.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::runner {

boost::asio::execution_context::id Clockwork::id;

Clockwork::Clockwork(boost::asio::execution_context& context)
    : service(context)
    , executor_(static_cast<boost::asio::io_context&>(context).get_executor())
    , timer_(std::in_place, executor_) {}

void Clockwork::add(Wake& wake) noexcept {
  wake.next_ = first_;
  if (first_ != nullptr) first_->previous_ = &wake;
  first_ = &wake;
}

void Clockwork::remove(Wake& wake) noexcept {
  if (wake.previous_ != nullptr) {
    wake.previous_->next_ = wake.next_;
  } else {
    first_ = wake.next_;
  }
  if (wake.next_ != nullptr) wake.next_->previous_ = wake.previous_;
}

void Clockwork::moved(Wake& wake, Moment to) {
  const auto from = std::exchange(wake.wanted_, to);
  if (from == Moment::max() && to != Moment::max()) ++waiting_;
  if (from != Moment::max() && to == Moment::max()) --waiting_;
  if (!timer_) return;
  count(waiting_ > 0);
  if (to < armed_) arm(to);
}

// An armed timer counts as work; taken out of the count it lets the context come to its end.
void Clockwork::count(bool counted) {
  if (!pending_ || counted == counted_) return;
  counted_ = counted;
  counted ? executor_.on_work_started() : executor_.on_work_finished();
}

void Clockwork::arm(Moment moment) {
  count(true); // its handler takes itself out of the count
  armed_ = std::min(moment, std::chrono::steady_clock::now() + step_max);
  timer_->expires_at(armed_);
  timer_->async_wait([this, number = ++number_](const boost::system::error_code&) { fired(number); });
  pending_ = counted_ = true;
}

void Clockwork::fired(std::uint64_t number) {
  if (number != number_) return;
  count(true);
  pending_ = counted_ = false;
  armed_ = Moment::max();
  call_those_due();
  auto next = Moment::max();
  for (const Wake* wake = first_; wake != nullptr; wake = wake->next_) next = std::min(next, wake->wanted_);
  if (timer_ && next < armed_) arm(next);
}

// The earliest first, each once at most, however it is set again; all are looked at again after each call,
// since it may end others.
void Clockwork::call_those_due() {
  const auto now = std::chrono::steady_clock::now();
  ++round_;
  const auto due = [&] {
    Wake* earliest = nullptr;
    for (Wake* wake = first_; wake != nullptr; wake = wake->next_) {
      const bool is_due = wake->wanted_ <= now && wake->round_ != round_;
      if (is_due && (earliest == nullptr || wake->wanted_ < earliest->wanted_)) earliest = wake;
    }
    return earliest;
  };
  for (Wake* wake = due(); wake != nullptr; wake = due()) {
    wake->round_ = round_;
    wake->wanted_ = Moment::max();
    --waiting_;
    wake->call_();
  }
}

} // namespace dialbench::runner
