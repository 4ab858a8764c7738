#include "harness/emulator/serve/modem_loop.hpp"

#include "harness/emulator/serve/openers_reader.hpp"
#include "harness/emulator/serve/serving.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace dialbench::serve {

namespace asio = boost::asio;
using boost::system::error_code;
using Steady = runner::PacedClock::Steady;

namespace {

constexpr std::size_t write_max = 4096;
constexpr auto linger_max = std::chrono::milliseconds(500);
constexpr auto linger_step = std::chrono::milliseconds(5);
// How long bytes may be on their way through the kernel's worker, or through socat, before they can be
// counted.
constexpr auto under_way = std::chrono::milliseconds(20);

} // namespace

ModemLoop::ModemLoop(const asio::any_io_executor& executor, std::shared_ptr<emulator::Dce> modem,
                     Serving serving, std::unique_ptr<Carrier> carrier)
    : executor_(executor)
    , modem_(std::move(modem))
    , serving_(std::move(serving))
    , carrier_(std::move(carrier))
    , clock_(clock_of(serving_))
    , alarm_(executor)
    , join_(executor) {}

asio::awaitable<void> ModemLoop::run() {
  if (!over_) {
    join_.start(read());
    join_.start(write());
    join_.start(keep_time());
    auto* terminal = carrier_->terminal();
    std::optional<OpenersReader::Use> reader;
    if (terminal && terminal->counts()) {
      terminal->on_change([this] { wake(); });
      reader.emplace(executor_);
    }
    settle();
    std::function<void()> abandon = [this] { stop(); };
    co_await join_.wait(std::move(abandon));
  }
  if (!unplugged_) co_await linger();
}

void ModemLoop::stop() {
  if (over_) return;
  over_ = true;
  error_code ignored;
  if (!unplugged_) {
    carrier_->in().cancel(ignored);
    carrier_->out().cancel(ignored);
  }
  alarm_.ring();
  output_.set();
  room_.set();
}

void ModemLoop::unplug() {
  if (unplugged_) return;
  stop();
  unplugged_ = true;
  carrier_->pull();
}

asio::awaitable<void> ModemLoop::read() {
  std::array<char, 4096> buffer;
  while (!over_) {
    // Who cannot be sent more waits, as CTS would have it: a modem that is full loses nothing of a call.
    if (modem_->room() == 0) {
      waits_for_room_ = true;
      co_await room_.wait();
      continue;
    }
    const auto room = asio::buffer(buffer.data(), std::min(buffer.size(), modem_->room()));
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    const auto count = co_await carrier_->in().async_read_some(room, token);
    if (over_) break;
    if (error == asio::error::operation_aborted)
      continue; // drop_output() ended a write on the same descriptor
    heed({buffer.data(), count});
    if (error) ending_ = true;
    settle();
    if (error) break;
  }
}

asio::awaitable<void> ModemLoop::write() {
  while (!over_) {
    if (modem_->output().empty()) {
      if (ending_) break;
      co_await output_.wait();
      continue;
    }
    outgoing_.assign(modem_->output().substr(0, write_max));
    const auto bytes = asio::buffer(outgoing_);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    writing_ = true;
    const auto count = co_await carrier_->out().async_write_some(bytes, token);
    writing_ = false;
    if (count > 0) {
      wrote_ = Steady::now();
      record(transcript::Kind::received, std::string_view(outgoing_).substr(0, count));
      if (!dropped_) modem_->taken(count);
    }
    const bool dropped = std::exchange(dropped_, false);
    if (error && !(dropped && error == asio::error::operation_aborted)) break;
    settle();
  }
  stop();
}

asio::awaitable<void> ModemLoop::keep_time() {
  while (!over_) {
    co_await alarm_.wait();
    if (!over_) settle();
  }
}

