#include "harness/emulator/serve/modem_loop.hpp"

#include "harness/emulator/serve/openers_reader.hpp"
#include "harness/emulator/serve/serving.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

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

ModemLoop::ModemLoop(const asio::any_io_executor& executor, std::unique_ptr<emulator::Dce> modem,
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
    if (auto* terminal = carrier_->terminal())
      heed(*terminal, terminal->look()); // who has hung up before these bytes were sent
    if (count > 0) {
      record(transcript::Kind::sent, {buffer.data(), count});
      modem_->receive({buffer.data(), count}, clock_.now());
    }
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
  if (terminal && terminal->has_seen()) heed(*terminal, terminal->look());
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

void ModemLoop::heed(Terminal& terminal, const std::vector<Terminal::Seen>& seen) {
  for (const auto each : seen) {
    if (each == Terminal::Seen::opened) {
      modem_->set_dtr(true, clock_.now());
      continue;
    }
    if (!terminal.keeps_dtr()) modem_->set_dtr(false, clock_.now());
    drop_output();
    terminal.forget_dialer();
  }
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

class Handle final : public Served {
 public:
  explicit Handle(std::shared_ptr<ModemLoop> loop)
      : loop_(std::move(loop)) {}
  ~Handle() override { loop_->unplug(); }
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
  return std::make_unique<Handle>(std::move(loop));
}

} // namespace dialbench::serve
