#include "harness/emulator/serve/socket_modem.hpp"

#include "harness/emulator/serve/serving.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace dialbench::serve {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Steady = runner::PacedClock::Steady;

namespace {

constexpr std::size_t sent_at_once_max = 4096;
constexpr std::size_t held_max = 16'384; // answers to a client that does not read
constexpr auto goodbye_max = std::chrono::milliseconds(500);
constexpr auto shadow_max = std::chrono::milliseconds(300);
constexpr auto shadow_step = std::chrono::milliseconds(10);
constexpr auto short_of_descriptors = std::chrono::milliseconds(100);

} // namespace

SocketModem::SocketModem(tcp::acceptor acceptor, std::string port, std::unique_ptr<emulator::Dce> modem,
                         Serving serving, MakeWire make_wire)
    : acceptor_(std::move(acceptor))
    , client_(acceptor_.get_executor())
    , port_(std::move(port))
    , modem_(std::move(modem))
    , serving_(std::move(serving))
    , make_wire_(make_wire)
    , clock_(clock_of(serving_))
    , alarm_(acceptor_.get_executor())
    , join_(acceptor_.get_executor())
    , limit_(acceptor_.get_executor()) {
  modem_->set_dtr(false, clock_.now());
}

asio::awaitable<void> SocketModem::run() {
  if (over_) co_return;
  join_.start(accept());
  join_.start(keep_time());
  settle();
  std::function<void()> abandon = [this] { unplug(); };
  co_await join_.wait(std::move(abandon));
}

void SocketModem::stop() {
  if (over_) return;
  over_ = true;
  error_code ignored;
  acceptor_.close(ignored);
  client_.shutdown(tcp::socket::shutdown_receive, ignored); // the reader ends; the writer says the rest
  if (wire_) {
    limit_.expires_after(goodbye_max);
    limit_.async_wait([this](error_code error) {
      if (!error) reset_client();
    });
  }
  alarm_.ring();
  output_.set();
  room_.set();
}

void SocketModem::unplug() {
  if (unplugged_) return;
  unplugged_ = true;
  stop();
  reset_client();
}

// No orderly end: what a cable that is pulled out looks like.
void SocketModem::reset_client() {
  error_code ignored;
  client_.set_option(asio::socket_base::linger(true, 0), ignored);
  client_.close(ignored);
}

asio::awaitable<void> SocketModem::accept() {
  asio::steady_timer pause(acceptor_.get_executor());
  while (!over_) {
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    auto client = co_await acceptor_.async_accept(token);
    if (over_) break;
    if (error) {
      // Out of descriptors, mostly: those who are served do not notice.
      pause.expires_after(short_of_descriptors);
      auto paused = asio::redirect_error(asio::use_awaitable, error);
      co_await pause.async_wait(paused);
      continue;
    }
    // Who leaves and comes back at once is not turned away by his own shadow.
    const auto give_up = Steady::now() + shadow_max;
    while (wire_ && !over_ && Steady::now() < give_up) {
      pause.expires_after(shadow_step);
      auto paused = asio::redirect_error(asio::use_awaitable, error);
      co_await pause.async_wait(paused);
    }
    if (!wire_ && !over_) join_.start(talk(std::move(client)));
  }
}

asio::awaitable<void> SocketModem::talk(tcp::socket client) {
  client_ = std::move(client);
  error_code ignored;
  client_.set_option(tcp::no_delay(true), ignored);
  wire_ = make_wire_();
  leaving_ = false;
  modem_->taken(modem_->output().size()); // said while nobody was there
  modem_->set_dtr(true, clock_.now());
  settle();
  {
    runner::Join both(acceptor_.get_executor());
    both.start(read());
    both.start(write());
    std::function<void()> abandon = [this] { reset_client(); };
    co_await both.wait(std::move(abandon));
  }
  co_await say_goodbye();
  hang_up();
}

asio::awaitable<void> SocketModem::read() {
  std::array<char, 4096> buffer;
  while (!over_ && !leaving_) { // leaving: the writer has found that nobody is there
    if (!may_read()) {
      waits_for_room_ = true;
      co_await room_.wait();
      continue;
    }
    const auto room = asio::buffer(buffer.data(), std::min(buffer.size(), modem_->room()));
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    const auto count = co_await client_.async_read_some(room, token);
    if (over_ || error) break;
    record(transcript::Kind::sent, {buffer.data(), count});
    wire_->received({buffer.data(), count}, *modem_, clock_.now());
    settle();
  }
  leaving_ = true;
  output_.set();
}

asio::awaitable<void> SocketModem::write() {
  while (client_.is_open()) {
    const std::string bytes = wire_->to_send(*modem_, sent_at_once_max);
    settle();
    if (bytes.empty()) {
      if (leaving_ || over_) break;
      co_await output_.wait();
      continue;
    }
    record(transcript::Kind::received, bytes);
    const auto all = asio::buffer(bytes);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_write(client_, all, token);
    if (error) break;
  }
  leaving_ = true;
  error_code ignored;
  client_.shutdown(tcp::socket::shutdown_both, ignored); // ends the reader
  room_.set();
}

// Closing with bytes unread resets the connection, and takes from the client what it has not read yet.
asio::awaitable<void> SocketModem::say_goodbye() {
  std::array<char, 4096> buffer;
  const auto room = asio::buffer(buffer);
  const auto give_up = Steady::now() + goodbye_max;
  while (client_.is_open() && Steady::now() < give_up) {
    error_code error;
    if (client_.available(error) == 0 || error) break;
    client_.read_some(room, error);
    if (error) break;
  }
  co_return;
}

void SocketModem::hang_up() {
  wire_.reset();
  limit_.cancel();
  error_code ignored;
  client_.close(ignored);
  waits_for_room_ = false;
  modem_->set_dtr(false, clock_.now());
  settle();
}

asio::awaitable<void> SocketModem::keep_time() {
  while (!over_) {
    co_await alarm_.wait();
    if (!over_) settle();
  }
}

bool SocketModem::may_read() const { return modem_->room() > 0 && wire_->held() < held_max; }

// What follows every word to the modem.
void SocketModem::settle() {
  if (over_) return;
  const auto now = clock_.now();
  const auto due = modem_->deadline();
  if (due && *due <= now) modem_->tick(now);
  if (modem_->unplugged()) return unplug();
  if (!wire_) modem_->taken(modem_->output().size()); // heard by nobody
  alarm_.set(wake_time(clock_, now, modem_->deadline()));
  if (!wire_) return;
  if (wire_->has_something(*modem_)) output_.set();
  if (waits_for_room_ && may_read()) {
    waits_for_room_ = false;
    room_.set();
  }
}

void SocketModem::record(transcript::Kind kind, std::string_view bytes) {
  serve::record(serving_, event_, clock_, kind, bytes);
}

} // namespace dialbench::serve