// What follows every word to the modem.
void ModemLoop::settle() {
  if (over_) return;
  auto* terminal = carrier_->terminal();
  if (terminal && terminal->has_seen()) heed({});
  const auto now = clock_.now();
  const auto due = modem_->deadline();
  if (due && *due <= now) modem_->tick(now);
  if (modem_->unplugged()) return unplug();
  if (terminal && !terminal->attended()) drop_output();
  alarm_.set(wake_time(clock_, now, modem_->deadline()));
  if (!modem_->output().empty() || ending_) output_.set();
  if (waits_for_room_ && modem_->room() > 0) {
    waits_for_room_ = false;
    room_.set();
  }
}

// Who came and went since the last look, and `bytes`, which are of who came last: his going is behind them,
// and behind what else he has sent.
void ModemLoop::heed(std::string_view bytes) {
  auto* terminal = carrier_->terminal();
  if (!terminal) return hear(bytes);
  const auto seen = terminal->look();
  const auto last_comer = std::find(seen.rbegin(), seen.rend(), Terminal::Seen::opened).base();
  const auto tell = [&](Terminal::Seen each) {
    each == Terminal::Seen::opened ? greet() : dismiss(*terminal);
  };
  std::for_each(seen.begin(), last_comer, tell);
  hear(bytes);
  if (last_comer == seen.end()) return;
  hear_rest();
  std::for_each(last_comer, seen.end(), tell);
}

void ModemLoop::hear(std::string_view bytes) {
  if (bytes.empty()) return;
  record(transcript::Kind::sent, bytes);
  modem_->receive(bytes, clock_.now());
}

// What the dialer has sent and the waiting read was not told of yet.
void ModemLoop::hear_rest() {
  std::array<char, 4096> buffer;
  while (const std::size_t room = std::min(buffer.size(), modem_->room())) {
    const auto count =
        ::read(carrier_->in().native_handle(), buffer.data(), room); // its descriptor never blocks
    if (count <= 0) return;
    hear({buffer.data(), static_cast<std::size_t>(count)});
  }
}

void ModemLoop::greet() { modem_->set_dtr(true, clock_.now()); }

void ModemLoop::dismiss(Terminal& terminal) {
  if (!terminal.keeps_dtr()) modem_->set_dtr(false, clock_.now());
  drop_output();
  terminal.forget_dialer();
}

// What a modem says while nobody has its port open is heard by nobody, the next opener included.
void ModemLoop::drop_output() {
  if (modem_->output().empty()) return;
  modem_->taken(modem_->output().size());
  if (!writing_) return;
  dropped_ = true;
  error_code ignored;
  carrier_->out().cancel(ignored);
}

asio::awaitable<void> ModemLoop::linger() {
  auto* terminal = carrier_->terminal();
  if (!terminal) co_return;
  asio::steady_timer timer(executor_);
  const auto give_up = Steady::now() + linger_max;
  while (!unplugged_ && Steady::now() < give_up) {
    terminal->look();
    if (!terminal->attended()) break;
    if (terminal->unread() == 0 && Steady::now() - wrote_ > under_way) break;
    timer.expires_after(linger_step);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await timer.async_wait(token);
  }
}

void ModemLoop::record(transcript::Kind kind, std::string_view bytes) {
  serve::record(serving_, event_, clock_, kind, bytes);
}

namespace {

// The loop lives until its run() has ended, whatever becomes of the handle.
asio::awaitable<void> run_to_the_end(std::shared_ptr<ModemLoop> loop) { co_await loop->run(); }

class LoopHandle final : public Served {
 public:
  explicit LoopHandle(std::shared_ptr<ModemLoop> loop)
      : loop_(std::move(loop)) {}
  ~LoopHandle() override { loop_->unplug(); }
  [[nodiscard]] const std::string& port() const noexcept override { return loop_->carrier().port(); }
  [[nodiscard]] unsigned dials() const noexcept override { return loop_->dials(); }
  void unplug() override { loop_->unplug(); }
  void stop() override { loop_->stop(); }
  void wake() override { loop_->wake(); }
  asio::awaitable<void> run() override { return run_to_the_end(loop_); }

 private:
  std::shared_ptr<ModemLoop> loop_;
};

} // namespace

std::unique_ptr<Served> served(std::shared_ptr<ModemLoop> loop) {
  return std::make_unique<LoopHandle>(std::move(loop));
}

} // namespace dialbench::serve
