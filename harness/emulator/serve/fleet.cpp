#include "harness/emulator/serve/fleet.hpp"

#include <boost/asio/co_spawn.hpp>

#include <utility>

namespace dialbench::serve {

struct Fleet::One {
  unsigned n = 0;
  emulator::Station station;
  std::shared_ptr<Served> served; // null: unplugged
  // The same for its line, which may be there longer than the fleet is.
  std::shared_ptr<std::weak_ptr<Served>> on_line = std::make_shared<std::weak_ptr<Served>>();
  Make make;                                             // none: an emulated modem of that station
  emulator::Modem* modem = nullptr;                      // null: unplugged, or of another kind
  std::shared_ptr<const emulator::Modem::Memory> memory; // of the modem that was unplugged

  void forget_modem() {
    if (modem != nullptr) memory = modem->memory();
    modem = nullptr;
  }
  unsigned plugged = 0; // how often; a run that ended is told from the next one by it
};

Fleet::Fleet(boost::asio::any_io_executor executor, const emulator::Exchange& exchange, double pace, Put put)
    : executor_(std::move(executor))
    , exchange_(exchange)
    , pace_(pace)
    , start_(std::chrono::steady_clock::now())
    , clock_(pace, start_)
    , put_(std::move(put)) {}

Fleet::~Fleet() = default;

std::string Fleet::add(emulator::Station station) {
  auto one = std::make_unique<One>();
  one->station = std::move(station);
  return add(std::move(one));
}

std::string Fleet::add(Make make) {
  auto one = std::make_unique<One>();
  one->make = std::move(make);
  return add(std::move(one));
}

std::string Fleet::add(std::unique_ptr<One> one) {
  one->n = static_cast<unsigned>(modems_.size() + 1);
  if (auto wrong = put(*one); !wrong.empty()) return wrong;
  modems_.push_back(std::move(one));
  return {};
}

std::unique_ptr<emulator::Dce> Fleet::make(One& one) {
  if (one.make) return one.make();
  auto modem = std::make_unique<emulator::Modem>(exchange_, one.station.habits);
  if (one.memory) modem->recall(*one.memory);
  if (one.station.line) modem->plug_into(*one.station.line);
  const auto wake = [on_line = one.on_line] {
    if (const auto served = on_line->lock()) served->wake();
  };
  modem->plug_into(switch_.line(one.station.subscriber, wake));
  one.modem = modem.get();
  return modem;
}

std::string Fleet::put(One& one) {
  auto modem = make(one);
  Serving serving;
  serving.pace = pace_;
  serving.start = start_;
  auto served = put_(one.n, std::move(modem), std::move(serving));
  if (!served) {
    one.modem = nullptr;
    return served.error();
  }
  one.served = std::move(*served);
  *one.on_line = one.served;
  return {};
}

const std::string& Fleet::port(unsigned n) const { return modems_.at(n - 1)->served->port(); }

namespace {

// Keeps what it runs alive until it has ended.
boost::asio::awaitable<void> run_to_the_end(std::shared_ptr<Served> served) { co_await served->run(); }

} // namespace

void Fleet::serve(One& one) {
  const unsigned plugged = ++one.plugged;
  boost::asio::co_spawn(executor_, run_to_the_end(one.served),
                        [this, &one, plugged](const std::exception_ptr& failure) {
                          const bool is_this_one = one.served && one.plugged == plugged;
                          if (!running_ || (!failure && !is_this_one)) return;
                          ended_(one.n, failure);
                          if (!is_this_one) return;
                          one.forget_modem();
                          one.served.reset(); // it can be plugged in again
                        });
}

void Fleet::run(Ended ended) {
  ended_ = std::move(ended);
  running_ = true;
  for (const auto& one : modems_) serve(*one);
}

void Fleet::stop() {
  running_ = false;
  for (const auto& one : modems_)
    if (one->served) one->served->stop();
}

Fleet::One* Fleet::find(unsigned n) const {
  return n == 0 || n > modems_.size() ? nullptr : modems_[n - 1].get();
}

namespace {

std::string no_modem(unsigned n, std::size_t size) {
  return "there is no modem " + std::to_string(n) + ": they are 1 to " + std::to_string(size);
}

std::string no_plug(unsigned n) { return "modem " + std::to_string(n) + " is unplugged"; }

std::string no_exchange(unsigned n) { return "modem " + std::to_string(n) + " hangs on no exchange"; }

std::string_view state_of(const emulator::Modem& modem) {
  using enum emulator::Modem::Hook;
  switch (modem.hook()) {
  case on: return "on-hook";
  case off: return "off-hook";
  case ringing: return "ringing";
  case calling: return "calling";
  case talking: return "talking";
  case unplugged: break;
  }
  return "unplugged";
}

} // namespace

std::string Fleet::ring(unsigned n, const emulator::Caller& caller, unsigned rings) {
  One* const one = find(n);
  if (one == nullptr) return no_modem(n, size());
  if (!one->served) return no_plug(n);
  if (one->modem == nullptr) return no_exchange(n);
  emulator::Far far;
  far.live = true;
  if (!one->modem->ring(far, rings, caller, clock_.now()))
    return "modem " + std::to_string(n) + " is busy: " + std::string(state_of(*one->modem));
  one->served->wake();
  return {};
}

std::string Fleet::drop(unsigned n) {
  One* const one = find(n);
  if (one == nullptr) return no_modem(n, size());
  if (!one->served) return no_plug(n);
  if (one->modem == nullptr) return no_exchange(n);
  one->modem->drop_line(clock_.now());
  one->served->wake();
  return {};
}

std::string Fleet::fault(unsigned n, std::string_view words) {
  One* const one = find(n);
  if (one == nullptr) return no_modem(n, size());
  if (!one->served) return no_plug(n);
  if (!inject_) return "modem " + std::to_string(n) + " takes no faults";
  if (auto wrong = inject_(n, words, clock_.now()); !wrong.empty()) return wrong;
  one->served->wake();
  return {};
}

std::string Fleet::unplug(unsigned n) {
  One* const one = find(n);
  if (one == nullptr) return no_modem(n, size());
  if (!one->served) return no_plug(n);
  if (one->modem != nullptr) one->modem->pull_plug(clock_.now());
  one->forget_modem();
  std::exchange(one->served, nullptr)->unplug();
  return {};
}

std::string Fleet::plug(unsigned n) {
  One* const one = find(n);
  if (one == nullptr) return no_modem(n, size());
  if (one->served) return "modem " + std::to_string(n) + " is plugged in";
  if (auto wrong = put(*one); !wrong.empty()) return wrong;
  serve(*one);
  return {};
}

std::string Fleet::status() const {
  std::string text;
  for (const auto& one : modems_) {
    text += "modem " + std::to_string(one->n) + ' ';
    text += one->served ? one->served->port() : std::string("-");
    text += ' ' + (one->make ? std::string("-") : one->station.subscriber.self.number) + ' ';
    text += !one->served ? "unplugged" : one->modem != nullptr ? state_of(*one->modem) : "serving";
    if (one->served) text += " dials=" + std::to_string(one->served->dials());
    text += '\n';
  }
  return text;
}

} // namespace dialbench::serve
